import {
  createInboundWebhook,
  deleteInboundWebhook,
  inboundWebhookPath,
  type InboundWebhookView,
  listInboundWebhooks,
  renewInboundWebhookSecret,
} from "@parley/api";
import type { FlowStore } from "@parley/store";
import type { FastifyInstance } from "fastify";
import { RequestError } from "../http-error.ts";
import type { InboundWebhook, InboundWebhooks, NewSecret } from "../inbound-webhooks.ts";
import { serverLimits } from "../limits.ts";
import { registerRoute } from "../register-route.ts";

type WebhookParts = { readonly inboundWebhooks: InboundWebhooks; readonly flows: FlowStore };

/** Endpoints that others call to start flows, as people look after them. */
export function inboundWebhookRoutes(app: FastifyInstance, { inboundWebhooks, flows }: WebhookParts): void {
  registerRoute(app, listInboundWebhooks, async () => ({ webhooks: inboundWebhooks.all().map(viewOf) }));

  registerRoute(app, createInboundWebhook, async ({ body: { name, auth } }) => {
    const made = await inboundWebhooks.create(name, auth);
    if (made !== undefined) return withSecret(made);
    throw new RequestError("conflict", `There are ${serverLimits.inboundWebhooks} inbound webhooks already.`);
  });

  registerRoute(app, renewInboundWebhookSecret, async ({ params: { webhookId } }) => {
    const renewed = await inboundWebhooks.renew(webhookId);
    if (renewed === undefined) throw unknown(webhookId);
    return withSecret(renewed);
  });

  registerRoute(app, deleteInboundWebhook, async ({ params: { webhookId } }) => {
    const users = (await flows.listLive()).filter(({ flow }) =>
      flow.nodes.some(
        ({ type, config }) =>
          type === "start" && config.trigger.type === "webhook" && config.trigger.webhookId === webhookId,
      ),
    );
    if (users.length > 0)
      throw new RequestError("in-use", `Live flows start by it: ${users.map(({ flow }) => flow.name).join(", ")}.`);
    if (!(await inboundWebhooks.remove(webhookId))) throw unknown(webhookId);
    return {};
  });
}

function unknown(id: string): RequestError {
  return new RequestError("not-found", `There is no inbound webhook with the id ${id}.`);
}

function viewOf({ id, name, auth, createdAt }: InboundWebhook): InboundWebhookView {
  return { ...{ id, name, auth, createdAt }, path: inboundWebhookPath.replace(":webhookId", id) };
}

function withSecret({ webhook, secret }: NewSecret) {
  return { ...viewOf(webhook), secret };
}
