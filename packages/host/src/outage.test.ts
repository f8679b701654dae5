import { describe, expect, test } from "vitest";
import type { GatewayAnswer } from "@parley/gateway";
import { flowOf, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";
import { createOutage } from "./outage.ts";

const second = 1_000;
const { outageFailures, outageProbeMs } = hostLimits;
const greeter = flowOf("greeter", [say("Hello $(receive.message)")]);
const busy: GatewayAnswer = { type: "retryable", reason: "nobody is there" };
const refused: GatewayAnswer = {
  type: "refused",
  isPolicy: false,
  error: { code: 131026, title: "Undeliverable", details: "" },
};

function crowd(world: World, count: number) {
  return Array.from({ length: count }, (_, index) =>
    world.message(`${index}`, { from: { waId: `31600${10_000 + index}` } }),
  );
}

/** A watch over a gateway that has failed so often. */
function failing(times: number) {
  const outage = createOutage();
  for (let time = 0; time < times; time += 1) outage.learn("fails");
  return outage;
}

describe("a watch over a gateway", () => {
  test("lets every attempt go while failures are fewer than an outage has", () => {
    const outage = failing(outageFailures - 1);
    outage.take(0);
    expect(outage.waitMs(0)).toBe(0);
  });

  test("lets one attempt go now and then during an outage", () => {
    const outage = failing(outageFailures);
    outage.take(0);
    expect(outage.waitMs(1)).toBe(outageProbeMs - 1);
    expect(outage.waitMs(outageProbeMs)).toBe(0);
  });

  test("says that an outage is over at the first answer, and only then", () => {
    const outage = failing(outageFailures);
    expect(["fails", undefined, "answers", "answers"].map((health) => outage.learn(health as "fails"))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(outage.waitMs(0)).toBe(0);
  });

  test("counts failures anew after an answer", () => {
    const outage = failing(outageFailures - 1);
    outage.learn("answers");
    outage.learn("fails");
    outage.take(0);
    expect(outage.waitMs(0)).toBe(0);
  });

  test("goes on when the clock is set back", () => {
    const outage = failing(outageFailures);
    outage.take(3_600 * second);
    expect(outage.waitMs(0)).toBe(outageProbeMs);
  });
});

describe("a lane during an outage", () => {
  /** A crowd that writes while the gateway gives this answer, and half a minute of it. */
  async function out(count: number, answer: GatewayAnswer) {
    const world = await World.open({ flows: [greeter], answer: () => answer });
    await world.host.deliver(crowd(world, count));
    await world.run(30 * second);
    return world;
  }

  test("uses up few attempts of the sends that wait", async () => {
    const world = await out(200, busy);
    // What was under way when it began, and one for each second.
    expect(world.sentAt.length).toBeLessThanOrEqual(hostLimits.sendsInFlight + outageFailures + 30);
    expect(world.sends().every(({ attempts }) => attempts <= 6)).toBe(true);
  });

  test("sends all that waits as soon as one is answered, at its rate", async () => {
    const world = await out(200, busy);
    const before = world.sentAt.length;
    world.answer = () => undefined;
    const backAt = world.now();
    await world.run(outageProbeMs + 0.25 * second);
    const after = world.sentAt.slice(before);
    expect(after[0]).toBeLessThanOrEqual(backAt + outageProbeMs);
    expect(after).toHaveLength(200);
    expect(world.results()).toHaveLength(200);
  });

  test("takes any answer of the provider as a sign of life, be it a refusal", async () => {
    const world = await out(200, busy);
    world.answer = () => refused;
    await world.run(outageProbeMs + 0.25 * second);
    expect(world.results()).toHaveLength(200);
  });

  test("goes on at the next message of anyone, however long the others were put off", async () => {
    const world = await out(3, busy);
    await world.run(120 * second);
    const before = world.sentAt.length;
    world.answer = () => undefined;
    await world.write("x", { from: { waId: "31655555555" } });
    await world.run(outageProbeMs);
    expect(world.sentAt.slice(before)).toHaveLength(4);
  });

  test("gives those their time for a receipt that may have been taken", async () => {
    const world = await out(200, { type: "ambiguous", reason: "its answer is lost" });
    const ambiguous = world.sends().filter(({ ambiguousSince }) => ambiguousSince !== undefined).length;
    const before = world.sentAt.length;
    expect(ambiguous).toBe(before);
    world.answer = () => undefined;
    await world.run(5 * second);
    expect(world.sentAt.slice(before)).toHaveLength(200 - ambiguous);
    await world.run(60 * second);
    expect(world.sentAt.slice(before)).toHaveLength(200);
  });

  test("lets expired sends leave", async () => {
    const hurried = flowOf("hurried", [say("x", { expiry: { type: "seconds", seconds: 5 } })]);
    const world = await World.open({ flows: [hurried], answer: () => busy });
    await world.host.deliver(crowd(world, 50));
    await world.run(6 * second);
    expect(world.results()).toHaveLength(50);
    expect(world.host.stats().queued).toBe(0);
  });
});

test("the outage of one app's gateway is nothing to another app", async () => {
  const world = await World.open({
    flows: [greeter],
    apps: ["main", "other"],
    answer: ({ app }) => (app.id === "main" ? busy : undefined),
  });
  await world.host.deliver(crowd(world, 50));
  await world.run(10 * second);
  const begun = world.now();
  await world.write("x", { app: "other" });
  expect(world.results()).toHaveLength(1);
  expect(world.now()).toBe(begun);
});
