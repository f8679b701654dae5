import type { GatewayUpdate } from "@parley/gateway";
import type { HostEvent } from "@parley/host";
import type { Json } from "@parley/messaging";
import type { Connection, Connections } from "./connections.ts";

type TemplateStatusUpdate = Extract<GatewayUpdate, { type: "template-status" }>;

/** What a webhook brought: events for the host, in order, and the provider's word on templates, with the apps whose registries have them. */
export type WebhookNews = {
  readonly events: readonly HostEvent[];
  readonly templateStatuses: readonly { readonly appIds: readonly string[]; readonly update: TemplateStatusUpdate }[];
};

/** Sorts the updates of a webhook. What belongs to no app, and what could not be read, is kept all the same. */
export function newsOf(
  updates: readonly GatewayUpdate[],
  connection: Connection,
  connections: Connections,
): WebhookNews {
  const appIds = connections.apps().flatMap((app) => (app.connectionId === connection.id ? [app.id] : []));
  const templateStatuses = updates.flatMap((update) => (update.type === "template-status" ? [{ appIds, update }] : []));
  const events = updates.flatMap((update) =>
    update.type === "template-status" ? [] : [eventOf(update, connection, connections)],
  );
  return { events, templateStatuses };
}

function eventOf(
  update: Exclude<GatewayUpdate, TemplateStatusUpdate>,
  { id: connectionId }: Connection,
  connections: Connections,
): HostEvent {
  if (update.type === "ignored") {
    const payload = { reason: update.reason, payload: update.payload };
    return { type: "unrouted", connectionId, phoneNumberId: "", payload };
  }
  const { phoneNumberId } = update;
  const appId = connections.appOfNumber(connectionId, phoneNumberId)?.id;
  if (appId === undefined) return { type: "unrouted", connectionId, phoneNumberId, payload: payloadOf(update) };
  switch (update.type) {
    case "receipt":
      return { type: "receipt", appId, receipt: update.receipt };
    case "message":
      return { type: "message", appId, contact: update.contact, message: update.message };
    case "consent":
      return { type: "opt-in", appId, contact: update.contact, optIn: update.optIn };
  }
}

function payloadOf(update: GatewayUpdate): Json {
  return JSON.parse(JSON.stringify(update)) as Json;
}
