import { describe, expect, test } from "vitest";
import type { GatewayAnswer } from "@parley/gateway";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";

const second = 1_000;
const greeter = flowOf("greeter", [say("Hello")]);

function contact(index: number) {
  return { from: { waId: `31600${10_000 + index}` } };
}

function crowd(world: World, count: number) {
  return Array.from({ length: count }, (_, index) => world.message("x", contact(index)));
}

describe("stop", () => {
  test("finishes the events that were taken and leaves no call back behind", async () => {
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10), hear(undefined, 60)])] });
    const delivering = world.host.deliver(crowd(world, 600));
    await world.host.stop();
    expect(world.live()).toHaveLength(600);
    await delivering;
    expect(world.wakes()).toBe(0);
  });

  test("finishes the sends that are under way and begins no other", async () => {
    const answers: (() => void)[] = [];
    const world = await World.open({
      flows: [greeter],
      answer: ({ to }) =>
        new Promise<GatewayAnswer>((resolve) => {
          answers.push(() => resolve({ type: "accepted", messageId: `w${to.waId}`, contact: to }));
        }),
    });
    await world.host.deliver(crowd(world, 100));
    await world.run(second);
    let isStopped = false;
    const stopping = world.host.stop().then(() => (isStopped = true));
    await world.run(5 * second);
    expect(isStopped).toBe(false);
    for (const answer of answers) answer();
    await stopping;
    expect(world.results()).toHaveLength(64);
    expect(world.sent()).toHaveLength(64);
    expect(world.wakes()).toBe(0);
  });

  test("leaves nothing behind whatever the host was waiting for", async () => {
    const script: (GatewayAnswer | undefined)[] = [
      { type: "retryable", reason: "busy", retryAfterMs: 5_000 },
      { type: "ambiguous", reason: "lost" },
    ];
    const expiring = flowOf("greeter", [say("Hello", { expiry: { type: "seconds", seconds: 30 } })]);
    const world = await World.open({
      flows: [expiring],
      settings: { messagesPerSecond: 2 },
      sendsInMemory: 3,
      answer: () => script.shift(),
    });
    await world.host.deliver(crowd(world, 10));
    await world.run(700);
    expect(world.wakes()).toBeGreaterThan(2);
    await world.host.stop();
    expect(world.wakes()).toBe(0);
    const sent = world.sent().length;
    await world.run(60 * second);
    expect(world.sent()).toHaveLength(sent);
    expect(world.alerts).toEqual([]);
  });

  test("leaves nothing behind when timers fire at that very moment", async () => {
    let isOpen = (): void => {};
    let gate: Promise<void> | undefined;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (method === "dueTimers" ? gate : undefined));
    const world = await World.open({ flows: [flowOf("sleeper", [pause(10), pause(1), hear()])], wrapStore });
    await world.write("x");
    gate = new Promise((resolve) => (isOpen = resolve));
    await world.run(10 * second);
    let isStopped = false;
    const stopping = world.host.stop().then(() => (isStopped = true));
    await world.settle();
    expect(isStopped).toBe(false);
    isOpen();
    await stopping;
    await world.store.close();
    expect(world.wakes()).toBe(0);
    await world.run(60 * second);
    expect(world.alerts).toEqual([]);
  });

  test("may be called twice", async () => {
    const world = await World.open({ flows: [greeter] });
    await Promise.all([world.host.stop(), world.host.stop()]);
    await world.host.stop();
    expect(world.wakes()).toBe(0);
  });

  test("waits until an answer of the gateway is stored", async () => {
    let isFull = false;
    const wrapStore = (store: World["store"]) =>
      interferedStore(store, (method) => (isFull && method === "commit" ? diskFull() : undefined));
    const world = await World.open({ flows: [greeter], wrapStore, answer: () => void (isFull = true) });
    await world.write("x");
    let isStopped = false;
    const stopping = world.host.stop().then(() => (isStopped = true));
    await world.run(10 * second);
    expect(isStopped).toBe(false);
    world.answer = () => undefined;
    isFull = false;
    await world.run(60 * second);
    await stopping;
    expect(world.results()).toEqual(["greeter#1 success"]);
  });
});

describe("a new host on the same store", () => {
  test("goes on where the old one stopped and sends nothing twice", async () => {
    const world = await World.open({ flows: [greeter], settings: { messagesPerSecond: 10 } });
    await world.host.deliver(crowd(world, 40));
    for (let stops = 0; stops < 6; stops += 1) {
      await world.run(700);
      await world.restart();
    }
    await world.run(10 * second);
    expect(world.sent()).toHaveLength(40);
    expect(new Set(world.sentKeys()).size).toBe(40);
    expect(world.results()).toHaveLength(40);
  });

  test("takes over more sends than it reads at once", async () => {
    const world = await World.open({ flows: [greeter] });
    await world.host.deliver(crowd(world, 1_100));
    await world.restart();
    const { queued } = world.host.stats();
    expect(queued).toBeGreaterThan(1_000);
    expect(queued + world.results().length).toBe(1_100);
    await world.run(2 * second);
    expect(new Set(world.sentKeys()).size).toBe(1_100);
    expect(world.sent()).toHaveLength(1_100);
  });

  test("sends what is new behind what was queued, although the clock was set back", async () => {
    const flows = ["one", "two"].map((word) =>
      flowOf(word, [say(word), hear("whatsapp.reply")], { contains: [word], interrupts: true }),
    );
    let isBusy = true;
    const answer = (): GatewayAnswer | undefined => (isBusy ? { type: "retryable", reason: "busy" } : undefined);
    const world = await World.open({ flows, answer });
    await world.write("one");
    world.setClock(-60 * second);
    await world.restart();
    await world.write("two");
    await world.restart();
    isBusy = false;
    await world.run(120 * second);
    expect(world.sent().slice(-2)).toEqual(["31612345678 one", "31612345678 two"]);
  });
});

test("start may be called again after the store failed", async () => {
  let isFull = true;
  const wrapStore = (store: World["store"]) =>
    interferedStore(store, (method) => (isFull && method === "queuedSends" ? diskFull() : undefined));
  const world = await World.open({ flows: [greeter], wrapStore }, false);
  await expect(world.host.start()).rejects.toThrow("full");
  expect(world.wakes()).toBe(0);
  isFull = false;
  await world.host.start();
  await world.write("x");
  expect(world.results()).toEqual(["greeter#1 success"]);
});
