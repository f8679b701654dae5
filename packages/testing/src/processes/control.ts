import type { ChatEntry, FaultPlan, PhoneChange, PhoneState, Send, WorldCounters } from "@parley/simulator";
import type { NumberRegistration, WebhookCounts } from "@parley/simulator/http";
import { askJson } from "./ask-json.ts";

/** What a person types, and to which number. */
export type Writing = {
  readonly phoneNumberId: string;
  readonly text: string;
  /** When it was sent, in milliseconds, if not now. */
  readonly sentAt?: number | undefined;
};

/** A simulator's control API. Rejects with the simulator's sentence when it does not do what it was asked. */
export interface Control {
  putNumber(number: NumberRegistration): Promise<void>;
  /** Lets the simulator verify the number's webhook as Meta does. */
  verify(phoneNumberId: string): Promise<{ readonly isVerified: boolean; readonly status: number | null }>;
  /** A person writes; gives the message's id. */
  write(waId: string, writing: Writing): Promise<string>;
  /** A chat, the oldest message first. */
  chat(waId: string, phoneNumberId: string): Promise<readonly ChatEntry[]>;
  changePhone(waId: string, change: PhoneChange): Promise<PhoneState>;
  /** Replaces all faults. */
  setFaults(plan: FaultPlan): Promise<void>;
  /** Makes it later in the simulated world. */
  advanceClock(ms: number): Promise<void>;
  /** Messages of the business that were accepted, after a sequence. */
  sends(after?: number): Promise<readonly Send[]>;
  counters(): Promise<WorldCounters>;
  webhooks(): Promise<WebhookCounts>;
}

/** Makes a client of the control API of the simulator at a URL. */
export function createControl(url: string): Control {
  const ask = async <Body>(method: string, path: string, question?: unknown): Promise<Body> => {
    const { status, body } = await askJson(`${url}/control${path}`, { method, body: question });
    if (status !== 200) throw new Error(`The simulator answered ${status} to ${path}: ${JSON.stringify(body)}`);
    return body as Body;
  };
  const get = <Body>(path: string): Promise<Body> => ask("GET", path);

  return {
    putNumber: ({ phoneNumberId, ...registration }) => ask("PUT", `/numbers/${phoneNumberId}`, registration),
    verify: (phoneNumberId) => ask("POST", `/numbers/${phoneNumberId}/verify`, {}),
    write: async (waId, { text, ...writing }) => {
      const question = { ...writing, content: { type: "text", text } };
      return (await ask<{ id: string }>("POST", `/phones/${waId}/messages`, question)).id;
    },
    chat: async (waId, phoneNumberId) =>
      (await get<{ entries: ChatEntry[] }>(`/phones/${waId}/chat?phoneNumberId=${phoneNumberId}`)).entries,
    changePhone: (waId, change) => ask("PATCH", `/phones/${waId}`, change),
    setFaults: (plan) => ask("PUT", "/faults", plan),
    advanceClock: (advanceMs) => ask("POST", "/clock", { advanceMs }),
    sends: async (after = 0) => (await get<{ sends: Send[] }>(`/sends?after=${after}`)).sends,
    counters: async () => (await get<{ counters: WorldCounters }>("/state")).counters,
    webhooks: () => get("/webhooks"),
  };
}
