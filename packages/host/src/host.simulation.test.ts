import fc from "fast-check";
import { expect, test } from "vitest";
import type { GatewayAnswer } from "@parley/gateway";
import type { ReceiptStatus } from "@parley/messaging";
import type { Store } from "@parley/store";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { seededRandom } from "@parley/testing";
import { World } from "./host.test-support.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";

const second = 1_000;
const words = ["order", "ask", "wait", "stop"];
const flows = [
  flowOf("order", [say("Which?", { waitFor: "delivery", timeoutSeconds: 40 }), hear(undefined, 90), say("Done")], {
    contains: ["order"],
  }),
  flowOf("ask", [hear("whatsapp.reply", 30), say("Ok", { expiry: { type: "seconds", seconds: 20 } })], {
    contains: ["ask"],
    interrupts: true,
  }),
  flowOf("wait", [pause(15), say("Back", { waitFor: "read", timeoutSeconds: 60 }), hear(undefined, 30)], {
    contains: ["wait"],
  }),
];

type Chance = (probability: number) => boolean;

/** A run with faults of store, gateway and process; what is refused is delivered again, as a provider does. */
async function simulate(seed: number): Promise<Run> {
  const random = seededRandom(seed);
  const run: Run = { faults: 0, crashes: 0, taken: new Map(), doubts: new Map(), unasked: [], calm: false };
  const chance: Chance = (probability) => !run.calm && random() < probability;
  const world = await World.open(
    {
      flows,
      sendsInMemory: 1 + Math.floor(random() * 6),
      settings: { messagesPerSecond: 20 },
      wrapStore: (store) => faulty(store, chance, run),
      answer: ({ sendKey, to }) => {
        if (world.data.sends.get(sendKey)?.state !== "queued") run.unasked.push(sendKey);
        return answerOf(sendKey, to, { chance, run });
      },
    },
    false,
  );
  await insist(world, () => world.host.start());
  for (let step = 0; step < 60; step += 1) {
    const from = { from: { waId: `3160000000${Math.floor(random() * 4)}` } };
    if (chance(0.5)) await deliverAll(world, [world.message(words[Math.floor(random() * 4)] ?? "", from)]);
    if (chance(0.4)) await deliverAll(world, receiptsOf(world, run, random));
    if (chance(0.05)) await insist(world, () => world.restart());
    if (chance(0.05)) {
      run.crashes += 1;
      for (const { key, state } of world.sends())
        if (state === "queued") run.doubts.set(key, (run.doubts.get(key) ?? 0) + 1);
      await insist(world, () => world.crash());
    }
    await world.run(Math.floor(random() * 8) * second);
  }
  run.calm = true;
  await world.run(3_600 * second);
  check(world, run);
  await world.host.stop();
  expect(world.wakes()).toBe(0);
  return run;
}

type Run = {
  faults: number;
  crashes: number;
  /** How often the provider took each send, with the message ids. */
  readonly taken: Map<string, string[]>;
  /** How often it was doubtful whether it did. */
  readonly doubts: Map<string, number>;
  /** Sends that were handed over although they were decided. */
  readonly unasked: string[];
  /** Nothing goes wrong any more. */
  calm: boolean;
};

function faulty(store: Store, chance: Chance, run: Run): Store {
  const failing = interferedStore(store, () => {
    if (!chance(0.05)) return undefined;
    run.faults += 1;
    return diskFull();
  });
  const commit: Store["commit"] = async (units) => {
    if (!chance(0.05)) return failing.commit(units);
    const isLost = units.map(() => chance(0.5));
    const results = [...(await failing.commit(units.filter((_, index) => !isLost[index])))];
    return isLost.map((lost) => (lost ? { type: "conflict" } : (results.shift() ?? { type: "conflict" })));
  };
  return { ...failing, commit };
}

function answerOf(sendKey: string, to: object, { chance, run }: { chance: Chance; run: Run }): GatewayAnswer {
  const take = (): string => {
    const ids = run.taken.get(sendKey) ?? [];
    const messageId = `${sendKey}/${ids.length}`;
    run.taken.set(sendKey, [...ids, messageId]);
    return messageId;
  };
  if (chance(0.15)) return { type: "retryable", reason: "busy" };
  if (chance(0.15)) {
    run.doubts.set(sendKey, (run.doubts.get(sendKey) ?? 0) + 1);
    if (chance(0.5)) take();
    return { type: "ambiguous", reason: "lost" };
  }
  if (chance(0.05)) {
    return { type: "refused", isPolicy: chance(0.5), error: { code: 1, title: "no", details: "" } };
  }
  return { type: "accepted", messageId: take(), contact: to };
}

/** Receipts of any status for some of what was taken: again, out of order, with our id or without. */
function receiptsOf(world: World, { taken }: Run, random: () => number) {
  const all = [...taken].flatMap(([key, ids]) => ids.map((id) => ({ key, id })));
  return all
    .filter(() => random() < 0.3)
    .map(({ key, id }) => {
      const status = (["submitted", "delivered", "read", "failed"] as const)[Math.floor(random() * 4)];
      return world.receiptEvent(status as ReceiptStatus, id, random() < 0.7 ? key : undefined);
    });
}

async function deliverAll(world: World, events: Parameters<World["host"]["deliver"]>[0]): Promise<void> {
  await insist(world, () => world.host.deliver(events));
  await world.settle();
}

async function insist(world: World, attempt: () => Promise<void>): Promise<void> {
  for (let attempts = 0; attempts < 50; attempts += 1) {
    try {
      return await attempt();
    } catch {
      await world.run(second);
    }
  }
  throw new Error("fifty attempts were not enough");
}

function check(world: World, { taken, doubts, unasked }: Run): void {
  expect(unasked).toEqual([]);
  expect(world.host.stats()).toMatchObject({ queued: 0, inFlight: 0, waiting: 0 });
  expect(world.sends().filter(({ state }) => state === "queued")).toEqual([]);
  // A message is taken twice only where nobody could tell whether it was taken once.
  for (const [key, ids] of taken) expect(ids.length - 1).toBeLessThanOrEqual(doubts.get(key) ?? 0);
  // The timers that are stored are those that live conversations wait for.
  const waited = world
    .threads()
    .flatMap(({ live }) =>
      live.flatMap(({ conversation: { id, timers } }) =>
        Object.entries(timers).map(([timerId, { generation }]) => `${id} ${timerId} ${generation}`),
      ),
    );
  const stored = world
    .timers()
    .map(({ conversationId, timerId, generation }) => `${conversationId} ${timerId} ${generation}`);
  expect(stored.toSorted()).toEqual(waited.toSorted());
  // Nothing stands still that has a time-out, and nothing is parked.
  expect(stored).toEqual([]);
  expect(world.live().filter((line) => line.endsWith("parked"))).toEqual([]);
  // No second saw more sends than the rate.
  for (const from of world.sentAt) {
    expect(world.sentAt.filter((at) => at >= from && at < from + second).length).toBeLessThanOrEqual(20);
  }
}

test("whatever fails and whenever it crashes, nothing is lost, nothing stands still and nothing is doubled without need", async () => {
  let faults = 0;
  let crashes = 0;
  let sends = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const run = await simulate(seed);
      faults += run.faults;
      crashes += run.crashes;
      sends += run.taken.size;
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(Math.min(faults, crashes, sends)).toBeGreaterThan(40);
});
