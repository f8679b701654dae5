import type { FastifyReply } from "fastify";
import type { MetaError } from "../../provider/meta-error.ts";

/** Answers with an error in Meta's shape, with a trace id of its own. */
export function refuse(
  reply: FastifyReply,
  { random }: { readonly random: () => number },
  { status, error }: MetaError,
): FastifyReply {
  return reply.code(status).send({ error: { ...error, fbtrace_id: traceId(random) } });
}

/** Looks like Meta's trace ids: an A and 22 letters or digits. */
function traceId(random: () => number): string {
  const letters = Array.from({ length: 22 }, () => Math.floor(random() * 36).toString(36));
  return `A${letters.join("")}`;
}
