import { apiLimits, type Route } from "@parley/api";
import { formatPath, parseInput } from "@parley/messaging";
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { RequestError } from "./http-error.ts";

/** A request that was read by its route's schemas. */
export type RouteInput<Defined extends Route> = {
  readonly params: z.output<Defined["params"]>;
  readonly query: z.output<Defined["query"]>;
  readonly body: z.output<Defined["body"]>;
  /** The revision of `If-Match`; 0 where the route does not need one. */
  readonly revision: number;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** Answers a route of the API: reads the request by its schemas, and lets the compiler check the answer. */
export function registerRoute<Defined extends Route>(
  app: FastifyInstance,
  route: Defined,
  answer: (input: RouteInput<Defined>) => Promise<z.input<Defined["response"]>>,
  config: Pick<FastifyContextConfig, "access"> = {},
): void {
  app.route({
    method: route.method,
    url: route.path,
    config,
    bodyLimit: route.bodyBytes ?? apiLimits.bodyBytes,
    handler: async (request, reply) => {
      const input = {
        revision: route.needsRevision === true ? readRevision(request) : 0,
        params: read(route.params, request.params, "path"),
        query: read(route.query, request.query, "query"),
        body: read(route.body, request.body, "body"),
        ...{ request, reply },
      };
      return answer(input as RouteInput<Defined>);
    },
  });
}

/** Reads a part of a request. Throws `RequestError`, which names every field that is wrong. */
export function read<Schema extends z.ZodType>(schema: Schema, input: unknown, part: string): z.output<Schema> {
  const parsed = parseInput(schema, input);
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map(({ path, message }) => ({ path: formatPath(path), message }));
  const sentences = problems.map(({ path, message }) => `${path === "" ? `The ${part}` : path} ${message}.`);
  throw new RequestError("invalid-input", sentences.join(" "), { problems });
}

/** The revision of `If-Match: "<revision>"` (RFC 9110, If-Match). */
function readRevision({ headers }: FastifyRequest): number {
  const given = headers["if-match"];
  if (given === undefined) {
    throw new RequestError("precondition-required", 'Say which revision this was made from: If-Match: "<revision>".');
  }
  const [, digits] = /^"(\d{1,15})"$/.exec(given.trim()) ?? [];
  if (digits === undefined) throw new RequestError("invalid-input", 'If-Match must be a revision, such as "7".');
  return Number(digits);
}
