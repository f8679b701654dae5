import { apiLimits } from "@parley/api";
import type { GatewayUpdate } from "@parley/gateway";
import { answerVerification, verifySignature } from "@parley/gateway/cloud-api";
import type { Host, HostEvent } from "@parley/host";
import type { Json } from "@parley/messaging";
import type { FastifyInstance } from "fastify";
import type { Connection, Connections } from "../connections.ts";
import { RequestError } from "../http-error.ts";

/**
 * Webhooks of the Cloud API. The signature is checked over the raw bytes before anything is parsed, and 200 is answered only when every update
 * is stored; any other answer makes the provider deliver again.
 */
export async function webhookRoutes(
  app: FastifyInstance,
  { host, connections }: { host: Host; connections: Connections },
) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: apiLimits.webhookBytes }, (_request, body, done) => {
    done(null, body);
  });

  const connectionOf = (params: unknown): Connection => {
    const { connectionId } = params as { connectionId: string };
    const connection = connections.find(connectionId);
    if (connection === undefined) throw new RequestError("not-found", "There is no connection of that id.");
    return connection;
  };

  app.get("/webhooks/cloud-api/:connectionId", async (request, reply) => {
    const challenge = answerVerification(request.query, connectionOf(request.params).credentials.verifyToken);
    if (challenge === undefined)
      throw new RequestError("forbidden", "The verify token is not the one of this connection.");
    return reply.type("text/plain").send(challenge);
  });

  app.post("/webhooks/cloud-api/:connectionId", async (request, reply) => {
    const connection = connectionOf(request.params);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signature = request.headers["x-hub-signature-256"];
    const { appSecret, previousAppSecret } = connection.credentials;
    const secrets = previousAppSecret === undefined ? [appSecret] : [appSecret, previousAppSecret];
    if (typeof signature !== "string" || !verifySignature(body, signature, secrets)) {
      throw new RequestError("unauthorized", "X-Hub-Signature-256 does not match the body and the app secret.");
    }
    const { updates } = connection.gateway.parse(parseJson(body));
    await host.deliver(updates.map((update) => eventOf(update, connection, connections)));
    return reply.type("text/plain").send("ok");
  });
}

function parseJson(body: Buffer): Json {
  try {
    return JSON.parse(body.toString("utf8")) as Json;
  } catch {
    throw new RequestError("invalid-input", "The body is not JSON.");
  }
}

/** What belongs to no app, and what could not be read, is kept all the same. */
function eventOf(update: GatewayUpdate, connection: Connection, connections: Connections): HostEvent {
  const connectionId = connection.id;
  if (update.type === "ignored") {
    const payload = { reason: update.reason, payload: update.payload };
    return { type: "unrouted", connectionId, phoneNumberId: "", payload };
  }
  const { phoneNumberId } = update;
  const app = connections.appOfNumber(connectionId, phoneNumberId);
  if (app === undefined) return { type: "unrouted", connectionId, phoneNumberId, payload: payloadOf(update) };
  if (update.type === "receipt") return { type: "receipt", appId: app.id, receipt: update.receipt };
  return { type: "message", appId: app.id, contact: update.contact, message: update.message };
}

function payloadOf(update: Exclude<GatewayUpdate, { type: "ignored" }>): Json {
  return JSON.parse(JSON.stringify(update)) as Json;
}
