import { expect, test } from "vitest";
import { flowOf, hear } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";

const day = 24 * 3_600_000;
const listener = flowOf("listener", [hear("whatsapp.list")]);

test("a message is known again for nine days, and then forgotten", async () => {
  const world = await World.open({ flows: [listener] });
  await world.write("x", { id: "m1" });
  await world.run(9 * day - 1);
  expect(world.data.inbox.size).toBe(1);
  await world.run(hostLimits.forgetEveryMs + 1);
  expect(world.data.inbox.size).toBe(0);
});

test("however many are forgotten, not more than a few at once", async () => {
  const limits: number[] = [];
  const world = await World.open({
    wrapStore: (store) => ({
      ...store,
      forgetBefore: (at, limit) => {
        limits.push(limit);
        return store.forgetBefore(at, limit);
      },
    }),
  });
  const inbox = Array.from({ length: 2_500 }, (_, index) => ({ id: `m${index}`, receivedAt: world.now() - 10 * day }));
  await world.store.commit([{ inbox }]);
  const before = limits.length;
  await world.run(hostLimits.forgetEveryMs);
  expect(world.data.inbox.size).toBe(0);
  expect(limits.slice(before)).toEqual([1_000, 1_000, 1_000]);
});

test("a host that stops waits for what is being forgotten, and forgets no more", async () => {
  let isOpen = (): void => {};
  let gate: Promise<void> | undefined;
  const asked: string[] = [];
  const wrapStore = (store: World["store"]) =>
    interferedStore(store, (method) => {
      if (method !== "forgetBefore") return undefined;
      asked.push(method);
      return gate;
    });
  const world = await World.open({ wrapStore });
  const inbox = Array.from({ length: 2_500 }, (_, index) => ({ id: `m${index}`, receivedAt: 0 }));
  await world.store.commit([{ inbox }]);
  gate = new Promise((resolve) => (isOpen = resolve));
  await world.run(hostLimits.forgetEveryMs);
  let isStopped = false;
  const stopping = world.host.stop().then(() => (isStopped = true));
  await world.settle();
  expect(isStopped).toBe(false);
  isOpen();
  await stopping;
  expect(asked).toHaveLength(2);
  expect(world.wakes()).toBe(0);
});

test("a store that fails is asked again later", async () => {
  let isFull = true;
  const wrapStore = (store: World["store"]) =>
    interferedStore(store, (method) => (isFull && method === "forgetBefore" ? diskFull() : undefined));
  const world = await World.open({ wrapStore });
  await world.store.commit([{ inbox: [{ id: "m1", receivedAt: world.now() - 10 * day }] }]);
  await world.run(hostLimits.forgetEveryMs);
  expect(world.alerts).toHaveLength(2);
  isFull = false;
  await world.run(hostLimits.forgetEveryMs);
  expect(world.data.inbox.size).toBe(0);
});
