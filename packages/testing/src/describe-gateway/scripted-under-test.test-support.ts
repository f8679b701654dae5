import type { GatewayAnswer, GatewayUpdate, SendRequest } from "@parley/gateway";
import { createScriptedGateway } from "@parley/gateway/scripted";
import { type App, assertNever, type Contact, type Json, type ReceiptStatus, wordsOf } from "@parley/messaging";
import type { GatewayTreatment, GatewayUnderTest, TakenMessage, WebhookPost } from "../describe-gateway.ts";

const startsAt = 1_767_225_600_000;
const app: App = {
  id: "app-1",
  connectionId: "connection-1",
  phoneNumberId: "106540352242922",
  displayPhoneNumber: "+15550783881",
  settings: { messagesPerSecond: 80, ambiguous: "retry" },
};
const { phoneNumberId } = app;
const businessAccountId = "102290129340398";
const codes = { policy: [131_047, 131_049], permanent: [131_026, 100], identity: 137_000 };

/** A scripted gateway whose script is a provider: it takes messages and tells of them. */
export async function openScriptedGateway(): Promise<GatewayUnderTest> {
  const taken: TakenMessage[] = [];
  const posts: WebhookPost[] = [];
  const written: string[] = [];
  const hashes = new Map<string | undefined, string>();
  let treatment: GatewayTreatment = { type: "accepts" };
  let [failsWith, timesPosted, read]: [number | undefined, number, number] = [undefined, 1, 0];
  let isTyping = false;
  const gateway = createScriptedGateway((request) => answer(request));

  function answer(request: SendRequest): GatewayAnswer | Promise<GatewayAnswer> {
    switch (treatment.type) {
      case "accepts":
        return accept(request);
      case "refuses":
        return refusal(treatment.code);
      case "is-busy": {
        const { retryAfterMs } = treatment;
        return { type: "retryable", reason: "It is busy.", ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
      }
      case "loses-answer":
      case "babbles":
        accept(request);
        // What does no harm twice may be tried again.
        return {
          type: request.message.type === "read-mark" ? "retryable" : "ambiguous",
          reason: "The answer is lost.",
        };
      case "loses-request":
      case "breaks-down":
        return { type: "ambiguous", reason: "The request is lost." };
      case "hangs":
        return new Promise(() => undefined);
      default:
        return assertNever(treatment);
    }
  }

  function accept(request: SendRequest): GatewayAnswer {
    const { message, to: contact, identityKeyHash: hash } = request;
    if (message.type === "read-mark") {
      read = Math.max(read, written.indexOf(message.messageId) + 1);
      isTyping = message.showsTyping;
      return { type: "accepted", contact };
    }
    if (hash !== undefined && hash !== hashes.get(contact.waId)) return refusal(codes.identity);
    isTyping = false;
    return { type: "accepted", messageId: take(request), contact };
  }

  function take({ sendKey, to, message, contextId }: SendRequest): string {
    const messageId = `taken.${taken.length + 1}`;
    const content = JSON.parse(JSON.stringify(message)) as Json;
    taken.push({ messageId, sendKey, to, text: wordsOf(message), content, contextId });
    const error = failsWith === undefined ? undefined : { code: failsWith, title: "It failed", details: "" };
    const statuses: ReceiptStatus[] =
      error === undefined ? ["submitted", "delivered", "read"] : ["submitted", "failed"];
    for (const status of statuses) {
      const told = { ...hashOf(to), ...(status === "failed" ? { error } : {}) };
      tell({ type: "receipt", phoneNumberId, receipt: { messageId, sendKey, status, at: startsAt, ...told } });
    }
    return messageId;
  }

  function hashOf({ waId }: Contact): Pick<Contact, "identityHash"> {
    const identityHash = hashes.get(waId);
    return identityHash === undefined ? {} : { identityHash };
  }

  function tell(update: GatewayUpdate): void {
    post({ updates: [update] });
  }

  function post(body: unknown): void {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    posts.push(...Array.from({ length: timesPosted }, () => ({ bytes })));
  }

  return {
    ...{ gateway, app, codes, businessAccountId, person: { waId: "31612345678" } },
    strangeBodies: [{ updates: [7] }, { updates: [{ type: "other" }] }, {}, "text"] satisfies Json[],
    lacks: {
      "time-out": "It waits for its script as long as nobody aborts.",
      signature: "Its updates come from the test itself.",
      "wire-format": "Its updates are the port's own, and as good as the word of the test that wrote them.",
    },
    treat: async (next) => {
      treatment = next;
    },
    failDeliveries: async (code) => {
      failsWith = code;
    },
    postTwice: async () => {
      timesPosted = 2;
    },
    reached: () => gateway.sent.length,
    taken: () => taken,
    posts: () => posts,
    post: async (body) => post(body),
    isSigned: () => false,
    isRead: (messageId) => written.indexOf(messageId) < read,
    seesTyping: () => isTyping,
    identify: async ({ waId }, identityHash) => void hashes.set(waId, identityHash),
    choose: async (contact, choice) => {
      const status = choice === "stop" ? "opted-out" : "opted-in";
      const optIn = { status, at: startsAt, source: "provider", evidence: `They chose to ${choice}.` } as const;
      tell({ type: "consent", phoneNumberId, contact, optIn });
    },
    judge: async ({ name, language }, { status, reason = "" }) => {
      const template = { businessAccountId, name, language, providerId: "594425479261596", status, reason };
      tell({ type: "template-status", ...template });
    },
    write: async (content, { from, sentAt = startsAt, ...more }) => {
      const id = `written.${written.push(`written.${written.length + 1}`)}`;
      const contact = { ...from, ...hashOf(from) };
      tell({ type: "message", phoneNumberId, contact, message: { id, sentAt, content, payload: {}, ...more } });
      return id;
    },
    dispose: async () => undefined,
  };
}

function refusal(code: number): GatewayAnswer {
  const isPolicy = code === codes.identity || codes.policy.includes(code);
  return { type: "refused", isPolicy, error: { code, title: "No", details: "" } };
}
