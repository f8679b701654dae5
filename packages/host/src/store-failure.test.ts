import { describe, expect, test } from "vitest";
import { ada, World, type WorldOptions } from "./host.test-support.ts";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";

const story = flowOf("story", [say("Hello", { waitFor: "delivery" }), pause(5), hear(), say("Bye $(receive.message)")]);

/** Plays a story as a provider and an impatient operator would: what is refused is done again, a second later. */
async function play(options: WorldOptions): Promise<World> {
  const world = await World.open({ flows: [story], ...options }, false);
  await again(world, () => world.host.start());
  const hello = world.message("hi");
  await again(world, () => world.host.deliver([hello]));
  await world.run(10_000);
  const delivered = world.receiptEvent("delivered", "w1");
  await again(world, () => world.host.deliver([delivered]));
  await world.run(10_000);
  const bye = world.message("friend");
  await again(world, () => world.host.deliver([bye]));
  await world.run(10_000);
  await world.host.stop();
  return world;
}

async function again(world: World, attempt: () => Promise<void>): Promise<void> {
  for (let attempts = 0; attempts < 5; attempts += 1) {
    try {
      return await attempt();
    } catch {
      await world.run(1_000);
    }
  }
  throw new Error("five attempts were not enough");
}

describe("a store whose n-th call fails", () => {
  test("changes nothing in the end, whatever n is", async () => {
    const golden = await play({});
    expect(golden.results()).toEqual(["story#1 success"]);
    expect(golden.sent()).toEqual(["31612345678 Hello", "31612345678 Bye friend"]);
    let total = 0;
    for (let failing = 1, hasFailed = true; hasFailed; failing += 1) {
      hasFailed = false;
      const world = await play({
        wrapStore: (store) =>
          interferedStore(store, (_method, call) => {
            if (call !== failing) return undefined;
            hasFailed = true;
            return diskFull();
          }),
      });
      if (hasFailed) total += 1;
      expect([failing, world.journal()]).toEqual([failing, golden.journal()]);
      expect([failing, world.sent()]).toEqual([failing, golden.sent()]);
      expect([failing, world.results(), world.timers(), world.wakes()]).toEqual([failing, golden.results(), [], 0]);
    }
    expect(total).toBeGreaterThan(20);
  });

  test("refuses the rest of a call with it, so that it comes again in order", async () => {
    const listener = flowOf(
      "listener",
      Array.from({ length: 600 }, () => hear()),
    );
    let failures = 0;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (method === "load" && (failures += 1) === 2 ? diskFull() : undefined));
    const world = await World.open({ flows: [listener], wrapStore });
    const events = Array.from({ length: 600 }, () => world.message("x"));
    await expect(world.host.deliver(events)).rejects.toMatchObject({ code: "not-stored" });
    expect(world.host.stats().taken).toBe(256);
    await world.host.deliver(events);
    const numbers = world.journal().flatMap((line) => /m(\d+)/.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(Array.from({ length: 600 }, (_, index) => String(index + 1)));
  });

  test.each([
    ["could be read", ["commit"]],
    ["could not be read either", ["commit", "load"]],
  ])("refuses what came behind the commit that fails as well, when it %s", async (_, failing) => {
    const listener = flowOf(
      "listener",
      Array.from({ length: 600 }, () => hear()),
    );
    let commits = 0;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => {
        if (method === "commit") commits += 1;
        return commits === 1 && failing.includes(method) ? diskFull() : undefined;
      });
    const world = await World.open({ flows: [listener], wrapStore });
    const delivering = world.host.deliver(Array.from({ length: 600 }, () => world.message("x")));
    await expect(delivering).rejects.toThrow("full");
    await world.settle();
    expect(world.host.stats()).toMatchObject({ taken: 0, waiting: 0 });
    expect(world.journal()).toEqual([]);
  });

  test("leaves another call alone", async () => {
    const greeter = flowOf("greeter", [say("Hello")]);
    let loads = 0;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (method === "load" && (loads += 1) === 1 ? diskFull() : undefined));
    const world = await World.open({ flows: [greeter], wrapStore });
    const first = world.host.deliver(Array.from({ length: 256 }, () => world.message("x")));
    const second = world.host.deliver([world.message("y")]);
    await expect(first).rejects.toThrow("full");
    await second;
    expect(world.threads()).toHaveLength(1);
  });
});

