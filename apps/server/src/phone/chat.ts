import { type Content, contentSchema } from "@parley/simulator";
import { z } from "zod";

const stateSchema = z.object({
  numbers: z.array(z.object({ phoneNumberId: z.string(), displayPhoneNumber: z.string() })),
});

const text = z.string();

const entrySchema = z.object({
  sequence: z.number(),
  id: text,
  direction: z.enum(["in", "out"]),
  at: z.number(),
  text,
  /** The message in the provider's own form. */
  message: z.record(text, z.json()),
  /** Of a message made of a template: what the person reads. */
  template: z
    .object({
      header: text,
      body: text,
      footer: text,
      buttons: z.array(
        z.object({
          type: z.enum(["quick-reply", "url", "phone-number", "copy-code", "otp"]),
          text,
          payload: text.optional(),
          url: text.optional(),
          code: text.optional(),
        }),
      ),
    })
    .optional(),
  status: z.enum(["pending", "sent", "delivered", "read", "failed"]),
});

const chatSchema = z.object({ entries: z.array(entrySchema) });

/** A message of the chat as it stands; `out` is from the business. */
export type Entry = z.infer<typeof entrySchema>;

/** A chat with the first number of a simulator. */
export type PhoneChat = {
  readonly waId: string;
  readonly businessNumber: string;
  /** Does something in the chat; `isReferred`: as somebody who came by an advertisement. */
  readonly write: (content: Content, options?: { readonly isReferred?: boolean }) => Promise<void>;
  /** Entries that are new or changed since the last time. */
  readonly changes: () => Promise<readonly Entry[]>;
  readonly setPhone: (change: Record<string, unknown>) => Promise<void>;
  readonly setMarketing: (value: "stop" | "resume") => Promise<void>;
  readonly advanceClock: (byMs: number) => Promise<void>;
};

/** Opens a chat through the simulator's control API. */
export async function openChat(options: { simulatorUrl: string; waId: string; name: string }): Promise<PhoneChat> {
  const { simulatorUrl, waId, name } = options;
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const request = { method, headers: { "content-type": "application/json" } };
    const response = await fetch(`${simulatorUrl}/control${path}`, {
      ...request,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Error(`No simulator answers at ${simulatorUrl}. Start the server first: npm start`);
    });
    if (!response.ok) throw new Error(`The simulator answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const [number] = stateSchema.parse(await ask("GET", "/state")).numbers;
  if (number === undefined) throw new Error("The simulator has no business number yet.");
  const { phoneNumberId, displayPhoneNumber } = number;
  await ask("PATCH", `/phones/${waId}`, { name });
  const read = async (after: number): Promise<readonly Entry[]> =>
    chatSchema.parse(await ask("GET", `/phones/${waId}/chat?phoneNumberId=${phoneNumberId}&after=${after}`)).entries;
  let seen = (await read(0)).reduce((latest, { sequence }) => Math.max(latest, sequence), 0);
  return {
    waId,
    businessNumber: displayPhoneNumber,
    write: async (content, { isReferred = false } = {}) => {
      const writing = { phoneNumberId, content: contentSchema.parse(content), ...(isReferred && { referral: {} }) };
      await ask("POST", `/phones/${waId}/messages`, writing);
    },
    changes: async () => {
      const entries = await read(seen);
      for (const { sequence } of entries) seen = Math.max(seen, sequence);
      return entries;
    },
    setPhone: async (change) => {
      await ask("PATCH", `/phones/${waId}`, change);
    },
    setMarketing: async (value) => {
      await ask("POST", `/phones/${waId}/marketing`, { phoneNumberId, value });
    },
    advanceClock: async (byMs) => {
      await ask("POST", "/clock", { advanceMs: byMs });
    },
  };
}
