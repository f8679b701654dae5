import { describe, expect, test } from "vitest";
import type { CommitResult } from "@parley/store";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";

const second = 1_000;
const hour = 3_600_000;
const patient = flowOf("patient", [hear(undefined, 60), hear(undefined, 60), hear()]);

function contact(index: number) {
  return { from: { waId: `31600${10_000 + index}` } };
}

describe("a timer", () => {
  test("fires on time, and once", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10), hear()])] });
    await world.write("x");
    await world.run(10 * second - 1);
    expect(world.live()).toEqual(["sleeper#1 n3"]);
    await world.run(1);
    expect(world.live()).toEqual(["sleeper#1 n4"]);
    await world.run(hour);
    expect(world.journal().filter((line) => line.includes("timer-fired"))).toHaveLength(1);
    expect(world.timers()).toEqual([]);
  });

  test("is cancelled when its state is left, and leaves nothing behind", async () => {
    const world = await World.open({ flows: [flowOf("patient", [hear(undefined, 60), hear()])] });
    await world.write("x");
    expect(world.timers()).toHaveLength(1);
    await world.write("y");
    expect(world.timers()).toEqual([]);
    await world.run(hour);
    expect(world.live()).toEqual(["patient#1 n4"]);
  });

  test("that is armed anew fires by its new time alone", async () => {
    const world = await World.open({ flows: [patient] });
    await world.write("x");
    await world.run(40 * second);
    await world.write("y");
    await world.run(40 * second);
    expect(world.live()).toEqual(["patient#1 n4"]);
    await world.run(20 * second);
    expect(world.results()).toEqual(["patient#1 incomplete"]);
  });

  test("that loses a race with a message changes nothing", async () => {
    let isOpen = (): void => {};
    let gate: Promise<void> | undefined;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (method === "dueTimers" ? gate : undefined));
    const world = await World.open({ flows: [flowOf("patient", [hear(undefined, 60), hear()])], wrapStore });
    await world.write("x");
    gate = new Promise((resolve) => (isOpen = resolve));
    await world.run(60 * second);
    await world.write("y");
    isOpen();
    await world.settle();
    expect(world.live()).toEqual(["patient#1 n4"]);
  });

  test("that was read before a message armed another fires as a stale one, and the other stays", async () => {
    let isOpen = (): void => {};
    let gate: Promise<void> | undefined;
    const loop = flowOf("patient", [hear(undefined, 60), hear(undefined, 90)]);
    const world = await World.open({
      flows: [loop],
      wrapStore: (store) => ({
        ...store,
        dueTimers: async (query) => {
          const due = await store.dueTimers(query);
          await gate;
          return due;
        },
      }),
    });
    await world.write("x");
    gate = new Promise((resolve) => (isOpen = resolve));
    await world.run(60 * second);
    await world.write("y");
    isOpen();
    await world.settle();
    expect(world.live()).toEqual(["patient#1 n4"]);
    expect(world.timers()).toHaveLength(1);
    await world.run(90 * second);
    expect(world.results()).toEqual(["patient#1 incomplete"]);
  });

  test("set to a sooner time than the one waited for wakes the host sooner", async () => {
    const world = await World.open({
      flows: [flowOf("late", [pause(600)], { contains: ["late"] }), flowOf("soon", [pause(5)], { contains: ["soon"] })],
    });
    await world.write("late");
    await world.write("soon", contact(1));
    await world.run(5 * second);
    expect(world.results()).toEqual(["soon#1 success"]);
    await world.run(595 * second);
    expect(world.results()).toEqual(["late#1 success", "soon#1 success"]);
  });

  test("of a thread that does not exist is forgotten", async () => {
    const world = await World.open();
    const timer = { threadId: "t", conversationId: "t-1", timerId: "x", generation: 1, firesAt: world.now() };
    await world.store.commit([{ setTimers: [timer] }]);
    await world.restart();
    expect(world.timers()).toEqual([]);
  });

  test("whose conversation knows nothing of it is forgotten", async () => {
    const world = await World.open({ flows: [flowOf("listener", [hear()])] });
    await world.write("x");
    const [thread] = world.threads();
    const conversationId = thread?.live[0]?.conversation.id ?? "";
    const timer = { threadId: thread?.id ?? "", conversationId, timerId: "x", generation: 1, firesAt: world.now() };
    await world.store.commit([{ setTimers: [timer] }]);
    await world.restart();
    expect(world.timers()).toEqual([]);
    expect(world.live()).toEqual(["listener#1 n3"]);
  });
});

