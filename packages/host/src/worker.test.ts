import { describe, expect, test } from "vitest";
import type { TaskAnswer } from "@parley/flow";
import type { TaskRow } from "@parley/store";
import { createManualClock, createMemoryData, createMemoryStore, createScriptedPerformer } from "@parley/testing";
import { flowOf, hear, say, work } from "./flow.test-support.ts";
import { World, type WorldOptions } from "./host.test-support.ts";
import { silentLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";
import { Worker } from "./worker.ts";

const second = 1_000;
const shop = flowOf("shop", [work(), say("It costs $(data.price)")]);
const twelve: TaskAnswer = { type: "done", values: { price: 12 } };

describe("It is true that a task", () => {
  test("is performed after its commit, and its answer moves the conversation on", async () => {
    const stored: string[][] = [];
    const world = await World.open({ flows: [shop], perform: () => (stored.push(world.tasks()), twelve) });
    await world.write("hi");
    expect(stored).toEqual([["shop#1-2 queued parse-data"]]);
    expect(world.sent()).toEqual(["31612345678 It costs 12"]);
    expect(world.tasks()).toEqual(["shop#1-2 done"]);
    expect(world.journal()).toContain("shop#1 task-answered n3.onSuccess");
    expect(world.host.stats().working).toBe(0);
  });

  test("that fails leaves by onError with the reason in the journal", async () => {
    const world = await World.open({ flows: [shop], perform: () => ({ type: "failed", reason: "It is no JSON." }) });
    await world.write("hi");
    expect(world.results()).toEqual(["shop#1 error"]);
    expect(JSON.stringify(world.data.journal)).toContain("It is no JSON.");
    expect(world.tasks()).toEqual(["shop#1-2 done"]);
  });

  test("fails with a sentence where no performer is given", async () => {
    const world = await World.open({ flows: [shop], hasPerformer: false });
    await world.write("hi");
    expect(world.results()).toEqual(["shop#1 error"]);
    expect(JSON.stringify(world.data.journal)).toContain("Nothing here performs parse-data");
  });

  test("fails with a sentence where the performer breaks off, and somebody is told", async () => {
    const world = await World.open({
      flows: [shop],
      perform: () => {
        throw new Error("wrong");
      },
    });
    await world.write("hi");
    expect(world.results()).toEqual(["shop#1 error"]);
    expect(world.alerts).toEqual(["A task broke off. wrong"]);
  });

  test("is performed again under the same key after a crash, and answered once", async () => {
    const world = await World.open({ flows: [shop], perform: (_, attempt) => (attempt === 1 ? never() : twelve) });
    await world.write("hi");
    expect(world.host.stats().working).toBe(1);
    await world.crash();
    expect(world.performed()).toEqual(["shop#1-2 parse-data", "shop#1-2 parse-data"]);
    expect(world.sent()).toEqual(["31612345678 It costs 12"]);
    expect(world.tasks()).toEqual(["shop#1-2 done"]);
    await world.crash();
    expect(world.performed()).toHaveLength(2);
  });

  test("that is answered when the conversation has ended or moved on changes nothing, and is owed no more", async () => {
    const { world, answer } = await held({ flows: [flowOf("shop", [work(), hear()])] });
    const [thread] = world.threads();
    const [live] = thread?.live ?? [];
    if (thread === undefined || live === undefined) expect.fail("a conversation began");
    const conversationId = live.conversation.id;
    await world.host.deliver([
      { type: "stop-conversation", threadId: thread.id, conversationId, reason: "Somebody stopped it." },
    ]);
    await world.settle();
    const before = world.journal();
    answer();
    await world.settle();
    expect(world.journal()).toEqual(before);
    expect(world.tasks()).toEqual(["shop#1-2 done"]);
  });

  test("keeps the messages that come while it is under way", async () => {
    const { world, answer } = await held({
      flows: [flowOf("shop", [work(), hear(), say("You said $(receive.message)")])],
    });
    await world.write("blue");
    expect(world.live()).toEqual(["shop#1 n3"]);
    answer();
    await world.settle();
    expect(world.sent()).toEqual(["31612345678 You said blue"]);
  });

  test("is reported until the store takes it", async () => {
    let isFull = false;
    const world = await World.open({
      flows: [shop],
      perform: () => ((isFull = true), twelve),
      wrapStore: (store) =>
        interferedStore(store, (method) => (isFull && method === "commit" ? diskFull() : undefined)),
    });
    await world.write("hi");
    await world.run(60 * second);
    expect(world.tasks()).toEqual(["shop#1-2 queued parse-data"]);
    isFull = false;
    await world.run(20 * second);
    expect(world.performed()).toHaveLength(1);
    expect(world.sent()).toEqual(["31612345678 It costs 12"]);
  });
});

describe("It is true that a stop", () => {
  test("waits for the tasks under way and begins no other", async () => {
    const { world, answer } = await held({ flows: [flowOf("shop", [work(), work(), hear()])] });
    const stopping = world.host.stop();
    await world.run(second);
    answer();
    await stopping;
    expect(world.tasks()).toEqual(["shop#1-2 done", "shop#1-3 queued parse-data"]);
    expect(world.performed()).toHaveLength(1);
    expect(world.wakes()).toBe(0);
    await world.restart();
    expect(world.performed()).toEqual(["shop#1-2 parse-data", "shop#1-3 parse-data"]);
  });

  test("leaves owed what has no answer in time, which the next process does again", async () => {
    const world = await World.open({ flows: [shop], perform: (_, attempt) => (attempt === 1 ? never() : twelve) });
    await world.write("hi");
    const before = world.now();
    await world.restart();
    expect(world.now() - before).toBeLessThanOrEqual(hostLimits.taskStopMs + second);
    expect(world.performed()).toHaveLength(2);
    expect(world.sent()).toEqual(["31612345678 It costs 12"]);
  });
});

describe("It is true that a worker", () => {
  test("has only so many tasks under way, and does all of them in the end, those that memory has no room for included", async () => {
    const count = 3 * hostLimits.tasksInMemory;
    const { worker, performer, endings, settle, store } = await stuckWorker([...Array(count).keys()].map(() => "main"));
    await settle();
    expect(worker.inFlight).toBe(hostLimits.tasksInFlightOfApp);
    while (endings.length > 0) {
      for (const end of endings.splice(0)) end();
      await settle();
    }
    expect(performer.performed).toHaveLength(count);
    expect(new Set(performer.performed.map(({ key }) => key)).size).toBe(count);
    expect(await store.queuedTasks({ after: "", limit: 1 })).toEqual([]);
  });

  test("does tasks that come while it reads, and each once", async () => {
    const first = Array.from({ length: 700 }, () => "main");
    const { worker, performer, endings, settle, store } = await stuckWorker(first);
    const late = Array.from({ length: 700 }, (_, index) => rowOf(`late-${index}`, "main"));
    await store.commit([{ tasks: late }]);
    worker.add(late);
    await settle();
    while (endings.length > 0) {
      for (const end of endings.splice(0)) end();
      await settle();
    }
    expect(performer.performed).toHaveLength(1_400);
    expect(new Set(performer.performed.map(({ key }) => key)).size).toBe(1_400);
  });

  test("gives an app room though another one has more than enough to do", async () => {
    const { worker, performer, endings, settle } = await stuckWorker([
      ...Array.from({ length: 100 }, () => "busy"),
      ...["calm", "calm"],
    ]);
    await settle();
    const { tasksInFlightOfApp } = hostLimits;
    expect(worker.inFlight).toBe(tasksInFlightOfApp + 2);
    expect(performer.performed.filter(({ key }) => key.startsWith("calm"))).toHaveLength(2);
    for (const end of endings.splice(0)) end();
    await settle();
    expect(worker.inFlight).toBe(tasksInFlightOfApp);
  });

  test("reads on where the store fails, in a moment", async () => {
    let failures = 0;
    const world = await World.open({
      flows: [shop],
      perform: () => twelve,
      wrapStore: (store) =>
        interferedStore(store, (method) => {
          if (method !== "queuedTasks" || failures >= 2) return undefined;
          failures += 1;
          return diskFull();
        }),
    });
    await world.store.commit([{ tasks: [rowOf("lost-1-2", "main")] }]);
    await world.run(5 * second);
    expect(world.alerts).toHaveLength(2);
    expect(world.data.tasks.get("lost-1-2")?.state).toBe("done");
  });
});

function never(): Promise<TaskAnswer> {
  return new Promise(() => undefined);
}

/** A world in which the first conversation waits for its first task, until it is told the answer. */
async function held(options: WorldOptions) {
  let answer = (): void => undefined;
  const world = await World.open({
    ...options,
    perform: () => new Promise<TaskAnswer>((resolve) => (answer = () => resolve(twelve))),
  });
  await world.write("hi");
  return { world, answer: () => answer() };
}

function rowOf(key: string, appId: string): TaskRow {
  const task = { type: "parse-data", format: "json", text: "{}", fields: [] } as const;
  return { key, threadId: "t", conversationId: "t-1", appId, createdAt: 0, task, state: "queued" };
}

/** A worker over a store that owes a task of each of these apps; tasks end when they are told to. */
async function stuckWorker(appIds: readonly string[]) {
  const store = createMemoryStore({ data: createMemoryData() });
  await store.commit([{ tasks: appIds.map((appId, index) => rowOf(`${appId}-${index}`, appId)) }]);
  const endings: (() => void)[] = [];
  const performer = createScriptedPerformer(
    undefined,
    () => new Promise((resolve) => endings.push(() => resolve(twelve))),
  );
  const worker = new Worker({
    ...{ store, clock: createManualClock().clock, log: silentLog, performer },
    report: async ({ task: _task, ...row }) => {
      await store.commit([{ tasks: [{ ...row, state: "done" }] }]);
    },
  });
  worker.start();
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { worker, performer, endings, settle, store };
}
