import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GatewayAnswer } from "@parley/gateway";
import type { SendRow } from "@parley/store";
import { createManualClock, createMemoryStore } from "@parley/testing";
import { flowOf, hear, say } from "./flow.test-support.ts";
import { silentLog } from "./host-log.ts";
import { World, type WorldOptions } from "./host.test-support.ts";
import { Lane } from "./lane.ts";
import { sendRow } from "./send-row.test-support.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";

const second = 1_000;
const greeter = flowOf("greeter", [say("Hello $(receive.message)")]);
const siblings = ["one", "two", "three"].map((word) =>
  flowOf(word, [say(word), hear("whatsapp.reply")], { contains: [word], interrupts: true }),
);

function contact(index: number) {
  return { from: { waId: `31600${10_000 + index}` } };
}

function crowd(world: World, count: number, app = "main") {
  return Array.from({ length: count }, (_, index) => world.message(`${index}`, { ...contact(index), app }));
}

function numbers(world: World): number[] {
  return world.sent().map((line) => Number(line.split(" ").at(-1)));
}

/** Watches how many sends memory holds. */
async function runAndWatch(world: World, ms: number): Promise<number> {
  let most = 0;
  for (let passed = 0; passed < ms; passed += 10) {
    most = Math.max(most, world.host.stats().queued);
    await world.run(10);
  }
  return most;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("a lane that reads on", () => {
  /** A lane with room for one send, over a store that gives its pages when it is told to. */
  function openLane() {
    const performed: string[] = [];
    const queued: SendRow[] = [];
    const pages: (() => void)[] = [];
    const { clock, advance } = createManualClock();
    const lane: Lane = new Lane({
      ...{ appId: "main", clock, log: silentLog, perSecond: () => 1_000, sendsInMemory: 1 },
      store: {
        ...createMemoryStore(),
        queuedSends: ({ after, limit }) => {
          const page = queued.filter(({ sequence }) => sequence > after).slice(0, limit);
          return new Promise((resolve) => pages.push(() => resolve(page)));
        },
      },
      perform: async ({ key }) => {
        performed.push(key);
        queued.splice(
          queued.findIndex((row) => row.key === key),
          1,
        );
        return { again: undefined, health: "answers" };
      },
    });
    const add = (sequence: number): void => {
      const row = sendRow({ key: `k${sequence}`, threadId: `t${sequence}`, sequence });
      queued.push(row);
      queued.sort((left, right) => left.sequence - right.sequence);
      lane.add(row);
    };
    /** Gives the page that was asked for, and lets everything happen that follows. */
    const give = async (): Promise<void> => {
      await advance(10);
      pages.shift()?.();
      await advance(10);
    };
    return { lane, performed, pages, add, give };
  }

  test("loses no send that is added while the last page is on its way", async () => {
    const { performed, pages, add, give } = openLane();
    add(1);
    add(2);
    await give();
    expect(performed).toEqual(["k1", "k2"]);
    expect(pages).toHaveLength(1);
    add(3);
    while (pages.length > 0) await give();
    expect(performed).toEqual(["k1", "k2", "k3"]);
  });

  test("loses no send that comes with a lower sequence than what was read", async () => {
    const { performed, pages, add, give } = openLane();
    add(5);
    add(6);
    add(2);
    while (pages.length > 0) await give();
    await give();
    while (pages.length > 0) await give();
    expect(performed.toSorted()).toEqual(["k2", "k5", "k6"]);
  });

  test("waits for the page when it stops, and begins nothing of it", async () => {
    const { lane, performed, pages, add } = openLane();
    add(1);
    add(2);
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    let isStopped = false;
    const stopping = lane.stop().then(() => (isStopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isStopped).toBe(false);
    pages.shift()?.();
    await stopping;
    expect(performed).toEqual(["k1"]);
  });
});

describe("sends for which memory has no room", () => {
  const crowded: WorldOptions = { flows: [greeter], sendsInMemory: 5, settings: { messagesPerSecond: 50 } };

  test("stay in the store and go out in order, none lost and none twice", async () => {
    const world = await World.open(crowded);
    await world.host.deliver(crowd(world, 60));
    expect(await runAndWatch(world, 2 * second)).toBe(5);
    expect(numbers(world)).toEqual(upTo(60));
    expect(world.results()).toHaveLength(60);
    expect(world.host.stats()).toMatchObject({ queued: 0, inFlight: 0 });
  });

  test("go out in order although more come all the time", async () => {
    const world = await World.open(crowded);
    const events = crowd(world, 60);
    for (let index = 0; index < events.length; index += 3) {
      await world.host.deliver(events.slice(index, index + 3));
      await world.run(30);
    }
    await world.run(2 * second);
    expect(numbers(world)).toEqual(upTo(60));
  });

  test("are not lost when the units of a commit come in another order than their sends", async () => {
    const world = await World.open({ ...crowded, flows: siblings, sendsInMemory: 2 });
    const texts: [string, number][] = [
      ["one", 0],
      ["one", 1],
      ["two", 0],
      ["two", 1],
      ["three", 1],
      ["three", 0],
    ];
    await world.host.deliver(texts.map(([text, index]) => world.message(text, contact(index))));
    await world.run(2 * second);
    expect(world.sent().toSorted()).toEqual(
      texts.map(([text, index]) => `${contact(index).from.waId} ${text}`).toSorted(),
    );
  });

  test("go out after a restart", async () => {
    const world = await World.open(crowded);
    await world.host.deliver(crowd(world, 60));
    await world.run(300);
    await world.restart();
    expect(world.host.stats().queued).toBeLessThanOrEqual(5);
    await world.run(2 * second);
    expect(numbers(world)).toEqual(upTo(60));
  });

  test("go out after a crash, when their receipts had time", async () => {
    const world = await World.open(crowded);
    await world.host.deliver(crowd(world, 60));
    await world.run(300);
    const before = numbers(world).length;
    await world.crash();
    await world.run(59 * second);
    expect(numbers(world)).toHaveLength(before);
    await world.run(10 * second);
    expect(numbers(world)).toEqual(upTo(60));
  });

  test("go out once when the store could not be read for a while", async () => {
    let isBroken = false;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (isBroken && method === "queuedSends" ? diskFull() : undefined));
    const world = await World.open({ ...crowded, wrapStore });
    await world.host.deliver(crowd(world, 60));
    await world.run(100);
    isBroken = true;
    await world.run(5 * second);
    expect(numbers(world).length).toBeLessThan(20);
    isBroken = false;
    await world.run(5 * second);
    expect(numbers(world)).toEqual(upTo(60));
    expect(world.alerts).toContain(
      "Queued sends could not be read; they are tried again in a moment. The disk is full; free some space.",
    );
  });

  test("leave nothing behind when the host stops while they cannot be read", async () => {
    let isBroken = false;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (isBroken && method === "queuedSends" ? diskFull() : undefined));
    const world = await World.open({ ...crowded, wrapStore });
    await world.host.deliver(crowd(world, 60));
    await world.run(100);
    isBroken = true;
    await world.run(5 * second);
    expect(world.wakes()).toBeGreaterThan(1);
    await world.host.stop();
    expect(world.wakes()).toBe(0);
  });

  test("that a receipt decides in the store are not sent", async () => {
    const world = await World.open({ ...crowded, answer: () => new Promise<GatewayAnswer>(() => {}) });
    await world.host.deliver(crowd(world, 20));
    await world.crash();
    const waiting = world.sends().filter(({ state }) => state === "queued");
    for (const [index, { key }] of waiting.entries()) {
      if (index >= 10) await world.receipt("submitted", `w${index}`, key);
    }
    const before = numbers(world).length;
    world.answer = () => undefined;
    await world.run(120 * second);
    expect(numbers(world).slice(before)).toEqual(upTo(10));
  });

  test("that are decided while the page with them is on its way are not sent", async () => {
    let isOpen = (): void => {};
    let gate: Promise<void> | undefined;
    const world = await World.open({
      ...crowded,
      sendsInMemory: 1,
      wrapStore: (store) => ({
        ...store,
        queuedSends: async (query) => {
          const rows = await store.queuedSends(query);
          await gate;
          return rows;
        },
      }),
    });
    gate = new Promise((resolve) => (isOpen = resolve));
    await world.host.deliver(crowd(world, 3));
    await world.settle();
    expect(numbers(world)).toEqual([0]);
    const [, second] = world.sends();
    await world.receipt("submitted", "w9", second?.key);
    isOpen();
    await world.run(1_000);
    expect(numbers(world)).toEqual([0, 2]);
  });

  test("do not keep another app waiting", async () => {
    const world = await World.open({
      ...crowded,
      apps: ["main", "other"],
      answer: ({ app }) => (app.id === "main" ? new Promise<GatewayAnswer>(() => {}) : undefined),
    });
    await world.host.deliver(crowd(world, 30));
    await world.host.deliver(crowd(world, 3, "other"));
    await world.run(second);
    expect(world.results()).toHaveLength(3);
  });

  test("are told apart by app when they are read", async () => {
    const world = await World.open({ ...crowded, apps: ["main", "other"] });
    const events = upTo(40).map((index) =>
      world.message(`${index}`, { ...contact(index), app: index % 4 === 0 ? "other" : "main" }),
    );
    await world.host.deliver(events);
    await world.run(2 * second);
    const isOther = (index: number): boolean => index % 4 === 0;
    expect(numbers(world).filter(isOther)).toEqual(upTo(40).filter(isOther));
    expect(numbers(world).filter((index) => !isOther(index))).toEqual(upTo(40).filter((index) => !isOther(index)));
  });
});

