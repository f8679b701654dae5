import { type Readable, Transform } from "node:stream";
import { type ApiError, apiLimits } from "@parley/api";
import { answerVerification, verifySignature } from "@parley/gateway/cloud-api";
import type { Host } from "@parley/host";
import type { Json } from "@parley/messaging";
import type { TemplateStore } from "@parley/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Connection, Connections } from "../connections.ts";
import { createDoor, type Visit } from "../door.ts";
import { RequestError } from "../http-error.ts";
import { serverLimits } from "../limits.ts";
import { takeTemplateStatus } from "../template-registry.ts";
import { newsOf, type WebhookNews } from "../webhook-news.ts";
import { WorkLine } from "../work-line.ts";

/**
 * Webhooks of the Cloud API. Those that are too many are refused before they are read. The signature is checked over the raw bytes before
 * anything is parsed, and 200 is answered only when every update is stored; any other answer makes the provider deliver again.
 */
export async function webhookRoutes(
  app: FastifyInstance,
  { host, connections, templates }: { host: Host; connections: Connections; templates: TemplateStore },
) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: apiLimits.webhookBytes }, (_request, body, done) => {
    done(null, body);
  });

  const connectionOf = (params: unknown): Connection => connectionIn(connections, params);
  verificationRoute(app, connectionOf);

  const door = createDoor();
  const reading = new WorkLine();
  const visits = new WeakMap<FastifyRequest, Visit>();

  app.post("/webhooks/cloud-api/:connectionId", {
    config: { access: "machines" },
    onRequest: async (request, reply) => {
      const { id } = connectionOf(request.params);
      const visit = door.enter(id);
      if (visit === undefined || (isSmall(request) && !visit.receive(serverLimits.smallBodyBytes))) {
        visit?.leave();
        return reply.status(503).header("retry-after", "1").send(overloaded);
      }
      visits.set(request, visit);
      // A body that is not wanted, or never comes, ends the visit as well; one that is read stays until its events are stored.
      reply.raw.once("close", () => visits.get(request)?.leave());
      return undefined;
    },
    preParsing: (request, _reply, payload, done) => {
      if (isSmall(request)) return done(null, payload);
      done(
        null,
        metered(payload, (bytes) => visits.get(request)?.receive(bytes) !== false),
      );
    },
    handler: async (request, reply) => {
      const visit = visits.get(request);
      visits.delete(request);
      try {
        const { events, templateStatuses } = await reading.run(() => readNews(request));
        visit?.bring(events.length);
        for (const { appIds, update } of templateStatuses) await takeTemplateStatus(templates, appIds, update);
        await host.deliver(events);
      } finally {
        visit?.leave();
      }
      return reply.type("text/plain").send("ok");
    },
  });

  function readNews({ params, body: given, headers }: FastifyRequest): WebhookNews {
    const connection = connectionOf(params);
    const body = Buffer.isBuffer(given) ? given : Buffer.alloc(0);
    const signature = headers["x-hub-signature-256"];
    const { appSecret, previousAppSecret } = connection.credentials;
    const secrets = previousAppSecret === undefined ? [appSecret] : [appSecret, previousAppSecret];
    if (typeof signature !== "string" || !verifySignature(body, signature, secrets)) {
      throw new RequestError("unauthorized", "X-Hub-Signature-256 does not match the body and the app secret.");
    }
    return newsOf(connection.gateway.parse(parseJson(body)).updates, connection, connections);
  }
}

function connectionIn(connections: Connections, params: unknown): Connection {
  const { connectionId } = params as { connectionId: string };
  const connection = connections.find(connectionId);
  if (connection === undefined) throw new RequestError("not-found", "There is no connection of that id.");
  return connection;
}

/** How the provider makes sure that a webhook's URL is ours. */
function verificationRoute(app: FastifyInstance, connectionOf: (params: unknown) => Connection): void {
  app.get("/webhooks/cloud-api/:connectionId", { config: { access: "machines" } }, async (request, reply) => {
    const challenge = answerVerification(request.query, connectionOf(request.params).credentials.verifyToken);
    if (challenge === undefined)
      throw new RequestError("forbidden", "The verify token is not the one of this connection.");
    return reply.type("text/plain").send(challenge);
  });
}

const message = "More webhooks are under way than can be taken; deliver again in a moment.";
const overloaded: ApiError = { error: { code: "unavailable", message } };
const tooMany = (): RequestError => new RequestError("unavailable", message);

/** A body whose bytes are counted as they come; it fails as soon as there is no room for them. */
function metered(payload: Readable, receive: (bytes: number) => boolean): Transform {
  const meter = new Transform({
    transform: (chunk: Buffer, _encoding, next) => (receive(chunk.length) ? next(null, chunk) : next(tooMany())),
  });
  payload.once("error", (error) => meter.destroy(error));
  // Who no longer reads the body, having refused it, does not want to hear of its end either.
  meter.on("error", () => payload.unpipe(meter));
  return payload.pipe(meter);
}

/** Whether a body says that it is a small one. Such a one takes its room at once; others take it as they come, because anyone can promise a large one. */
function isSmall({ headers }: FastifyRequest): boolean {
  return Number(headers["content-length"] ?? Number.NaN) <= serverLimits.smallBodyBytes;
}

function parseJson(body: Buffer): Json {
  try {
    return JSON.parse(body.toString("utf8")) as Json;
  } catch {
    throw new RequestError("invalid-input", "The body is not JSON.");
  }
}
