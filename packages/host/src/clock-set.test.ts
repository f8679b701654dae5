import { describe, expect, test } from "vitest";
import type { GatewayAnswer } from "@parley/gateway";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { ada, World } from "./host.test-support.ts";

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;

const listener = flowOf("listener", [hear(), hear(), say("Yes?")]);
const answersSoon = flowOf("urgent", [say("Now!", { expiry: { type: "seconds", seconds: 600 } })]);

describe.each([
  ["back", -hour],
  ["on", hour],
])("It is true that when the clock is set %s by an hour", (_direction, byMs) => {
  test("a message is known again, and one that is new is taken in its order", async () => {
    const world = await World.open({ flows: [listener] });
    await world.write("one", { id: "m1" });
    world.setClock(byMs);
    await world.write("one", { id: "m1" });
    await world.run(7 * day);
    await world.write("one", { id: "m1" });
    await world.write("two", { id: "m2" });
    await world.write("three", { id: "m3" });
    const taken = world.journal().flatMap((line) => / (m\d) /.exec(`${line} `)?.[1] ?? []);
    expect(taken).toEqual(["m1", "m2", "m3"]);
    expect(world.sent()).toEqual(["31612345678 Yes?"]);
  });

  test("the session window of who has just written is open", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(60), say("Good morning")])] });
    await world.write("x");
    world.setClock(byMs);
    // A duration counts by the clock: set back, it is longer by as much, and the look at it is repeated after an hour at most.
    await world.run(3 * hour);
    expect(world.sent()).toEqual(["31612345678 Good morning"]);
    expect(world.results()).toEqual(["sleeper#1 success"]);
  });

  test("the messages of a process that stopped before go out in their order and once", async () => {
    const [one, two] = ["one", "two"].map((word) =>
      flowOf(word, [say(word), hear("whatsapp.reply")], { contains: [word], interrupts: true }),
    );
    let isBusy = true;
    const answer = (): GatewayAnswer | undefined => (isBusy ? { type: "retryable", reason: "busy" } : undefined);
    const world = await World.open({ flows: [one, two].flatMap((flow) => flow ?? []), answer });
    await world.write("one", { from: ada });
    world.setClock(byMs);
    await world.restart();
    await world.write("two", { from: ada });
    isBusy = false;
    const before = world.sent().length;
    await world.run(2 * hour);
    expect(world.sent().slice(before)).toEqual(["31612345678 one", "31612345678 two"]);
  });
});

test("It is true that a message that would expire on a clock set on is not sent, and on one set back is sent", async () => {
  for (const [byMs, sent] of [
    [hour, 0],
    [-hour, 1],
  ] as const) {
    let isBusy = true;
    const answer = (): GatewayAnswer | undefined =>
      isBusy ? { type: "retryable", reason: "busy", retryAfterMs: 60 * second } : undefined;
    const world = await World.open({ flows: [answersSoon], answer });
    await world.write("x");
    const attempts = world.sent().length;
    isBusy = false;
    world.setClock(byMs);
    await world.run(2 * hour);
    expect(world.sent().length - attempts).toBe(sent);
    expect(world.results()).toEqual([sent === 1 ? "urgent#1 success" : "urgent#1 error"]);
  }
});