test("whatever fails, restarts and crashes, every message goes out, in order within its thread, and no more often than it must", async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant("write" as const), who: fc.nat(3), word: fc.nat(2) }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant("run" as const), ms: fc.nat(2_000) }) },
    { weight: 1, arbitrary: fc.constant({ type: "restart" as const }) },
  );
  const answers = fc.infiniteStream(fc.constantFrom<"busy" | "taken">("taken", "taken", "busy"));
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.integer({ min: 1, max: 6 }),
      answers,
      async (steps, room, script) => {
        const world = await World.open({
          flows: siblings,
          sendsInMemory: room,
          settings: { messagesPerSecond: 20 },
          answer: () => (script.next().value === "busy" ? { type: "retryable", reason: "busy" } : undefined),
        });
        for (const one of steps) {
          if (one.type === "write") await world.write(siblings[one.word]?.id ?? "", contact(one.who));
          if (one.type === "run") await world.run(one.ms);
          if (one.type === "restart") await world.restart();
        }
        await world.run(600 * second);
        expect(world.host.stats()).toMatchObject({ queued: 0, inFlight: 0, ambiguous: 0 });
        const sends = world.sends().toSorted((left, right) => left.sequence - right.sequence);
        expect(sends.filter(({ state }) => state !== "accepted")).toEqual([]);
        for (const [threadId, ofThread] of Map.groupBy(sends, (row) => row.threadId)) {
          const keys = ofThread.map(({ key }) => key);
          const attempted = world.sentKeys().filter((key) => key.startsWith(`${threadId}-`));
          // Repetitions aside, each once and in order.
          expect(attempted.filter((key, index) => attempted[index - 1] !== key)).toEqual(keys);
          expect(attempted).toHaveLength(ofThread.reduce((sum, { attempts }) => sum + attempts, 0));
        }
      },
    ),
    { numRuns: 60 },
  );
});
