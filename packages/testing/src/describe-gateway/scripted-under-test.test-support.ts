import type { GatewayAnswer, GatewayUpdate, SendRequest } from "@parley/gateway";
import { createScriptedGateway } from "@parley/gateway/scripted";
import { type App, assertNever, type Json, type ReceiptStatus, wordsOf } from "@parley/messaging";
import type { GatewayTreatment, GatewayUnderTest, TakenMessage, WebhookPost } from "../describe-gateway.ts";

const startsAt = 1_767_225_600_000;
const app: App = {
  id: "app-1",
  connectionId: "connection-1",
  phoneNumberId: "106540352242922",
  displayPhoneNumber: "+15550783881",
  settings: { messagesPerSecond: 80, ambiguous: "retry" },
};

const codes = { policy: [131_047, 131_049], permanent: [131_026, 100] };

/** A scripted gateway whose script is a provider: it takes messages and tells of them. */
export async function openScriptedGateway(): Promise<GatewayUnderTest> {
  const taken: TakenMessage[] = [];
  const posts: WebhookPost[] = [];
  let treatment: GatewayTreatment = { type: "accepts" };
  let [failsWith, timesPosted, written]: [number | undefined, number, number] = [undefined, 1, 0];
  const gateway = createScriptedGateway((request) => answer(request));

  function answer(request: SendRequest): GatewayAnswer | Promise<GatewayAnswer> {
    switch (treatment.type) {
      case "accepts":
        return { type: "accepted", messageId: take(request), contact: request.to };
      case "refuses": {
        const { code } = treatment;
        return { type: "refused", isPolicy: codes.policy.includes(code), error: { code, title: "No", details: "" } };
      }
      case "is-busy": {
        const { retryAfterMs } = treatment;
        return { type: "retryable", reason: "It is busy.", ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
      }
      case "loses-answer":
      case "babbles":
        take(request);
        return { type: "ambiguous", reason: "The answer is lost." };
      case "loses-request":
      case "breaks-down":
        return { type: "ambiguous", reason: "The request is lost." };
      case "hangs":
        return new Promise(() => undefined);
      default:
        return assertNever(treatment);
    }
  }

  function take({ sendKey, to, message, contextId }: SendRequest): string {
    const messageId = `taken.${taken.length + 1}`;
    taken.push({ messageId, sendKey, to, text: wordsOf(message), contextId });
    const error = failsWith === undefined ? undefined : { code: failsWith, title: "It failed", details: "" };
    const statuses: ReceiptStatus[] =
      error === undefined ? ["submitted", "delivered", "read"] : ["submitted", "failed"];
    for (const status of statuses) {
      const told = status === "failed" ? { error } : {};
      tell({
        type: "receipt",
        phoneNumberId: app.phoneNumberId,
        receipt: { messageId, sendKey, status, at: startsAt, ...told },
      });
    }
    return messageId;
  }

  function tell(update: GatewayUpdate): void {
    post({ updates: [update] });
  }

  function post(body: unknown): void {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    posts.push(...Array.from({ length: timesPosted }, () => ({ bytes })));
  }

  return {
    ...{ gateway, app, codes, person: { waId: "31612345678" } },
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
    write: async (content, { from, sentAt = startsAt, contextId }) => {
      const id = `written.${(written += 1)}`;
      const message = { id, sentAt, content, payload: {}, ...(contextId === undefined ? {} : { contextId }) };
      tell({ type: "message", phoneNumberId: app.phoneNumberId, contact: from, message });
      return id;
    },
    dispose: async () => undefined,
  };
}
