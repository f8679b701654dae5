import { describe, expect, test } from "vitest";
import { flowOf, hear, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";
import { interferedStore } from "./store.test-support.ts";

/** Hears texts for ever, one conversation for each contact, and says nothing. */
const listener = flowOf(
  "listener",
  Array.from({ length: 9 }, () => hear()),
);
const greeter = flowOf("greeter", [say("Hello $(receive.message)")]);

/** The messages that conversations took, by id and in the order of the journal. */
function taken(world: World): string[] {
  return world.journal().flatMap((line) => /(?:started|received) (\S+)/.exec(line)?.[1] ?? []);
}

describe("deliver", () => {
  test("resolves after the commit, and sends after it", async () => {
    const order: string[] = [];
    const world = await World.open({
      flows: [greeter],
      answer: () => void order.push("send"),
      wrapStore: (store) => ({
        ...store,
        commit: async (units) => {
          const results = await store.commit(units);
          order.push("committed");
          return results;
        },
      }),
    });
    await world.host.deliver([world.message("you")]);
    expect(order[0]).toBe("committed");
    expect(world.journal()).toEqual(["greeter#1 conversation-started m1 n2.onBegin"]);
    await world.settle();
    expect(order).toEqual(["committed", "send", "committed"]);
    expect(world.sent()).toEqual(["31612345678 Hello you"]);
  });

  test("takes events in their order, each seeing what those before it did", async () => {
    const world = await World.open({ flows: [listener] });
    await world.host.deliver(["a", "b", "c"].map((text) => world.message(text)));
    expect(world.journal()).toEqual([
      "listener#1 conversation-started m1 n2.onBegin",
      "listener#1 message-received m2 n3.whatsapp.mo",
      "listener#1 message-received m3 n4.whatsapp.mo",
    ]);
  });

  test("takes the events of later calls after those of earlier ones", async () => {
    const world = await World.open({ flows: [listener] });
    await Promise.all(["a", "b", "c"].map((text) => world.host.deliver([world.message(text)])));
    expect(taken(world)).toEqual(["m1", "m2", "m3"]);
  });

  test("takes a thousand events of one call, those of each thread in order", async () => {
    const world = await World.open({ flows: [listener] });
    const events = Array.from({ length: 1_000 }, (_, index) =>
      world.message("x", { from: { waId: `316000000${10 + (index % 50)}` } }),
    );
    await world.host.deliver(events);
    const numbersByContact = Map.groupBy(
      taken(world).map((id) => Number(id.slice(1))),
      (number) => (number - 1) % 50,
    );
    expect(world.threads()).toHaveLength(50);
    expect(world.host.stats()).toMatchObject({ taken: 1_000, waiting: 0 });
    for (const [contact, numbers] of numbersByContact) {
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, turn) => contact + 1 + 50 * turn));
    }
  });

  test("keeps what belongs to no app of ours", async () => {
    const world = await World.open();
    const payload = { id: "m1" };
    await world.host.deliver([{ type: "unrouted", connectionId: "c", phoneNumberId: "404", payload }]);
    expect(world.data.unrouted).toEqual([
      { connectionId: "c", phoneNumberId: "404", payload, receivedAt: world.now() },
    ]);
  });
});

describe("a duplicate", () => {
  test("in the same call is dropped", async () => {
    const world = await World.open({ flows: [greeter] });
    const event = world.message("you");
    await world.host.deliver([event, event]);
    expect(taken(world)).toEqual(["m1"]);
  });

  test("in a later call is dropped", async () => {
    const world = await World.open({ flows: [greeter] });
    await world.write("you", { id: "m1" });
    await world.write("you", { id: "m1" });
    expect(taken(world)).toEqual(["m1"]);
    expect(world.sent()).toHaveLength(1);
  });

  test("after a restart is dropped", async () => {
    const world = await World.open({ flows: [greeter] });
    await world.write("you", { id: "m1" });
    await world.restart();
    await world.write("you", { id: "m1" });
    expect(taken(world)).toEqual(["m1"]);
  });

  test("on another app is another message", async () => {
    const world = await World.open({ flows: [greeter], apps: ["main", "other"] });
    await world.write("you", { id: "m1" });
    await world.write("you", { id: "m1", app: "other" });
    expect(taken(world)).toEqual(["m1", "m1"]);
    expect(world.threads().map(({ appId }) => appId)).toEqual(["main", "other"]);
  });

  test("shares the fate of the first, so that a message is never confirmed that was not stored", async () => {
    const world = await World.open({
      flows: [greeter],
      wrapStore: (store) => ({
        ...store,
        commit: async (units) => units.map(() => ({ type: "failed" as const, reason: "too large" })),
      }),
    });
    const event = world.message("you");
    const outcomes = await Promise.allSettled([world.host.deliver([event]), world.host.deliver([event])]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});

describe("a host with too much to do", () => {
  test("refuses a call as overloaded, and takes it later", async () => {
    let isOpen = (): void => {};
    const gate = new Promise<void>((resolve) => (isOpen = resolve));
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (method === "load" ? gate : undefined));
    const world = await World.open({ flows: [listener], wrapStore });
    const from = (index: number) => ({ from: { waId: `31600${10_000 + index}` } });
    const first = Array.from({ length: hostLimits.eventsWaiting }, (_, index) => world.message("x", from(index)));
    const taking = world.host.deliver(first);
    await expect(world.host.deliver([world.message("late", from(0))])).rejects.toMatchObject({ code: "overloaded" });
    isOpen();
    await taking;
    await world.host.deliver([world.message("late", from(0))]);
    expect(world.host.stats().taken).toBe(hostLimits.eventsWaiting + 1);
  }, 30_000);

  test("refuses a call while it stops", async () => {
    const world = await World.open({ flows: [listener] });
    const stopping = world.host.stop();
    await expect(world.host.deliver([world.message("x")])).rejects.toMatchObject({ code: "stopping" });
    await stopping;
  });
});

test("a log that throws keeps nothing from happening", async () => {
  const wrong = (): never => {
    throw new Error("the log is wrong");
  };
  const world = await World.open({
    flows: [greeter],
    log: { turn: wrong, alert: wrong, send: wrong },
    answer: (_, attempt) => (attempt === 1 ? { type: "retryable", reason: "busy" } : undefined),
  });
  await world.write("you");
  await world.run(1_000);
  expect(world.results()).toEqual(["greeter#1 success"]);
  expect(world.journal().filter((line) => line.includes("started"))).toHaveLength(1);
});

test("the log hears of turns that were committed, once", async () => {
  let conflicts = 2;
  const world = await World.open({
    flows: [listener],
    wrapStore: (store) => ({
      ...store,
      commit: async (units) =>
        (conflicts -= 1) >= 0 ? units.map(() => ({ type: "conflict" as const })) : store.commit(units),
    }),
  });
  await world.write("x");
  expect(world.turns).toEqual(["listener#1 conversation-started"]);
});
