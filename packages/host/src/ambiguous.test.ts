import { wordsOf } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { GatewayAnswer } from "@parley/gateway";
import { flowOf, hear, say } from "./flow.test-support.ts";
import { reconcileAfterMs, World } from "./host.test-support.ts";

const second = 1_000;
const greeter = flowOf("greeter", [say("Hello")]);
const lost: GatewayAnswer = { type: "ambiguous", reason: "the connection was lost" };
const untold = "Nobody can tell whether the provider took the message, so it was not sent again.";

describe("a send of which nobody knows whether it was taken", () => {
  test("waits for a receipt, and is sent once more when none came", async () => {
    const world = await World.open({ flows: [greeter], answer: (_, attempt) => (attempt === 1 ? lost : undefined) });
    await world.write("x");
    await world.run(reconcileAfterMs - 1);
    expect(world.sent()).toHaveLength(1);
    await world.run(1);
    expect(world.sent()).toHaveLength(2);
    expect(world.sentKeys()[0]).toBe(world.sentKeys()[1]);
    expect(world.results()).toEqual(["greeter#1 success"]);
    expect(world.host.stats().ambiguous).toBe(1);
  });

  test("is not sent again when a receipt tells that it was taken", async () => {
    const world = await World.open({ flows: [greeter], answer: () => lost });
    await world.write("x");
    await world.run(reconcileAfterMs / 2);
    await world.receipt("submitted", "w9", world.sentKeys()[0]);
    await world.run(10 * reconcileAfterMs);
    expect(world.sent()).toHaveLength(1);
    expect(world.results()).toEqual(["greeter#1 success"]);
    expect(world.sends()).toMatchObject([{ state: "accepted", messageId: "w9", status: "submitted" }]);
    expect(world.host.stats()).toMatchObject({ queued: 0, ambiguous: 1 });
  });

  test("twice is a dead letter, after another wait", async () => {
    const world = await World.open({ flows: [greeter], answer: () => lost });
    await world.write("x");
    await world.run(2 * reconcileAfterMs - 1);
    expect(world.results()).toEqual([]);
    await world.run(10 * reconcileAfterMs);
    expect(world.sent()).toHaveLength(2);
    expect(world.sends()).toMatchObject([{ state: "failed", reason: untold }]);
    expect(world.journal().at(-1)).toBe("greeter#1 send-failed n3.onError ended:error");
    expect(world.host.stats().ambiguous).toBe(2);
  });

  test("is a dead letter without a second attempt where the app says so", async () => {
    const world = await World.open({ flows: [greeter], answer: () => lost, settings: { ambiguous: "dead-letter" } });
    await world.write("x");
    await world.run(reconcileAfterMs - 1);
    expect(world.results()).toEqual([]);
    await world.run(1);
    expect(world.sent()).toHaveLength(1);
    expect(world.sends()).toMatchObject([{ state: "failed", reason: untold }]);
  });

  test("that is refused for the moment at its repetition still has it", async () => {
    const answers: (GatewayAnswer | undefined)[] = [lost, { type: "retryable", reason: "busy" }];
    const world = await World.open({ flows: [greeter], answer: () => answers.shift() });
    await world.write("x");
    await world.run(2 * reconcileAfterMs);
    expect(world.sent()).toHaveLength(3);
    expect(world.results()).toEqual(["greeter#1 success"]);
  });

  test("tells by a receipt after its dead letter what became of it", async () => {
    const world = await World.open({ flows: [greeter], answer: () => lost, settings: { ambiguous: "dead-letter" } });
    await world.write("x");
    await world.run(reconcileAfterMs);
    await world.receipt("delivered", "w9", world.sentKeys()[0]);
    await world.receipt("read", "w9");
    expect(world.sends()).toMatchObject([{ state: "failed", status: "read", messageId: "w9" }]);
    expect(world.data.parkedReceipts).toEqual([]);
  });

  test("keeps the thread's next send waiting", async () => {
    const next = flowOf("next", [say("Next"), hear()], { contains: ["next"], interrupts: true });
    const world = await World.open({
      flows: [greeter, next],
      answer: ({ message }) => (wordsOf(message) === "Hello" ? lost : undefined),
    });
    await world.write("x");
    await world.write("next");
    await world.run(reconcileAfterMs / 2);
    expect(world.sent()).toHaveLength(1);
    await world.receipt("submitted", "w9", world.sentKeys()[0]);
    expect(world.sent()).toEqual(["31612345678 Hello", "31612345678 Next"]);
  });

  test("goes on waiting across a restart", async () => {
    const world = await World.open({ flows: [greeter], answer: (_, attempt) => (attempt === 1 ? lost : undefined) });
    await world.write("x");
    await world.run(reconcileAfterMs / 2);
    await world.restart();
    await world.run(reconcileAfterMs / 2 - 1);
    expect(world.sent()).toHaveLength(1);
    await world.run(1);
    expect(world.sent()).toHaveLength(2);
  });
});

