import type { PostAnswer } from "@parley/performer";
import type { PostRow, Store } from "@parley/store";
import { createManualClock, createMemoryData, createMemoryStore, createScriptedPerformer } from "@parley/testing";
import { describe, expect, test } from "vitest";
import { flowOf, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";
import { Poster } from "./poster.ts";
import { interferedStore } from "./store.test-support.ts";

const url = "https://example.com/reports?key=secret";
const speaker = flowOf("speaker", [say("Hello", { notifyUrl: url })]);

/** A world in which one report is owed. */
async function reporting(
  post: (attempt: number) => PostAnswer,
  rest: { readonly wrapStore?: (store: Store) => Store } = {},
) {
  const world = await World.open({ flows: [speaker], post: (_, attempt) => post(attempt), ...rest });
  await world.write("x");
  await world.receipt("delivered", "w1");
  return world;
}

const answered = (status: number): PostAnswer => ({ type: "answered", status });
const failed: PostAnswer = { type: "failed", reason: "It could not be posted: ECONNREFUSED." };

describe("a report", () => {
  test("that succeeds is made once", async () => {
    const world = await reporting(() => answered(204));
    await world.run(10 * 60_000);
    expect(world.postedAt).toHaveLength(1);
    expect(world.posts()).toMatchObject([{ state: "done", attempts: 1 }]);
    expect(world.alerts).toEqual([]);
  });

  test.each([
    ["is answered 500", answered(500), "The answer was HTTP 500."],
    ["is answered 301", answered(301), "The answer was HTTP 301."],
    ["cannot be made", failed, "It could not be posted: ECONNREFUSED."],
  ])("that %s is made again after 30, 60 and 120 s, and then given up with an alert", async (_, answer, reason) => {
    const world = await reporting(() => answer);
    const first = world.postedAt[0] ?? 0;
    await world.run(60 * 60_000);
    expect(world.postedAt.map((at) => at - first)).toEqual([0, 30_000, 90_000, 210_000]);
    expect(world.posts()).toMatchObject([{ state: "failed", attempts: 4, reason }]);
    expect(world.alerts).toEqual([`A report to https://example.com was given up. ${reason}`]);
    expect(await world.store.counts()).toMatchObject({ failedPosts: 1 });
  });

  test("that succeeds the third time is made three times", async () => {
    const world = await reporting((attempt) => (attempt < 3 ? failed : answered(200)));
    await world.run(60 * 60_000);
    expect(world.postedAt).toHaveLength(3);
    expect(world.posts()).toMatchObject([{ state: "done", attempts: 3 }]);
  });

  test("to where we do not go is given up at once", async () => {
    const reason = "The URL leads where no report goes.";
    const world = await reporting(() => ({ type: "forbidden", reason }));
    await world.run(60 * 60_000);
    expect(world.postedAt).toHaveLength(1);
    expect(world.posts()).toMatchObject([{ state: "failed", attempts: 1, reason }]);
  });

  test("keeps its time across a restart and a crash", async () => {
    const world = await reporting((attempt) => (attempt < 3 ? failed : answered(200)));
    const first = world.postedAt[0] ?? 0;
    await world.run(10_000);
    await world.restart();
    await world.run(25_000);
    await world.crash();
    await world.run(10 * 60_000);
    expect(world.postedAt.map((at) => at - first)).toEqual([0, 30_000, 90_000]);
    expect(world.posts()).toMatchObject([{ state: "done", attempts: 3 }]);
  });

  test("that was under way in a crash is made again", async () => {
    let isStuck = true;
    const world = await World.open({
      flows: [speaker],
      post: () => (isStuck ? (new Promise(() => undefined) as never) : answered(200)),
    });
    await world.write("x");
    await world.receipt("delivered", "w1");
    isStuck = false;
    await world.crash();
    expect(world.postedAt).toHaveLength(2);
    expect(world.posts()).toMatchObject([{ state: "done" }]);
  });

  test("that was made while the store failed is written down as soon as that is well again", async () => {
    let failing = 0;
    const wrapStore = (store: Store): Store => ({
      ...store,
      commit: (units) => {
        const isOutcome = units.every(({ thread }) => thread === undefined);
        if (isOutcome && (failing += 1) <= 3) return Promise.reject(new Error("The disk is full."));
        return store.commit(units);
      },
    });
    const world = await reporting(() => answered(200), { wrapStore });
    await world.run(60_000);
    expect(world.postedAt).toHaveLength(1);
    expect(world.posts()).toMatchObject([{ state: "done" }]);
  });

  test("that cannot be read is made a moment later", async () => {
    let failing = 3;
    const wrapStore = (store: Store): Store =>
      interferedStore(store, (method) =>
        method === "duePosts" && (failing -= 1) >= 0 ? new Error("busy") : undefined,
      );
    const world = await reporting(() => answered(200), { wrapStore });
    await world.run(5_000);
    expect(world.posts()).toMatchObject([{ state: "done" }]);
  });

  test("of a performer that breaks off is a failure, and alerts", async () => {
    const world = await reporting(() => {
      throw new Error("wrong");
    });
    expect(world.posts()).toMatchObject([{ state: "queued", attempts: 1, reason: "The performer broke off." }]);
    expect(world.alerts).toEqual(["A performer broke off a post. wrong"]);
  });
});

/** A poster over a store that owes posts, and posts that end when they are told to. */
async function stuckPoster(rows: readonly Partial<PostRow>[]) {
  const store = createMemoryStore({ data: createMemoryData() });
  const manual = createManualClock();
  const owed = rows.map(
    (row, index): PostRow => ({
      ...{ id: `p${index}`, threadId: "t", url: "https://slow.example/", body: {}, createdAt: 0, state: "queued" },
      ...{ attempts: 0, nextAttemptAt: index, ...row },
    }),
  );
  await store.commit([{ posts: owed }]);
  const endings: (() => void)[] = [];
  const performer = createScriptedPerformer();
  const poster = new Poster({
    store,
    clock: manual.clock,
    log: { turn: () => {}, alert: () => {}, send: () => {} },
    performer: {
      ...performer,
      post: async (request, signal) => {
        const answer = await performer.post(request, signal);
        if (request.url.includes("slow")) await new Promise<void>((resolve) => void endings.push(resolve));
        return answer;
      },
    },
  });
  poster.start();
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const advance = async (ms: number): Promise<void> => {
    await manual.advance(ms);
    await settle();
  };
  await advance(0);
  return { poster, performer, endings, advance, store };
}

describe("a place that does not answer", () => {
  test("has only some posts under way at once", async () => {
    const { poster, endings, advance } = await stuckPoster(Array.from({ length: 20 }, () => ({})));
    expect(poster.inFlight).toBe(hostLimits.postsInFlightPerOrigin);
    endings.splice(0, 3).forEach((end) => end());
    await advance(0);
    expect(poster.inFlight).toBe(hostLimits.postsInFlightPerOrigin);
    expect(endings).toHaveLength(hostLimits.postsInFlightPerOrigin);
  });

  test("does not stand before others, however much is due there", async () => {
    const slow = Array.from({ length: 2 * hostLimits.postsPerRead }, () => ({ nextAttemptAt: 0 }));
    const { performer, advance } = await stuckPoster([...slow, { url: "https://quick.example/", nextAttemptAt: 1 }]);
    await advance(1_000);
    expect(performer.posted.filter(({ url: to }) => to.includes("quick"))).toHaveLength(1);
  });

  test("keeps no more than the room there is", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ url: `https://slow${index % 10}.example/` }));
    const { poster } = await stuckPoster(rows);
    expect(poster.inFlight).toBe(hostLimits.postsInFlight);
  });
});

test("A stop waits for the posts under way, and begins no others", async () => {
  const { poster, endings, advance, store } = await stuckPoster(Array.from({ length: 10 }, () => ({})));
  let isStopped = false;
  const stopping = poster.stop().then(() => (isStopped = true));
  await advance(0);
  expect(isStopped).toBe(false);
  endings.forEach((end) => end());
  await stopping;
  expect(poster.inFlight).toBe(0);
  const left = await store.duePosts({ until: 1e15, limit: 100 });
  expect(left).toHaveLength(10 - hostLimits.postsInFlightPerOrigin);
});

test("Turns do not wait for posts", async () => {
  const world = await World.open({ flows: [speaker], post: () => new Promise(() => undefined) as never });
  await world.write("x");
  await world.receipt("delivered", "w1");
  await world.write("y");
  expect(world.sent()).toHaveLength(2);
  expect(world.host.stats().posting).toBe(1);
});
