import type { Route } from "@parley/api";
import { formatPath, parseInput } from "@parley/messaging";
import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { RequestError } from "./http-error.ts";

/** A request that was read by its route's schemas. */
export type RouteInput<Defined extends Route> = {
  readonly params: z.output<Defined["params"]>;
  readonly query: z.output<Defined["query"]>;
  readonly body: z.output<Defined["body"]>;
};

/** Answers a route of the API: reads the request by its schemas, and lets the compiler check the answer. */
export function registerRoute<Defined extends Route>(
  app: FastifyInstance,
  route: Defined,
  answer: (input: RouteInput<Defined>) => Promise<z.input<Defined["response"]>>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    handler: async (request) => {
      const input = {
        params: read(route.params, request.params, "path"),
        query: read(route.query, request.query, "query"),
        body: read(route.body, request.body, "body"),
      };
      return answer(input as RouteInput<Defined>);
    },
  });
}

function read(schema: z.ZodType, input: unknown, part: string): unknown {
  const parsed = parseInput(schema, input);
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map(({ path, message }) => ({ path: formatPath(path), message }));
  const sentences = problems.map(({ path, message }) => `${path === "" ? `The ${part}` : path} ${message}.`);
  throw new RequestError("invalid-input", sentences.join(" "), { problems });
}
