import { randomBytes } from "node:crypto";
import { apiLimits, inboundWebhookPath, postEvent } from "@parley/api";
import { jsonSchema } from "@parley/flow";
import type { Host } from "@parley/host";
import type { Json } from "@parley/messaging";
import type { FastifyInstance } from "fastify";
import { createDoor } from "../door.ts";
import { RequestError } from "../http-error.ts";
import type { InboundWebhooks } from "../inbound-webhooks.ts";
import { serverLimits } from "../limits.ts";
import { read, registerRoute } from "../register-route.ts";

/** Custom events: of the API, for those who have the admin token. */
export function eventRoutes(app: FastifyInstance, { host }: { readonly host: Host }): void {
  registerRoute(app, postEvent, async ({ body }) => {
    const { event, id = newId(), appId, correlationId, parameters } = body;
    const signal = { type: "custom-event", id, event, correlationId, parameters } as const;
    return { code: "1002" as const, id, ...(await signalled(host, signal, appId)) };
  });
}

/** Calls of inbound webhooks, by whoever has their key or signs with it. The credential is checked over the raw bytes before anything is parsed. */
export async function inboundCallRoutes(
  app: FastifyInstance,
  parts: { readonly host: Host; readonly inboundWebhooks: InboundWebhooks },
) {
  const { host, inboundWebhooks } = parts;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: apiLimits.signalBytes }, (_request, body, done) => {
    done(null, body);
  });

  const door = createDoor();
  type Call = { Params: { webhookId: string } };
  app.post<Call>(
    inboundWebhookPath,
    {
      config: { access: "machines" },
      bodyLimit: apiLimits.signalBytes,
      // Before any of the body is read: who has no key brings none, and no more come at once than there is room for.
      onRequest: async ({ params: { webhookId }, headers }, reply) => {
        if (!inboundWebhooks.mayBring(webhookId, textOf(headers["x-parley-key"]))) throw notAdmitted();
        const visit = door.enter(webhookId);
        reply.raw.once("close", () => visit?.leave());
        const bytes = Math.min(Number(headers["content-length"] ?? apiLimits.signalBytes), apiLimits.signalBytes);
        if (visit?.receive(bytes) !== true)
          throw new RequestError(
            "unavailable",
            "Too many calls of this webhook are under way; call again in a moment.",
          );
      },
    },
    async ({ params: { webhookId }, headers, body: given }, reply) => {
      const body = Buffer.isBuffer(given) ? given : Buffer.alloc(0);
      const [key, signature] = [textOf(headers["x-parley-key"]), textOf(headers["x-hub-signature"])];
      if (!inboundWebhooks.admits(webhookId, { key, signature, body })) throw notAdmitted();
      const id = readKey(textOf(headers["idempotency-key"]));
      const signal = { type: "webhook", id, webhookId, body: parseJson(body) } as const;
      const { started, problems } = await signalled(host, signal, undefined);
      return reply.status(202).send({ code: "1002", id, started, problems });
    },
  );
}

/** Whether there is such an endpoint is told to nobody who may not call it. */
function notAdmitted(): RequestError {
  return new RequestError("unauthorized", "There is no such webhook, or its key or signature is not right.");
}

function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === "string" ? header : "";
}

type Signal = Parameters<Host["signal"]>[0];

/** What came of a signal. Throws `RequestError` when nothing did that was meant to. */
async function signalled(host: Host, signal: Signal, appId: string | undefined) {
  const { started, resumed, problems } = await host.signal(signal, appId === undefined ? {} : { appId });
  if (problems.length > 0 && started + resumed === 0) throw new RequestError("invalid-input", problems.join(" "));
  return { started, resumed, problems: [...problems] };
}

function parseJson(body: Buffer): Json {
  try {
    return read(jsonSchema, JSON.parse(body.toString("utf8")), "body");
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError("invalid-input", "The body is not JSON.");
  }
}

/** The key by which one call is known again, made unless given. Throws `RequestError` when it is longer than is kept: cut, two keys could be one. */
function readKey(given: string): string {
  const most = serverLimits.idempotencyKeyLength;
  if (given.length <= most) return given || newId();
  throw new RequestError(
    "invalid-input",
    `idempotency-key has ${given.length} characters; at most ${most} are allowed.`,
  );
}

function newId(): string {
  return randomBytes(12).toString("hex");
}
