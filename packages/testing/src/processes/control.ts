import type { Template } from "@parley/messaging";
import type {
  AccountTemplate,
  AccountTemplateStatus,
  ChatEntry,
  Content,
  FaultPlan,
  PhoneChange,
  PhoneState,
  Referral,
  Send,
  WorldCounters,
} from "@parley/simulator";
import type { NumberRegistration, WebhookCounts } from "@parley/simulator/http";
import { askJson } from "./ask-json.ts";

/** What a person types or does, and to which number. */
export type Writing = {
  readonly phoneNumberId: string;
  readonly content: Content;
  /** The message it answers; a choice of a message names that message itself. */
  readonly contextId?: string | undefined;
  /** The advertisement that led the person here; an empty object is any. */
  readonly referral?: Partial<Referral> | undefined;
  /** When it was sent, in milliseconds, if not now. */
  readonly sentAt?: number | undefined;
};

/** A template as a test writes it: what it leaves out is empty. */
export type TemplateSketch = Pick<Template, "name" | "language" | "category" | "body"> & Partial<Template>;

/** A simulator's control API. Rejects with the simulator's sentence when it does not do what it was asked. */
export interface Control {
  putNumber(number: NumberRegistration): Promise<void>;
  /** Lets the simulator verify the number's webhook as Meta does. */
  verify(phoneNumberId: string): Promise<{ readonly isVerified: boolean; readonly status: number | null }>;
  /** A person writes or does something else; gives the message's id. */
  write(waId: string, writing: Writing): Promise<string>;
  /** A chat, the oldest message first. */
  chat(waId: string, phoneNumberId: string): Promise<readonly ChatEntry[]>;
  changePhone(waId: string, change: PhoneChange): Promise<PhoneState>;
  /** A person stops the marketing messages of a number, or takes them again. */
  setMarketing(waId: string, phoneNumberId: string, value: "stop" | "resume"): Promise<void>;
  /** The templates of a number's business account. */
  templates(phoneNumberId: string): Promise<readonly AccountTemplate[]>;
  /** Puts a template there as it is, without review. */
  putTemplate(
    phoneNumberId: string,
    template: TemplateSketch,
    status?: AccountTemplateStatus,
  ): Promise<AccountTemplate>;
  /** Says what becomes of a template, as Meta's reviewers do; the business is told. */
  setTemplateStatus(
    id: string,
    status: AccountTemplateStatus,
    why?: { readonly reason?: string; readonly explanation?: string },
  ): Promise<AccountTemplate>;
  /** How long reviews take from now on; null: until `setTemplateStatus`. */
  setTemplateReview(reviewAfterMs: number | null): Promise<void>;
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
    write: async (waId, writing) => (await ask<{ id: string }>("POST", `/phones/${waId}/messages`, writing)).id,
    chat: async (waId, phoneNumberId) =>
      (await get<{ entries: ChatEntry[] }>(`/phones/${waId}/chat?phoneNumberId=${phoneNumberId}`)).entries,
    changePhone: (waId, change) => ask("PATCH", `/phones/${waId}`, change),
    setMarketing: (waId, phoneNumberId, value) => ask("POST", `/phones/${waId}/marketing`, { phoneNumberId, value }),
    templates: async (phoneNumberId) =>
      (await get<{ templates: AccountTemplate[] }>(`/templates?phoneNumberId=${phoneNumberId}`)).templates,
    putTemplate: (phoneNumberId, template, status) => ask("POST", "/templates", { phoneNumberId, template, status }),
    setTemplateStatus: (id, status, why) => ask("POST", `/templates/${id}/status`, { status, ...why }),
    setTemplateReview: (reviewAfterMs) => ask("PUT", "/templates/review", { reviewAfterMs }),
    setFaults: (plan) => ask("PUT", "/faults", plan),
    advanceClock: (advanceMs) => ask("POST", "/clock", { advanceMs }),
    sends: async (after = 0) => (await get<{ sends: Send[] }>(`/sends?after=${after}`)).sends,
    counters: async () => (await get<{ counters: WorldCounters }>("/state")).counters,
    webhooks: () => get("/webhooks"),
  };
}