describe("many timers", () => {
  test("that are due at once all fire", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10)])] });
    const count = hostLimits.timersPerRead * 2 + 1;
    await world.host.deliver(Array.from({ length: count }, (_, index) => world.message("x", contact(index))));
    await world.run(10 * second);
    expect(world.results()).toHaveLength(count);
    expect(world.timers()).toEqual([]);
  });

  test("that fell due while no host ran fire after a restart", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10)])] });
    await world.write("x");
    await world.host.stop();
    await world.run(hour);
    expect(world.results()).toEqual([]);
    await world.restart();
    expect(world.results()).toEqual(["sleeper#1 success"]);
  });

  test("fire after a crash as well", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10)])] });
    await world.write("x");
    await world.crash();
    await world.run(10 * second);
    expect(world.results()).toEqual(["sleeper#1 success"]);
  });
});

describe("the sleep until the next timer", () => {
  test("takes an hour at most, so that a clock that was set on is noticed", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10 * 24 * 3_600)])] });
    await world.write("x");
    world.setClock(10 * 24 * hour);
    await world.run(hour);
    expect(world.results()).toEqual(["sleeper#1 success"]);
  });

  test("of ten days ends on time", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10 * 24 * 3_600)])] });
    await world.write("x");
    await world.run(10 * 24 * hour - 1);
    expect(world.results()).toEqual([]);
    await world.run(1);
    expect(world.results()).toEqual(["sleeper#1 success"]);
  });

  test("ends for a new timer although the clock was set on beyond the one that is waited for", async () => {
    const world = await World.open({
      flows: [
        flowOf("late", [pause(1_800)], { contains: ["late"] }),
        flowOf("soon", [pause(5)], { contains: ["soon"] }),
      ],
    });
    await world.write("late");
    world.setClock(hour);
    await world.write("soon", contact(1));
    await world.run(5 * second);
    expect(world.results()).toEqual(["late#1 success", "soon#1 success"]);
  });

  test("goes on when the clock was set back", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(60)])] });
    await world.write("x");
    world.setClock(-600 * second);
    await world.run(60 * second);
    expect(world.results()).toEqual([]);
    await world.write("y", contact(1));
    await world.run(60 * second);
    expect(world.results()).toEqual(["sleeper#1 success"]);
    await world.run(540 * second);
    expect(world.results()).toHaveLength(2);
  });
});

describe("a timer that cannot be taken", () => {
  /** Refuses every turn by a timer of the contact 0, whatever else is in its batch. */
  function withPoison(poison: { isThere: boolean; gate?: Promise<void> }) {
    return (store: World["store"]): World["store"] => ({
      ...store,
      commit: async (units) => {
        const results: CommitResult[] = [];
        for (const unit of units) {
          const isTimer = (unit.journal ?? []).some(({ event }) => event.type === "timer-fired");
          const isBad = poison.isThere && isTimer && unit.thread?.state.contact.waId === contact(0).from.waId;
          if (isBad) await poison.gate;
          results.push(...(isBad ? [{ type: "failed" as const, reason: "poison" }] : await store.commit([unit])));
        }
        return results;
      },
    });
  }

  test("is postponed by a minute and keeps no other from firing", async () => {
    const poison = { isThere: true };
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10)])], wrapStore: withPoison(poison) });
    await world.host.deliver([0, 1, 2].map((index) => world.message("x", contact(index))));
    await world.run(10 * second);
    expect(world.results()).toHaveLength(2);
    expect(world.timers()).toMatchObject([{ firesAt: world.now() + 60 * second }]);
    const alerts = world.alerts.length;
    await world.run(30 * second);
    expect(world.alerts).toHaveLength(alerts);
    poison.isThere = false;
    await world.run(30 * second);
    expect(world.results()).toHaveLength(3);
    expect(world.timers()).toEqual([]);
  });

  test("is not postponed when it was armed anew meanwhile", async () => {
    let isOpen = (): void => {};
    const poison = { isThere: true, gate: new Promise<void>((resolve) => (isOpen = resolve)) };
    const world = await World.open({
      flows: [flowOf("patient", [hear(undefined, 10), hear(undefined, 20), hear()])],
      wrapStore: withPoison(poison),
    });
    await world.write("x", contact(0));
    await world.run(10 * second);
    const writing = world.write("y", contact(0));
    isOpen();
    await writing;
    expect(world.timers()).toMatchObject([{ generation: 2, firesAt: world.now() + 20 * second }]);
    poison.isThere = false;
    await world.run(20 * second);
    expect(world.results()).toEqual(["patient#1 incomplete"]);
  });

  test("because the store fails fires again in a moment", async () => {
    let isFull = false;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (isFull && method === "commit" ? diskFull() : undefined));
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10)])], wrapStore });
    await world.write("x");
    isFull = true;
    await world.run(30 * second);
    isFull = false;
    await world.run(hostLimits.backoffBaseMs);
    expect(world.results()).toEqual(["sleeper#1 success"]);
  });
});

test("what a timer leads to is done at its time", async () => {
  const world = await World.open({ flows: [flowOf("sleeper", [pause(10), say("Awake")])] });
  const startedAt = world.now();
  await world.write("x");
  await world.run(60 * second);
  expect(world.sentAt).toEqual([startedAt + 10 * second]);
});
