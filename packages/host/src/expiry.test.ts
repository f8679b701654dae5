import { describe, expect, test } from "vitest";
import type { GatewayAnswer } from "@parley/gateway";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { ada, reconcileAfterMs, World } from "./host.test-support.ts";

const second = 1_000;
const hour = 3_600 * second;
const tenSeconds = { expiry: { type: "seconds", seconds: 10 } };
const urgent = flowOf("urgent", [say("Now!", tenSeconds)]);
const expiredLine = "send-refused n3.onPolicyFail ended:error";

function contact(index: number) {
  return { from: { waId: `31600${10_000 + index}` } };
}

describe("a send that expires", () => {
  test("while it waits for another attempt is refused at that moment, and never sent", async () => {
    const answer = (): GatewayAnswer => ({ type: "retryable", reason: "busy", retryAfterMs: hour });
    const world = await World.open({ flows: [urgent], answer });
    await world.write("x");
    await world.run(10 * second - 1);
    expect(world.results()).toEqual([]);
    await world.run(1);
    expect(world.journal().at(-1)).toBe(`urgent#1 ${expiredLine}`);
    expect(world.sends()).toMatchObject([
      { state: "refused", reason: expect.stringContaining("expired at 2026-01-01T00:00:10.000Z") },
    ]);
    await world.run(2 * hour);
    expect(world.sent()).toHaveLength(1);
  });

  test("while it waits behind the rate is refused at that moment", async () => {
    const world = await World.open({ flows: [urgent], settings: { messagesPerSecond: 1 } });
    await world.host.deliver(Array.from({ length: 30 }, (_, index) => world.message("x", contact(index))));
    await world.run(10 * second);
    expect(world.results()).toHaveLength(30);
    expect(world.sent()).toHaveLength(10);
    expect(world.host.stats()).toMatchObject({ queued: 0, inFlight: 0 });
  });

  test("while it waits behind another of its thread is refused at that moment", async () => {
    const slow = flowOf("slow", [say("First"), hear()], { contains: ["slow"], interrupts: true });
    const fast = flowOf("fast", [say("Second", tenSeconds)], { contains: ["fast"], interrupts: true });
    const last = flowOf("last", [say("Third"), hear()], { contains: ["last"], interrupts: true });
    let isBusy = true;
    const answer = (): GatewayAnswer | undefined =>
      isBusy ? { type: "retryable", reason: "busy", retryAfterMs: 60_000 } : undefined;
    const world = await World.open({ flows: [slow, fast, last], answer });
    await world.host.deliver(["slow", "fast", "last"].map((text) => world.message(text)));
    await world.run(10 * second);
    expect(world.journal().at(-1)).toBe(`fast#2 ${expiredLine}`);
    isBusy = false;
    await world.run(60 * second);
    expect(world.sent().slice(1)).toEqual(["31612345678 First", "31612345678 Third"]);
  });

  test("while it is under way is as the gateway says", async () => {
    let accept = (): void => {};
    const world = await World.open({
      flows: [urgent],
      answer: ({ to }) =>
        new Promise((resolve) => (accept = () => resolve({ type: "accepted", messageId: "w1", contact: to }))),
    });
    await world.write("x");
    await world.run(20 * second);
    expect(world.results()).toEqual([]);
    accept();
    await world.settle();
    expect(world.results()).toEqual(["urgent#1 success"]);
  });

  test("while nobody knows whether it was taken waits for its receipt, and then is not said to have been refused", async () => {
    const world = await World.open({ flows: [urgent], answer: () => ({ type: "ambiguous", reason: "lost" }) });
    await world.write("x");
    await world.run(reconcileAfterMs - 1);
    expect(world.results()).toEqual([]);
    await world.run(1);
    expect(world.journal().at(-1)).toContain("onError");
    expect(world.journal().join()).not.toContain(expiredLine);
    expect(world.sent()).toHaveLength(1);
  });

  test("while no host runs is refused after the restart", async () => {
    const answer = (): GatewayAnswer => ({ type: "retryable", reason: "busy", retryAfterMs: hour });
    const world = await World.open({ flows: [urgent], answer });
    await world.write("x");
    await world.host.stop();
    await world.run(20 * second);
    await world.restart();
    expect(world.journal().at(-1)).toBe(`urgent#1 ${expiredLine}`);
    expect(world.sent()).toHaveLength(1);
  });
});

describe("the session window", () => {
  const day = 24 * hour;
  const closedLine = "send-refused n4.onPolicyFail ended:error";

  test("that has closed refuses a free-form message", async () => {
    const world = await World.open({ flows: [flowOf("late", [pause(24 * 3_600), say("Hello")])] });
    await world.write("x");
    await world.run(day);
    expect(world.sent()).toEqual([]);
    expect(world.journal().at(-1)).toBe(`late#1 ${closedLine}`);
    const reason = "The 24-hour session window is closed: the contact last wrote at 2026-01-01T00:00:00.000Z.";
    expect(world.sends()).toMatchObject([{ state: "refused", reason }]);
  });

  const answer = (_: unknown, attempt: number): GatewayAnswer | undefined =>
    attempt === 1 ? { type: "retryable", reason: "busy", retryAfterMs: 10_000 } : undefined;
  const nearlyLate = flowOf("late", [pause(24 * 3_600 - 5), say("Hello")]);

  test("is asked again before every attempt", async () => {
    const world = await World.open({ flows: [nearlyLate], answer });
    await world.write("x");
    await world.run(day + 10 * second);
    expect(world.sent()).toHaveLength(1);
    expect(world.journal().at(-1)).toBe(`late#1 ${closedLine}`);
  });

  test("opens again by a message that comes while the send waits", async () => {
    const world = await World.open({ flows: [nearlyLate], answer });
    await world.write("x");
    await world.run(day - 1 * second);
    await world.write("still here");
    await world.run(10 * second);
    expect(world.sent()).toHaveLength(2);
    expect(world.results()).toContain("late#1 success");
  });

  test("is that of the receiver, when it is not the contact of the conversation", async () => {
    const other = contact(1);
    const notify = flowOf("notify", [say("Hello", { destination: other.from.waId })], { contains: ["notify"] });
    const world = await World.open({ flows: [notify] });
    await world.write("notify", { from: ada });
    expect(world.sends()).toMatchObject([
      { state: "refused", reason: "The 24-hour session window is closed: the contact has never written." },
    ]);
    await world.write("x", other);
    await world.write("notify", { from: ada });
    expect(world.sent()).toEqual([`${other.from.waId} Hello`]);
  });

  test("is that of the app on which the contact wrote", async () => {
    const other = contact(1);
    const notify = flowOf("notify", [say("Hello", { destination: other.from.waId })], { contains: ["notify"] });
    const world = await World.open({ flows: [notify], apps: ["main", "other"] });
    await world.write("x", { ...other, app: "other" });
    await world.write("notify", { app: "main" });
    expect(world.sent()).toEqual([]);
  });
});
