import { describe, expect, test } from "vitest";
import type { Gateway, GatewayAnswer, SendRequest } from "@parley/gateway";
import type { App, RegisteredTemplate } from "@parley/messaging";
import type { SendRow } from "@parley/store";
import { createManualClock, createMemoryStore, createScriptedGateway } from "@parley/testing";
import { attemptSend, type AttemptTools, rowToRepeat, suspect } from "./attempt.ts";
import { hostLimits } from "./limits.ts";
import { sendRow } from "./send-row.test-support.ts";

const app: App = {
  id: "main",
  connectionId: "default",
  phoneNumberId: "1",
  displayPhoneNumber: "",
  settings: { messagesPerSecond: 80, ambiguous: "retry" },
};
const cautious: App = { ...app, settings: { ...app.settings, ambiguous: "dead-letter" } };
const { clock } = createManualClock(1_000_000);
const now = clock.now();

function toolsWith(gateway: Gateway, rest: Partial<AttemptTools> = {}): AttemptTools {
  return {
    ...{ store: createMemoryStore(), gateway, app, clock, lastInboundOf: () => now, reconcileAfterMs: 60_000 },
    random: () => 0.5,
    signal: new AbortController().signal,
    onHandOver: () => {},
    ...rest,
  };
}

const attemptWith = (answer: GatewayAnswer, row: SendRow = sendRow(), rest: Partial<AttemptTools> = {}) =>
  attemptSend(row, toolsWith(createScriptedGateway([answer]), rest));

describe("an attempt", () => {
  test("hands over our id, the receiver, the message and what it quotes", async () => {
    const gateway = createScriptedGateway();
    const row = sendRow();
    const quoting = { ...row, request: { ...row.request, contextId: "wamid.1" } };
    let handedOver = 0;
    expect(await attemptSend(quoting, toolsWith(gateway, { onHandOver: () => (handedOver += 1) }))).toEqual({
      type: "accepted",
      messageId: "scripted.1",
    });
    const { to, message } = row.request;
    expect(gateway.sent).toEqual<SendRequest[]>([{ app, sendKey: row.key, to, message, contextId: "wamid.1" }]);
    expect(handedOver).toBe(1);
  });

  test("hands over the receiver's identity key hash where the send has one", async () => {
    const gateway = createScriptedGateway();
    const row = sendRow();
    await attemptSend({ ...row, request: { ...row.request, identityKeyHash: "abc=" } }, toolsWith(gateway));
    expect(gateway.sent).toMatchObject([{ identityKeyHash: "abc=" }]);
  });

  test("of what has no receipts is accepted without an id, and is tried again when its answer is lost", async () => {
    const message = { type: "read-mark", messageId: "m1", showsTyping: true } as const;
    const row = sendRow();
    const mark = { ...row, request: { ...row.request, message } };
    expect(await attemptWith({ type: "accepted", contact: {} }, mark)).toEqual({
      type: "accepted",
      messageId: undefined,
    });
    expect(await attemptWith({ type: "ambiguous", reason: "lost" }, mark)).toMatchObject({
      type: "again",
      isAmbiguous: false,
      at: now + 500,
    });
    expect(suspect(mark, 100, 900)).toBe(mark);
  });

  test("that a policy forbids hands nothing over", async () => {
    const gateway = createScriptedGateway();
    const attempt = await attemptSend(sendRow(), toolsWith(gateway, { lastInboundOf: () => undefined }));
    expect(attempt).toMatchObject({ type: "refused", refusal: { code: "7710" } });
    expect(gateway.sent).toEqual([]);
  });

  test.each([
    [{ code: 131_026, title: "Undeliverable", details: "Not on WhatsApp" }, "Not on WhatsApp (131026)", "7871"],
    [{ code: 131_026, title: "Undeliverable", details: "" }, "Undeliverable (131026)", "7871"],
    [{ code: 42, title: "Odd", details: "" }, "Odd (42)", "7200"],
  ])("that the provider refuses says why: %o", async (error, reason, code) => {
    const refusal = { code, sentence: `The provider refused it: ${reason}`, error };
    expect(await attemptWith({ type: "refused", isPolicy: true, error })).toEqual({ type: "refused", refusal });
    expect(await attemptWith({ type: "refused", isPolicy: false, error })).toEqual({ type: "failed", refusal });
  });

  test("that is ambiguous is repeated after the time for a receipt", async () => {
    expect(await attemptWith({ type: "ambiguous", reason: "lost" })).toEqual({
      type: "again",
      at: now + 60_000,
      isAmbiguous: true,
      reason: "lost",
    });
  });
});