describe("a unit that conflicts", () => {
  test("is taken anew with what was stored meanwhile, and before what came later", async () => {
    const listener = flowOf(
      "listener",
      Array.from({ length: 5 }, () => hear()),
    );
    let isOpen = (): void => {};
    const gates: Promise<void>[] = [new Promise((resolve) => (isOpen = resolve))];
    const world = await World.open({
      flows: [listener],
      wrapStore: (store) => ({
        ...store,
        commit: async (units) => {
          const gate = gates.shift();
          if (gate === undefined) return store.commit(units);
          await gate;
          return units.map(() => ({ type: "conflict" as const }));
        },
      }),
    });
    const first = [1, 2].map(() => world.host.deliver([world.message("x")]));
    await world.settle();
    const later = world.host.deliver([world.message("x")]);
    isOpen();
    await Promise.all([...first, later]);
    expect(world.journal().map((line) => line.split(" ")[2])).toEqual(["m1", "m2", "m3"]);
    expect(world.alerts).toEqual([]);
  });

  test("is taken before the batch that was read behind its commit, which is read again", async () => {
    const listener = flowOf(
      "listener",
      Array.from({ length: 600 }, () => hear()),
    );
    let conflicts = 1;
    const world = await World.open({
      flows: [listener],
      wrapStore: (store) => ({
        ...store,
        commit: async (units) => {
          if ((conflicts -= 1) < 0) return store.commit(units);
          return units.map(() => ({ type: "conflict" as const }));
        },
      }),
    });
    await world.host.deliver(Array.from({ length: 600 }, () => world.message("x")));
    const numbers = world.journal().flatMap((line) => /m(\d+)/.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(Array.from({ length: 600 }, (_, index) => String(index + 1)));
    expect(world.live()).toEqual(["listener#1 n602"]);
  });

  test("for ever is refused, and others are taken", async () => {
    const greeter = flowOf("greeter", [say("Hello")]);
    const unlucky = { waId: "31600000013" };
    const world = await World.open({
      flows: [greeter],
      wrapStore: (store) => ({
        ...store,
        commit: async (units) => {
          const isUnlucky = units.map(({ thread }) => thread?.state.contact.waId === unlucky.waId);
          const results = await store.commit(units.filter((_, index) => !isUnlucky[index]));
          return isUnlucky.map((conflicts) =>
            conflicts ? { type: "conflict" } : (results[0] ?? { type: "conflict" }),
          );
        },
      }),
    });
    const lost = world.host.deliver([world.message("x", { from: unlucky })]);
    const taken = world.host.deliver([world.message("x", { from: ada })]);
    await expect(lost).rejects.toThrow("Other processes were always first");
    await taken;
    await world.settle();
    expect(world.sent()).toEqual(["31612345678 Hello"]);
  });
});

describe("a unit that cannot be stored", () => {
  test("is refused event by event, so that only the one to blame is lost", async () => {
    const listener = flowOf(
      "listener",
      Array.from({ length: 5 }, () => hear()),
    );
    const world = await World.open({
      flows: [listener],
      wrapStore: (store) => ({
        ...store,
        commit: async (units) => {
          const isTooLarge = JSON.stringify(units).includes("poison");
          return isTooLarge ? units.map(() => ({ type: "failed" as const, reason: "too large" })) : store.commit(units);
        },
      }),
    });
    const texts = ["a", "poison", "c", "d"];
    const outcomes = await Promise.allSettled(texts.map((text) => world.host.deliver([world.message(text)])));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect(world.journal().map((line) => line.split(" ")[2])).toEqual(["m1", "m3", "m4"]);
  });
});

test("an answer of the gateway is stored as soon as the store can, and its message goes out once", async () => {
  let isFull = false;
  const greeter = flowOf("greeter", [say("Hello")]);
  const wrapStore = (store: World["store"]) =>
    interferedStore(store, (method) => (isFull && method === "commit" ? diskFull() : undefined));
  const world = await World.open({ flows: [greeter], wrapStore, answer: () => void (isFull = true) });
  await world.write("hi");
  await world.run(300_000);
  expect(world.results()).toEqual([]);
  isFull = false;
  await world.run(60_000);
  expect(world.results()).toEqual(["greeter#1 success"]);
  expect(world.sent()).toHaveLength(1);
});
