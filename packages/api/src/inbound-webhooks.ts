import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

const params = z.strictObject({ webhookId: z.string().regex(/^[a-z0-9]{1,40}$/) });
const name = z.string().trim().min(1).max(apiLimits.nameLength);

/** How a caller shows that it may call: the header `x-parley-key`, or `x-hub-signature` with the HMAC of the body in hexadecimal after `sha256=` or `sha512=`. */
const auth = z.enum(["key", "signature-sha256", "signature-sha512"]);

const webhookSchema = z.object({
  id: z.string(),
  name: z.string(),
  auth,
  /** Where it is called; beneath this server's public address. */
  path: z.string(),
  createdAt: z.int(),
});

/** An endpoint that others call to start flows. */
export type InboundWebhookView = z.infer<typeof webhookSchema>;

const withSecret = webhookSchema.extend({
  /** Shown this once. */
  secret: z.string(),
});

export const listInboundWebhooks = defineRoute({
  method: "GET",
  path: "/api/inbound-webhooks",
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.object({ webhooks: z.array(webhookSchema) }),
});

/** Makes an endpoint with a secret, which is shown this once. */
export const createInboundWebhook = defineRoute({
  method: "POST",
  path: "/api/inbound-webhooks",
  params: nothing,
  query: nothing,
  body: z.strictObject({ name, auth: auth.default("key") }),
  response: withSecret,
});

/** Gives an endpoint a new secret; the former one is void at once. */
export const renewInboundWebhookSecret = defineRoute({
  method: "POST",
  path: "/api/inbound-webhooks/:webhookId/secret",
  params,
  query: nothing,
  body: nothing,
  response: withSecret,
});

/** Removes an endpoint; `in-use` while a live flow starts by it. */
export const deleteInboundWebhook = defineRoute({
  method: "DELETE",
  path: "/api/inbound-webhooks/:webhookId",
  params,
  query: nothing,
  body: nothing,
  response: z.object({}),
});

/**
 * Where an endpoint is called: `POST /webhooks/in/<id>`, at most 256 KB of JSON. Answers 202 with the id of the signal and how many conversations it began.
 * Calls with one `idempotency-key`, of at most 200 characters, count as one.
 */
export const inboundWebhookPath = "/webhooks/in/:webhookId";
