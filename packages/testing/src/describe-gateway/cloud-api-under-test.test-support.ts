import { createCloudApiGateway, verifySignature } from "@parley/gateway/cloud-api";
import { type App, assertNever, type Contact, type InboundContent, type JsonObject } from "@parley/messaging";
import { createGatewaySimulator, type GatewaySimulator } from "@parley/simulator/http";
import { expect } from "vitest";
import type {
  GatewayTreatment,
  GatewayUnderTest,
  OpenGatewayOptions,
  TakenMessage,
  Writing,
} from "../describe-gateway.ts";
import { type GoBetween, startGoBetween } from "./go-between.test-support.ts";
import { startPostBox } from "./post-box.test-support.ts";
import { soon } from "./updates.ts";

const businessAccountId = "102290129340398";
const accessToken = "token-of-the-test";
const appSecret = "secret-of-the-test";
const app: App = {
  id: "app-1",
  connectionId: "connection-1",
  phoneNumberId: "106540352242922",
  displayPhoneNumber: "+15550783881",
  settings: { messagesPerSecond: 80, ambiguous: "retry" },
};
const person: Contact = { waId: "31612345678" };

/** What somebody wrote on the business's own phone looks like a message to us, and is none. */
const echo = {
  field: "smb_message_echoes",
  value: {
    metadata: { display_phone_number: "15550783881", phone_number_id: "106540352242922" },
    messages: [{ id: "wamid.1", from: "31612345678", type: "text", timestamp: "1767225600", text: { body: "Hi" } }],
  },
};
const strangeBodies = [
  {},
  ["not", "ours"],
  { object: "page", entry: [] },
  { object: "whatsapp_business_account", entry: [{ id: "1", changes: [echo] }] },
  { object: "whatsapp_business_account", entry: [{ id: "1", changes: [{ field: "messages", value: {} }] }] },
];

/** A gateway to the Cloud API, before a simulator of it whose answers may be spoilt on their way. */
export async function openCloudApiGateway({ requestTimeoutMs }: OpenGatewayOptions): Promise<GatewayUnderTest> {
  const box = await startPostBox();
  const simulator = await startSimulator(box.url);
  const between = await startGoBetween(simulator.url);
  const gateway = createCloudApiGateway({ baseUrl: between.url, accessToken, requestTimeoutMs, connections: 4 });
  const control = controlOf(simulator.url);
  await writeBy(control, { type: "text", text: "Hi" }, { from: person });
  await soon(() => expect(box.posts).toHaveLength(1));
  box.posts.length = 0;

  return {
    ...{ gateway, app, person, businessAccountId, strangeBodies, lacks: {} },
    codes: {
      policy: [131_047, 131_049, 131_050, 132_001, 137_000, 368],
      permanent: [131_026, 131_051, 131_009, 100],
      identity: 137_000,
    },
    treat: (treatment) => treat(treatment, control, between),
    failDeliveries: async (failsWith) => void (await control("PATCH", `/phones/${person.waId}`, { failsWith })),
    postTwice: async () => void (await control("PUT", "/faults", { webhookDuplicates: { extra: 1 } })),
    reached: () => between.count,
    taken: () => takenBy(simulator),
    write: (content, writing) => writeBy(control, content, writing),
    identify: async (who, identityHash) => void (await control("PATCH", `/phones/${who.waId}`, { identityHash })),
    choose: async (who, value) => {
      await control("POST", `/phones/${who.waId}/marketing`, { phoneNumberId: app.phoneNumberId, value });
    },
    judge: async (template, verdict) => {
      const { id } = await control("POST", "/templates", { phoneNumberId: app.phoneNumberId, template });
      await control("POST", `/templates/${id as string}/status`, verdict);
    },
    isRead: (messageId, who) =>
      chatOf(simulator, who).entries.some(({ id, status }) => id === messageId && status === "read"),
    seesTyping: (who) => chatOf(simulator, who).isTyping,
    post: async (body) => void (await control("POST", `/webhooks/${app.phoneNumberId}`, { body })),
    posts: () => box.posts,
    isSigned: ({ bytes, signature }) => verifySignature(bytes, signature, [appSecret]),
    dispose: async () => {
      // The simulator first: what hangs there would keep the others waiting.
      await simulator.close();
      await Promise.all([between.close(), gateway.close(), box.close()]);
    },
  };
}

