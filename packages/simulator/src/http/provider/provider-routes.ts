import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { simulatorLimits } from "../../limits.ts";
import { type MetaError, metaError, plainMetaError } from "../meta-error.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { refusalOf } from "./authorise.ts";
import { takeRequest } from "./take-request.ts";

type NumberPath = { Params: { phoneNumberId: string } };

/** The Cloud API's side of the simulator: what a business calls, with every answer in Meta's shape. */
export function providerRoutes(app: FastifyInstance, parts: SimulatorParts): void {
  function refuse(reply: FastifyReply, { status, error }: MetaError): FastifyReply {
    return reply.code(status).send({ error: { ...error, fbtrace_id: traceId(parts.random) } });
  }

  async function authorise(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const refusal = refusalOf(request, parts.numbers);
    return refusal && refuse(reply, refusal);
  }

  async function handle(request: FastifyRequest<NumberPath>, reply: FastifyReply) {
    const outcome = await takeRequest(parts, request.params.phoneNumberId, request.body);
    if (outcome.type === "answered") return reply.send(outcome.body);
    if (outcome.type === "refused") return refuse(reply, outcome.error);
    reply.hijack();
    request.raw.socket.destroy();
    return reply;
  }

  const options = { bodyLimit: simulatorLimits.requestBytes, onRequest: authorise };
  app.post<NumberPath>("/:phoneNumberId/messages", options, handle);
  app.post<NumberPath>("/:version/:phoneNumberId/messages", options, handle);
  app.setNotFoundHandler((request, reply) => refuse(reply, unknownPath(request.url)));
  app.setErrorHandler((error: FastifyError, _request, reply) => refuse(reply, unreadable(error)));
}

function unknownPath(url: string): MetaError {
  const [path = ""] = url.split("?");
  return plainMetaError(400, { message: `Unknown path components: ${path}`, code: 2500 });
}

/** What went wrong before the handler, such as a body that is no JSON or too large; anything else is the simulator's own fault. */
function unreadable(error: FastifyError): MetaError {
  const status = error.statusCode ?? 500;
  if (status >= 500) return metaError(131000, { details: "The simulator failed." });
  return metaError(100, { status, details: `The request cannot be read: ${error.message}` });
}

/** Looks like Meta's trace ids: an A and 22 letters or digits. */
function traceId(random: () => number): string {
  const letters = Array.from({ length: 22 }, () => Math.floor(random() * 36).toString(36));
  return `A${letters.join("")}`;
}