describe("an attempt that is refused for the moment", () => {
  const busy = { type: "retryable", reason: "busy" } as const;
  const waitAfter = async (attempts: number, random: number, retryAfterMs?: number): Promise<number> => {
    const attempt = await attemptWith({ ...busy, retryAfterMs }, sendRow({ attempts }), { random: () => random });
    return attempt.type === "again" ? attempt.at - now : Number.NaN;
  };

  test.each([
    [0, 500],
    [1, 1_000],
    [4, 8_000],
    [5, 15_000],
    [18, 15_000],
  ])("after %d others waits about %d ms, up to a fifth more or less", async (attempts, ms) => {
    expect(await waitAfter(attempts, 0)).toBe(ms * 0.8);
    expect(await waitAfter(attempts, 0.5)).toBe(ms);
    expect(await waitAfter(attempts, 0.999_999_999)).toBe(ms * 1.2);
  });

  test("waits in whole milliseconds", async () => {
    expect(Number.isInteger(await waitAfter(0, 0.123_456_789))).toBe(true);
  });

  test("waits at least as long as the provider says", async () => {
    expect(await waitAfter(0, 0.5, 7_000)).toBe(7_000);
    expect(await waitAfter(7, 0.5, 7_000)).toBe(15_000);
  });

  test("is the last when there were enough", async () => {
    const attempt = await attemptWith(busy, sendRow({ attempts: hostLimits.sendAttempts - 1 }));
    expect(attempt).toMatchObject({
      type: "failed",
      refusal: { sentence: "It could not be sent in 240 attempts: busy" },
    });
  });
});

describe("a send of which nobody knows whether it was taken", () => {
  const doubtful = sendRow({ attempts: 1, ambiguousSince: 1 });
  const accepted: GatewayAnswer = { type: "accepted", messageId: "w1", contact: {} };

  test.each<[string, SendRow, App, "accepted" | "failed"]>([
    ["once is sent again", doubtful, app, "accepted"],
    ["twice is not", { ...doubtful, ambiguousRetries: 1 }, app, "failed"],
    ["once is not, where the app says so", doubtful, cautious, "failed"],
    ["because of a crash is sent again", { ...doubtful, ambiguousRetries: -1 }, app, "accepted"],
    ["because of a crash is sent again wherever", { ...doubtful, ambiguousRetries: -1 }, cautious, "accepted"],
  ])("%s", async (_, row, ofApp, type) => {
    expect((await attemptWith(accepted, row, { app: ofApp })).type).toBe(type);
  });
});

describe("a destination", () => {
  const to = (request: object): SendRow => {
    const row = sendRow();
    return { ...row, request: { ...row.request, ...request } };
  };

  test("by customer id is whom the record names, and the attempt says so", async () => {
    const store = createMemoryStore();
    const record = {
      id: "c1",
      customerId: "k-17",
      waId: "31600000001",
      name: "Ben",
      fields: {},
      createdAt: 0,
      updatedAt: 0,
    };
    await store.contacts.save(record);
    const gateway = createScriptedGateway();
    const attempt = await attemptSend(to({ to: { customerId: "k-17" } }), toolsWith(gateway, { store }));
    expect(gateway.sent).toMatchObject([{ to: { waId: "31600000001" } }]);
    expect(attempt).toMatchObject({ type: "accepted", receiver: { waId: "31600000001", name: "Ben" } });
  });

  test("by a customer id that nobody has fails with a sentence", async () => {
    const gateway = createScriptedGateway();
    expect(await attemptSend(to({ to: { customerId: "k-404" } }), toolsWith(gateway))).toEqual({
      type: "failed",
      refusal: { code: "7004", sentence: 'No contact has the customer id "k-404".' },
    });
    expect(gateway.sent).toEqual([]);
  });

  test.each([
    ["31612345678", "failed"],
    ["0031612345678", "failed"],
    ["+31 6 12345678", "accepted"],
    [undefined, "accepted"],
  ] as const)("written %s where the app demands the plus sign: %s", async (writtenTo, type) => {
    const demanding: App = { ...app, settings: { ...app.settings, demandsPlus: true } };
    const attempt = await attemptSend(to({ writtenTo }), toolsWith(createScriptedGateway(), { app: demanding }));
    expect(attempt.type).toBe(type);
    expect((await attemptSend(to({ writtenTo }), toolsWith(createScriptedGateway()))).type).toBe("accepted");
    if (attempt.type !== "failed") return;
    expect(attempt.refusal.sentence).toBe(
      `The destination is "${writtenTo}"; it must begin with the plus sign and the country code, such as +31612345678.`,
    );
  });
});