function startSimulator(webhookUrl: string): Promise<GatewaySimulator> {
  const { phoneNumberId, displayPhoneNumber } = app;
  const number = { phoneNumberId, displayPhoneNumber, businessAccountId, accessToken, appSecret };
  return createGatewaySimulator({
    numbers: [{ ...number, hasIdentityCheck: true, verifyToken: "verify-token-of-the-test", webhookUrl }],
    phoneDefaults: { deliverAfterMs: 0, readAfterMs: 0 },
  });
}

/** Calls the control API and gives what it answers. */
type Control = (method: string, path: string, body: object) => Promise<JsonObject>;

function controlOf(url: string): Control {
  return async (method, path, body) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/control${path}`, { method, headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as JsonObject;
    expect([response.status, answer]).toEqual([200, expect.anything()]);
    return answer;
  };
}

async function treat(treatment: GatewayTreatment, control: Control, between: GoBetween): Promise<void> {
  between.change();
  await control("PUT", "/faults", faultsOf(treatment));
  if (treatment.type === "babbles") between.change((answer) => ({ ...answer, body: "<html>Bad gateway</html>" }));
  if (treatment.type !== "is-busy" || treatment.retryAfterMs === undefined) return;
  const retryAfter = String(treatment.retryAfterMs / 1_000);
  between.change((answer) => ({ ...answer, headers: { ...answer.headers, "retry-after": retryAfter } }));
}

function faultsOf(treatment: GatewayTreatment): object {
  switch (treatment.type) {
    case "accepts":
    case "babbles":
      return {};
    case "refuses":
      return { apiStatus: { status: 400, code: treatment.code } };
    case "is-busy":
      return { apiStatus: { status: 429 } };
    case "breaks-down":
      return { apiStatus: { status: 500 } };
    case "loses-request":
      return { apiDown: {} };
    case "loses-answer":
      return { answerLost: {} };
    case "hangs":
      return { apiLatencyMs: { ms: 60_000 } };
    default:
      return assertNever(treatment);
  }
}

function takenBy(simulator: GatewaySimulator): readonly TakenMessage[] {
  return simulator.world.sends({ limit: 100 }).map(({ id, to, text, clientReference = "" }) => {
    const phone = to.includes(".") ? { bsuid: to } : { waId: to };
    const content = chatOf(simulator, phone).entries.find((entry) => entry.id === id)?.message ?? {};
    const context = content["context"] as JsonObject | undefined;
    const contextId = context?.["message_id"] as string | undefined;
    return { messageId: id, sendKey: clientReference, to: phone, text, content, contextId };
  });
}

function chatOf({ world }: GatewaySimulator, { waId, bsuid }: Contact) {
  const phone = waId === undefined ? { bsuid: bsuid ?? "" } : { waId };
  return world.chat({ phone, phoneNumberId: app.phoneNumberId });
}

async function writeBy(control: Control, content: InboundContent, { from, ...rest }: Writing): Promise<string> {
  const { waId, bsuid, name = "Sam" } = from;
  const phone = `/phones/${waId ?? bsuid}`;
  await control("PATCH", phone, { name, ...(waId !== undefined && bsuid !== undefined ? { bsuid } : {}) });
  const { phoneNumberId } = app;
  const { id } = await control("POST", `${phone}/messages`, {
    phoneNumberId,
    content: controlContent(content),
    ...rest,
  });
  return id as string;
}

/** What a person does, as the control API takes it; where it has no words of its own, as the Cloud API writes it. */
function controlContent(content: InboundContent): object {
  const raw = (message: object) => ({ type: "raw", message });
  switch (content.type) {
    case "contacts":
      return raw({ type: "contacts", contacts: content.contacts });
    case "reaction":
      return raw({ type: "reaction", reaction: { message_id: content.messageId, emoji: content.emoji } });
    case "system":
      return raw({ type: "system", system: { body: content.notice, type: "user_changed_number" } });
    case "unsupported":
      return raw({ type: content.wireType, [content.wireType]: {} });
    default:
      return content;
  }
}
