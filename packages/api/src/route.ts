import type { z } from "zod";

/** One route of the server, for the server that answers it and the clients that ask. */
export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As Fastify writes paths: `/api/flows/:flowId`. */
  readonly path: string;
  /** Whether a request must say by `If-Match: "<revision>"` which revision it was made from; without it the answer is `precondition-required`. */
  readonly needsRevision?: true;
  /** The most bytes that the body may have; `apiLimits.bodyBytes` unless given. */
  readonly bodyBytes?: number;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  readonly response: z.ZodType;
};

/** Keeps the schemas' own types. */
export function defineRoute<const Defined extends Route>(route: Defined): Defined {
  return route;
}