describe("a template to fall back on", () => {
  const template: RegisteredTemplate["template"] = {
    ...{ name: "hello", language: "en", category: "utility", parameterFormat: "positional", header: { type: "none" } },
    ...{ body: "Hello.", bodyExamples: [], footer: "", buttons: [], hasSecurityAdvice: false },
  };
  const templateFallback = {
    type: "template",
    name: "hello",
    language: "en",
    header: { type: "none" },
    body: [],
    buttons: [],
  };
  const row = { ...sendRow(), request: { ...sendRow().request, templateFallback } as SendRow["request"] };
  const reEngagement: GatewayAnswer = {
    ...{ type: "refused", isPolicy: true },
    error: { code: 131_047, title: "Re-engagement message", details: "More than 24 hours have passed" },
  };

  async function withTemplate(rest: Partial<AttemptTools> = {}): Promise<Partial<AttemptTools>> {
    const store = createMemoryStore();
    await store.templates.save([{ appId: "main", template, status: "approved", reason: "", updatedAt: 0 }]);
    return { store, ...rest };
  }

  test("goes out in the place of a message outside the window, and the attempt says so", async () => {
    const gateway = createScriptedGateway();
    const observing: App = { ...app, settings: { ...app.settings, policy: "observe" } };
    const tools = await withTemplate({ lastInboundOf: () => undefined, app: observing });
    expect(await attemptSend(row, toolsWith(gateway, tools))).toEqual({
      type: "accepted",
      messageId: "scripted.1",
      notes: [
        "The template hello (en) went out in its place. The 24-hour session window is closed: the contact has never written.",
      ],
      observed: [expect.objectContaining({ code: "9002" })],
    });
    expect(gateway.sent).toMatchObject([{ message: templateFallback }]);
  });

  test("goes out at once when the provider says that the window is closed", async () => {
    const gateway = createScriptedGateway([reEngagement]);
    const attempt = await attemptSend(row, toolsWith(gateway, await withTemplate()));
    expect(gateway.sent.map(({ message }) => message.type)).toEqual(["text", "template"]);
    expect(attempt).toMatchObject({ type: "accepted", notes: [expect.stringContaining("(131047)")] });
  });

  test("does not go out for any other refusal, nor when the template is refused so", async () => {
    const error = { code: 131_026, title: "Undeliverable", details: "" };
    const other = createScriptedGateway([{ type: "refused", isPolicy: false, error }]);
    expect((await attemptSend(row, toolsWith(other, await withTemplate()))).type).toBe("failed");
    expect(other.sent).toHaveLength(1);
    const twice = createScriptedGateway([reEngagement, reEngagement]);
    expect((await attemptSend(row, toolsWith(twice, await withTemplate()))).type).toBe("refused");
    expect(twice.sent).toHaveLength(2);
  });

  test("is not needed by a message that names none", async () => {
    const gateway = createScriptedGateway([reEngagement]);
    expect((await attemptSend(sendRow(), toolsWith(gateway, await withTemplate()))).type).toBe("refused");
    expect(gateway.sent).toHaveLength(1);
  });
});

describe("the row to repeat", () => {
  const again = { type: "again", at: 900, isAmbiguous: false, reason: "busy" } as const;

  test("counts the attempt and says when and why", () => {
    expect(rowToRepeat(sendRow(), again, 100)).toEqual(sendRow({ attempts: 1, nextAttemptAt: 900, reason: "busy" }));
  });

  test("counts repetitions of what was ambiguous, from the first on", () => {
    const first = rowToRepeat(sendRow(), { ...again, isAmbiguous: true }, 100);
    expect(first).toMatchObject({ ambiguousSince: 100, ambiguousRetries: 0 });
    const second = rowToRepeat(first, { ...again, isAmbiguous: true }, 200);
    expect(second).toMatchObject({ ambiguousSince: 100, ambiguousRetries: 1, attempts: 2 });
    expect(rowToRepeat(first, again, 200)).toMatchObject({ ambiguousSince: 100, ambiguousRetries: 0 });
  });
});

describe("a send of a process that crashed", () => {
  test("waits for its receipt, and its repetition is not used up", () => {
    expect(suspect(sendRow({ attempts: 3 }), 100, 900)).toEqual(
      sendRow({ attempts: 3, ambiguousSince: 100, ambiguousRetries: -1, nextAttemptAt: 900 }),
    );
  });

  test("that waits for its receipt already is left as it is", () => {
    const row = sendRow({ ambiguousSince: 50, nextAttemptAt: 101 });
    expect(suspect(row, 100, 900)).toBe(row);
  });

  test("that may have been repeated waits anew, and its count stays", () => {
    const row = sendRow({ ambiguousSince: 50, nextAttemptAt: 100, ambiguousRetries: 0 });
    expect(suspect(row, 100, 900)).toEqual({ ...row, nextAttemptAt: 900 });
  });
});
