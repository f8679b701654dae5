import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { businessNumber, type Server, textWebhook } from "@parley/testing/processes";

/** A signed webhook, made before it is needed, and the ids of the messages in it. */
export type Webhook = {
  readonly bytes: Buffer;
  readonly signature: string;
  readonly ids: readonly string[];
};

/** How a webhook was answered. */
export type Answered = {
  readonly webhook: Webhook;
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly tookMs: number;
};

type Body = {
  readonly entry: readonly {
    readonly changes: readonly { readonly value: { readonly messages: readonly { readonly id: string }[] } }[];
  }[];
};

/** Makes a webhook of texts, one from each of these people. */
export function webhookFrom(people: readonly string[], text: string = randomUUID()): Webhook {
  const { phoneNumberId } = businessNumber;
  const entries = people.flatMap((from) => (textWebhook({ phoneNumberId, from, text }) as Body).entry);
  const bytes = Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry: entries }));
  const signature = `sha256=${createHmac("sha256", businessNumber.appSecret).update(bytes).digest("hex")}`;
  const ids = entries.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages.map(({ id }) => id)));
  return { bytes, signature, ids };
}

/** Posts webhooks over at most so many connections that stay open. */
export function openSender({ url }: Server, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: async (webhook: Webhook): Promise<Answered> => {
      const { bytes, signature } = webhook;
      const begun = performance.now();
      const posting = request(`${url}/webhooks/cloud-api/default`, {
        ...{ method: "POST", agent },
        headers: {
          ...{ "content-type": "application/json", "content-length": bytes.length },
          "x-hub-signature-256": signature,
        },
      });
      posting.end(bytes);
      const [answer] = (await once(posting, "response")) as [IncomingMessage];
      await once(answer.resume(), "end");
      const retryAfter = answer.headers["retry-after"];
      return { webhook, status: answer.statusCode ?? 0, retryAfter, tookMs: performance.now() - begun };
    },
    /** Begins to post a body of so many bytes, of which so many come and the rest never does. */
    begin: (bytes: number, sent = 0): { readonly status: Promise<number>; readonly giveUp: () => void } => {
      const headers = { "content-type": "application/json", "content-length": bytes };
      const posting = request(`${url}/webhooks/cloud-api/default`, { method: "POST", agent, headers });
      const { promise: status, resolve } = Promise.withResolvers<number>();
      posting.on("response", (answer) => resolve(answer.resume().statusCode ?? 0));
      // It ends when it is given up.
      posting.on("error", () => resolve(0)).flushHeaders();
      if (sent > 0) posting.write(Buffer.alloc(sent, " "));
      return { status, giveUp: () => void posting.destroy() };
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}