describe("after a crash", () => {
  const never = () => new Promise<GatewayAnswer>(() => {});

  test("every queued send waits for a receipt first", async () => {
    const world = await World.open({ flows: [greeter], settings: { messagesPerSecond: 1 }, answer: never });
    const people = [1, 2, 3].map((index) => world.message("x", { from: { waId: `3160000000${index}` } }));
    await world.host.deliver(people);
    await world.settle();
    expect(world.sent()).toHaveLength(1);
    world.answer = () => undefined;
    await world.crash();
    expect(world.host.stats()).toMatchObject({ queued: 3, ambiguous: 3 });
    await world.run(reconcileAfterMs - 1);
    expect(world.sent()).toHaveLength(1);
    await world.run(5 * second);
    expect(world.sent()).toHaveLength(4);
    expect(world.results()).toHaveLength(3);
  });

  test("a send whose receipt comes is not sent again", async () => {
    const world = await World.open({ flows: [greeter], answer: never });
    await world.write("x");
    await world.crash();
    await world.receipt("delivered", "w9", world.sentKeys()[0]);
    await world.run(10 * reconcileAfterMs);
    expect(world.sent()).toHaveLength(1);
    expect(world.results()).toEqual(["greeter#1 success"]);
  });

  test("a clean stop does not end the wait", async () => {
    const world = await World.open({ flows: [greeter], answer: never });
    await world.write("x");
    await world.crash();
    world.answer = () => undefined;
    await world.run(reconcileAfterMs / 2);
    await world.restart();
    await world.run(reconcileAfterMs / 2 - 1);
    expect(world.sent()).toHaveLength(1);
    await world.run(1);
    expect(world.sent()).toHaveLength(2);
  });

  test("a send that crashed in its repetition waits anew", async () => {
    const world = await World.open({ flows: [greeter], answer: (_, attempt) => (attempt === 1 ? lost : never()) });
    await world.write("x");
    await world.run(reconcileAfterMs);
    expect(world.sent()).toHaveLength(2);
    await world.crash();
    await world.run(reconcileAfterMs - 1);
    expect(world.sent()).toHaveLength(2);
    await world.run(1);
    expect(world.sent()).toHaveLength(3);
  });

  test("a send that was waiting for its receipt goes on waiting, no longer", async () => {
    const world = await World.open({ flows: [greeter], answer: (_, attempt) => (attempt === 1 ? lost : undefined) });
    await world.write("x");
    await world.run(reconcileAfterMs / 2);
    await world.crash();
    await world.run(reconcileAfterMs / 2);
    expect(world.sent()).toHaveLength(2);
  });

  test("the sends of a thread keep their order, those that wait already included", async () => {
    const next = flowOf("next", [say("Next"), hear()], { contains: ["next"], interrupts: true });
    const world = await World.open({ flows: [greeter, next], answer: () => lost });
    await world.write("x");
    await world.write("next");
    world.answer = () => undefined;
    await world.crash();
    await world.run(2 * reconcileAfterMs);
    expect(world.sent().slice(1)).toEqual(["31612345678 Hello", "31612345678 Next"]);
  });

  test("sends decided since go out at once, behind those of their thread that wait", async () => {
    const next = flowOf("next", [say("Next"), hear()], { contains: ["next"], interrupts: true });
    const world = await World.open({ flows: [greeter, next], answer: never });
    await world.write("x");
    world.answer = () => undefined;
    await world.crash();
    await world.write("next");
    await world.write("x", { from: { waId: "31600000001" } });
    expect(world.sent().slice(1)).toEqual(["31600000001 Hello"]);
    await world.run(reconcileAfterMs);
    expect(world.sent().slice(2)).toEqual(["31612345678 Hello", "31612345678 Next"]);
  });
});

test("after a clean stop queued sends go out at once", async () => {
  const world = await World.open({ flows: [greeter], settings: { messagesPerSecond: 1 } });
  await world.host.deliver([1, 2].map((index) => world.message("x", { from: { waId: `3160000000${index}` } })));
  await world.restart();
  expect(world.sent()).toHaveLength(2);
  expect(world.host.stats().ambiguous).toBe(0);
});
