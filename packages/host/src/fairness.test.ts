import { describe, expect, test } from "vitest";
import { flowOf, say } from "./flow.test-support.ts";
import { HostError } from "./host-error.ts";
import type { HostEvent } from "./host-event.ts";
import { World } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";

const greeter = flowOf("greeter", [say("Hello $(receive.message)")]);
const { eventsPerBatch, eventsWaitingOfApp, eventsWaitingOfContact } = hostLimits;
const flooder = "31699999999";
/** How many more than their share. */
const beyond = 500;

/** Opens a host whose store counts the commits. */
async function open() {
  let commits = 0;
  const world = await World.open({
    flows: [greeter],
    apps: ["loud", "quiet"],
    wrapStore: (store) => ({
      ...store,
      commit: (units) => {
        commits += 1;
        return store.commit(units);
      },
    }),
  });
  /** How many commits it takes until an event is taken. */
  const commitsUntilTaken = async (event: HostEvent): Promise<number> => {
    const before = commits;
    await world.host.deliver([event]);
    return commits - before;
  };
  return { world, commitsUntilTaken };
}

/** Delivers each event by itself, as its own webhook would; says how each was answered when that is known. */
function deliverEach(world: World, events: readonly HostEvent[]): Promise<string[]> {
  const answers = events.map((event) =>
    world.host.deliver([event]).then(
      () => "taken",
      (error: unknown) => (error instanceof HostError ? error.code : "failed"),
    ),
  );
  return Promise.all(answers);
}

function messagesOf(world: World, count: number, waIdOf: (index: number) => string): HostEvent[] {
  return Array.from({ length: count }, (_, index) =>
    world.message(`${index}`, { app: "loud", from: { waId: waIdOf(index) } }),
  );
}

function count(answers: readonly string[], answer: string): number {
  return answers.filter((each) => each === answer).length;
}

describe("a contact who floods", () => {
  test("is refused beyond their share, and their neighbour is taken with the batch after next", async () => {
    const { world, commitsUntilTaken } = await open();
    const flood = deliverEach(
      world,
      messagesOf(world, eventsWaitingOfContact + beyond, () => flooder),
    );
    const neighbour = world.message("x", { app: "loud", from: { waId: "31611111111" } });
    expect(await commitsUntilTaken(neighbour)).toBeLessThanOrEqual(2);
    const answers = await flood;
    expect(count(answers, "taken")).toBe(eventsWaitingOfContact);
    expect(count(answers, "overloaded")).toBe(beyond);
  });
});

describe("an app that floods", () => {
  const contactOf = (index: number): string => String(31_600_000_000 + index);

  test("is refused beyond its share, and another app is taken with the batch after next", async () => {
    const { world, commitsUntilTaken } = await open();
    const flood = deliverEach(world, messagesOf(world, eventsWaitingOfApp + beyond, contactOf));
    const neighbour = world.message("x", { app: "quiet", from: { waId: "31611111111" } });
    expect(await commitsUntilTaken(neighbour)).toBeLessThanOrEqual(2);
    const answers = await flood;
    expect(count(answers, "taken")).toBe(eventsWaitingOfApp);
    expect(count(answers, "overloaded")).toBe(beyond);
  }, 30_000);

  test("does not keep another app's sends waiting for its own", async () => {
    const { world } = await open();
    await deliverEach(world, messagesOf(world, eventsWaitingOfApp, contactOf));
    await world.settle();
    const begun = world.now();
    await world.write("x", { app: "quiet", from: { waId: "31611111111" } });
    expect(world.sent().at(-1)).toBe("31611111111 Hello x");
    expect(world.now()).toBe(begun);
    expect(world.host.stats().queued).toBeGreaterThan(eventsPerBatch);
  }, 30_000);
});
