import { wordsOf } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { GatewayAnswer } from "@parley/gateway";
import { flowOf, hear, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";

const second = 1_000;
const greeter = flowOf("greeter", [say("Hello $(receive.message)")]);
const busy: GatewayAnswer = { type: "retryable", reason: "busy" };

function contact(index: number) {
  return { from: { waId: `31600${10_000 + index}` } };
}

/** One message of each of so many contacts. */
function crowd(world: World, count: number) {
  return Array.from({ length: count }, (_, index) => world.message(`${index}`, contact(index)));
}

/** Flows by which a contact begins several conversations side by side: `one`, `two`, `three`. */
const siblings = ["one", "two", "three"].map((word) =>
  flowOf(word, [say(word), hear("whatsapp.reply")], { contains: [word], interrupts: true }),
);

describe("the rate of an app", () => {
  test("holds over any second, and is used", async () => {
    const world = await World.open({ flows: [greeter], settings: { messagesPerSecond: 10 } });
    await world.host.deliver(crowd(world, 100));
    await world.run(11 * second);
    expect(world.sentAt).toHaveLength(100);
    const counts = world.sentAt.map((from) => world.sentAt.filter((at) => at >= from && at < from + second).length);
    expect(Math.max(...counts)).toBe(10);
  });

  test("is its own", async () => {
    const world = await World.open({
      flows: [greeter],
      apps: ["main", "other"],
      settings: { messagesPerSecond: 1 },
    });
    await world.host.deliver([
      ...crowd(world, 3),
      ...[3, 4].map((index) => world.message("x", { ...contact(index), app: "other" })),
    ]);
    await world.settle();
    expect(world.sentAt.map((at) => at - world.now())).toEqual([0, 0]);
    await world.run(1_020);
    expect(world.sent()).toHaveLength(4);
  });

  test("goes on when the clock is set back", async () => {
    const world = await World.open({ flows: [greeter], settings: { messagesPerSecond: 1 } });
    await world.host.deliver(crowd(world, 3));
    await world.settle();
    world.setClock(-3_600 * second);
    await world.run(4 * second);
    expect(world.sent()).toHaveLength(3);
  });
});

describe("sends under way", () => {
  test(`are ${hostLimits.sendsInFlight} at most for an app, whatever its gateway does`, async () => {
    const world = await World.open({
      flows: [greeter],
      apps: ["main", "other"],
      answer: ({ app }) => (app.id === "main" ? new Promise<GatewayAnswer>(() => {}) : undefined),
    });
    await world.host.deliver(crowd(world, 100));
    await world.run(second);
    expect(world.host.stats()).toMatchObject({ inFlight: hostLimits.sendsInFlight, queued: 100 });
    await world.write("x", { ...contact(200), app: "other" });
    expect(world.sent()).toHaveLength(hostLimits.sendsInFlight + 1);
  });

  test("stay so many when receipts decide them before their answers", async () => {
    const world = await World.open({ flows: [greeter], answer: () => new Promise<GatewayAnswer>(() => {}) });
    await world.host.deliver(crowd(world, 100));
    await world.run(second);
    for (const [index, key] of world.sentKeys().entries()) await world.receipt("submitted", `w${index}`, key);
    await world.run(second);
    expect(world.sent()).toHaveLength(hostLimits.sendsInFlight);
    expect(world.host.stats().queued).toBe(100 - hostLimits.sendsInFlight);
  });
});

describe("the order of sends", () => {
  test("within a thread is that of its turns, retries in the middle included", async () => {
    const attempts: string[] = [];
    const world = await World.open({
      flows: siblings,
      answer: ({ message }, attempt) => {
        attempts.push(wordsOf(message));
        return wordsOf(message) === "two" && attempt < 3 ? busy : undefined;
      },
    });
    await world.host.deliver(["one", "two", "three"].map((word) => world.message(word)));
    await world.run(10 * second);
    expect(attempts).toEqual(["one", "two", "two", "two", "three"]);
  });

  test("between threads is in turn, so that none starves another", async () => {
    const world = await World.open({ flows: [...siblings, greeter], settings: { messagesPerSecond: 10 } });
    const many = ["one", "two", "three"].map((word) => world.message(word));
    await world.host.deliver([...many, world.message("x", contact(1)), world.message("y", contact(2))]);
    await world.run(second);
    expect(world.sent().map((line) => line.split(" ").slice(1).join(" "))).toEqual([
      "one",
      "Hello x",
      "Hello y",
      "two",
      "three",
    ]);
  });

  test("between threads is that of the turns that decided them", async () => {
    const quiet = flowOf("quiet", [hear(), say("Heard")], { contains: ["quiet"] });
    const world = await World.open({ flows: [greeter, quiet], settings: { messagesPerSecond: 10 } });
    await world.host.deliver([
      world.message("quiet", contact(1)),
      world.message("x", contact(2)),
      world.message("y", contact(1)),
    ]);
    await world.run(second);
    expect(world.sent()).toEqual([`${contact(2).from.waId} Hello x`, `${contact(1).from.waId} Heard`]);
  });

  test("is not held up by a thread that waits", async () => {
    const world = await World.open({
      flows: [greeter],
      answer: ({ to }) => (to.waId === contact(0).from.waId ? busy : undefined),
    });
    await world.host.deliver(crowd(world, 3));
    await world.run(second);
    expect(world.results()).toHaveLength(2);
  });
});

describe("a send that is refused for the moment", () => {
  test("is attempted again after a time that doubles, a fifth more or less", async () => {
    const world = await World.open({ flows: [greeter], answer: (_, attempt) => (attempt < 6 ? busy : undefined) });
    await world.write("x");
    await world.run(60 * second);
    const waits = world.sentAt.slice(1).map((at, index) => at - (world.sentAt[index] ?? 0));
    expect(waits).toHaveLength(5);
    for (const [index, wait] of waits.entries()) {
      expect(Math.abs(wait / (500 * 2 ** index) - 1)).toBeLessThanOrEqual(0.2);
    }
    expect(new Set(waits.map((wait, index) => (wait / 2 ** index).toFixed(3))).size).toBe(5);
    expect(world.results()).toEqual(["greeter#1 success"]);
  });

  test("waits as long as the provider says", async () => {
    const answer = (_: unknown, attempt: number): GatewayAnswer | undefined =>
      attempt === 1 ? { ...busy, retryAfterMs: 30_000 } : undefined;
    const world = await World.open({ flows: [greeter], answer });
    await world.write("x");
    await world.run(60 * second);
    expect((world.sentAt[1] ?? 0) - (world.sentAt[0] ?? 0)).toBe(30_000);
  });

  test(`is a dead letter after ${hostLimits.sendAttempts} attempts, and its node leaves by onError`, async () => {
    const world = await World.open({ flows: [greeter], answer: () => busy });
    await world.write("x");
    await world.run(7_200 * second);
    expect(world.sent()).toHaveLength(hostLimits.sendAttempts);
    const minutes = ((world.sentAt.at(-1) ?? 0) - (world.sentAt[0] ?? 0)) / 60_000;
    expect(minutes).toBeGreaterThan(50);
    expect(minutes).toBeLessThan(70);
    const reason = "It could not be sent in 240 attempts: busy";
    expect(world.sends()).toMatchObject([{ state: "failed", attempts: 240, reason }]);
    expect(world.journal().at(-1)).toBe("greeter#1 send-failed n3.onError ended:error");
    expect(world.host.stats()).toMatchObject({ queued: 0, inFlight: 0 });
  });

  test("goes on with its attempts after a restart", async () => {
    const world = await World.open({ flows: [greeter], answer: () => busy });
    await world.write("x");
    await world.run(10 * second);
    const before = world.sent().length;
    await world.restart();
    expect(world.sent()).toHaveLength(before);
    await world.run(7_200 * second);
    expect(world.sent()).toHaveLength(hostLimits.sendAttempts);
  });
});

describe("a send that is refused for good", () => {
  test.each([
    [true, "greeter#1 send-refused n3.onPolicyFail ended:error", "refused"],
    [false, "greeter#1 send-failed n3.onError ended:error", "failed"],
  ])("because of a policy (%s) leaves by its way", async (isPolicy, line, state) => {
    const error = { code: 131_047, title: "Re-engagement message", details: "" };
    const world = await World.open({ flows: [greeter], answer: () => ({ type: "refused", isPolicy, error }) });
    await world.write("x");
    expect(world.journal().at(-1)).toBe(line);
    const reason = "The provider refused it: Re-engagement message (131047)";
    expect(world.sends()).toMatchObject([{ state, attempts: 1, reason }]);
  });

  test("without a gateway is a dead letter", async () => {
    const world = await World.open({ flows: [greeter], hasGateway: false });
    await world.write("x");
    expect(world.sends()).toMatchObject([{ state: "failed", reason: "The app main has no gateway." }]);
    expect(world.results()).toEqual(["greeter#1 error"]);
  });

  test("without an app is a dead letter", async () => {
    const world = await World.open({ flows: [greeter], apps: [] });
    await world.write("x");
    expect(world.sends()).toMatchObject([{ state: "failed", reason: "There is no app main." }]);
  });

  test("by an adapter that throws is a dead letter, and an alert", async () => {
    const world = await World.open({
      flows: [greeter],
      answer: () => {
        throw new Error("the adapter is wrong");
      },
    });
    await world.write("x");
    await world.write("y", contact(1));
    expect(world.sends().map(({ reason }) => reason)).toEqual(
      Array.from({ length: 2 }, () => "The gateway adapter broke off: the adapter is wrong"),
    );
    expect(world.alerts).toHaveLength(2);
    expect(world.results()).toEqual(["greeter#1 error", "greeter#1 error"]);
  });
});
