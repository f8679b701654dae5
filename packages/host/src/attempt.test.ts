import { describe, expect, test } from "vitest";
import type { Gateway, GatewayAnswer, SendRequest } from "@parley/gateway";
import type { App } from "@parley/messaging";
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
