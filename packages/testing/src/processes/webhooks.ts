import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { signatureOf } from "@parley/simulator/http";
import { type Answer, askJson } from "./ask-json.ts";
import { processLimits } from "./limits.ts";

/** Posts webhooks by hand, past the simulator. */
export interface Webhooks {
  /**
   * Posts a body: text as it stands, anything else as JSON.
   *
   * `secret` signs it, by default with the app's own; `signature` is sent in place of a true one, and null sends none.
   */
  post(
    body: unknown,
    options?: { readonly secret?: string; readonly signature?: string | null },
  ): Promise<Answer["status"]>;
  /**
   * Begins to post a body and holds its second half back until `finish`, which gives the status and leaves the connection open, as a client does
   * that means to use it again. `close` closes it.
   */
  begin(body: unknown): Promise<{ readonly finish: () => Promise<Answer["status"]>; readonly close: () => void }>;
  /** Asks whether the URL is ours, as Meta does (Graph API, Webhooks, Verification Requests). */
  verify(verifyToken: string, challenge: string): Promise<Answer>;
}

/** Makes a poster of webhooks to a URL. */
export function createWebhooks(url: string, appSecret: string): Webhooks {
  return {
    post: async (body, { secret = appSecret, signature } = {}) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const header = signature === undefined ? signatureOf(text, secret) : signature;
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(header === null ? {} : { "x-hub-signature-256": header }),
        },
        body: text,
        signal: AbortSignal.timeout(processLimits.requestMs),
      });
      await response.body?.cancel();
      return response.status;
    },
    begin: async (body) => {
      const bytes = Buffer.from(JSON.stringify(body));
      const agent = new Agent({ keepAlive: true });
      const headers = { "content-length": bytes.length, "x-hub-signature-256": signatureOf(bytes, appSecret) };
      const posting = request(url, { method: "POST", agent, headers });
      const half = Math.floor(bytes.length / 2);
      await new Promise<void>((resolve, reject) => {
        posting.once("error", reject).write(bytes.subarray(0, half), () => resolve());
      });
      return {
        close: () => agent.destroy(),
        finish: async () => {
          posting.end(bytes.subarray(half));
          const [answer] = (await once(posting, "response")) as [IncomingMessage];
          await once(answer.resume(), "end");
          return answer.statusCode ?? 0;
        },
      };
    },
    verify: (verifyToken, challenge) => {
      const query = { "hub.mode": "subscribe", "hub.verify_token": verifyToken, "hub.challenge": challenge };
      return askJson(`${url}?${new URLSearchParams(query).toString()}`);
    },
  };
}

/** A text that arrives, and to which number. */
export type TextReceived = { readonly phoneNumberId: string; readonly from: string; readonly text: string };

/** The body of a webhook that brings a text (Cloud API, Webhooks, messages). */
export function textWebhook({ phoneNumberId, from, text }: TextReceived): unknown {
  const message = {
    from,
    id: `wamid.${randomUUID()}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: "text",
    text: { body: text },
  };
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: "Sam" }, wa_id: from }],
    messages: [message],
  };
  return { object: "whatsapp_business_account", entry: [{ id: "0", changes: [{ field: "messages", value }] }] };
}
