import type { Clock } from "@parley/messaging";
import { beforeEach, describe, expect, test } from "vitest";
import { createFaults } from "../../faults.ts";
import { createManualClock, type FaultPlan, type Faults, type Update } from "../../index.ts";
import { simulatorLimits } from "../../limits.ts";
import { seededRandom } from "@parley/testing";
import { createPostman, type Postman } from "./postman.ts";

const day = 24 * 60 * 60 * 1000;

/** A post under way, which the test answers. */
type Post = { readonly body: string; answer(status: number | undefined): Promise<void> };

let posts: Post[];
let acknowledged: string[];
let clock: Clock;
let advance: (ms: number) => Promise<void>;
let faults: Faults;
let postman: Postman;

beforeEach(() => {
  ({ clock, advance } = createManualClock());
  posts = [];
  acknowledged = [];
  faults = createFaults();
  postman = createPostman({
    clock,
    random: seededRandom(1),
    faults,
    retry: { baseMs: 1_000, maxMs: 60_000, giveUpAfterMs: 7 * day },
    write: (updates) => Buffer.from(updates.map(idOf).join(" ")),
    post: (body) =>
      new Promise((resolve) => {
        posts.push({
          body: body.toString(),
          answer: async (status) => {
            resolve(status);
            await advance(0);
          },
        });
      }),
    acknowledged: (updates) => acknowledged.push(...updates.map(idOf)),
  });
});

function idOf(update: Update): string {
  return "messageId" in update ? update.messageId : "id" in update ? update.id : update.value;
}

/** Takes a message from a person for each name such as `sam1`. */
function take(...ids: string[]): void {
  for (const id of ids) {
    const contact = { waId: id.replace(/\d/g, "") };
    postman.take({ type: "message", phoneNumberId: "1", contact, id, at: 0, message: {} });
  }
}

const bodies = () => posts.map(({ body }) => body);

async function answer(place: number, status: number | undefined): Promise<void> {
  await posts[place]?.answer(status);
}

describe("a webhook", () => {
  test("is acknowledged by 200 and by nothing else", async () => {
    for (const [place, status] of [204, 201, 301, 404, 500, undefined, 200].entries()) {
      if (place === 0) take("sam1");
      await answer(place, status);
      expect(acknowledged).toEqual(status === 200 ? ["sam1"] : []);
      await advance(60_000);
    }
    expect(bodies()).toEqual(Array.from({ length: 7 }, () => "sam1"));
    expect(postman.counts()).toEqual({ posted: 7, acknowledged: 1, retried: 6, waiting: 0, givenUp: 0 });
  });

  test("is retried after 1, 2, 4 … and at most 60 seconds", async () => {
    take("sam1");
    for (const [place, seconds] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      await answer(place, 500);
      await advance(seconds * 1_000 - 1);
      expect(posts).toHaveLength(place + 1);
      await advance(1);
      expect(posts).toHaveLength(place + 2);
    }
  });

  test("is given up when its next attempt would come after seven days, and the person's next one goes", async () => {
    take("sam1", "sam2");
    await advance(7 * day - 1_000);
    await answer(0, 500);
    await advance(1_000);
    expect(bodies()).toEqual(["sam1", "sam1"]);
    await answer(1, 500);
    expect(bodies()).toEqual(["sam1", "sam1", "sam2"]);
    expect(postman.counts()).toMatchObject({ givenUp: 1, waiting: 1 });
  });

  test("waits for the same person's one before, and for nobody else's", async () => {
    take("sam1", "sam2", "alex1");
    expect(bodies()).toEqual(["sam1", "alex1"]);
    await answer(0, 500);
    await advance(1_000);
    expect(bodies()).toEqual(["sam1", "alex1", "sam1"]);
    await answer(2, 200);
    expect(bodies()).toEqual(["sam1", "alex1", "sam1", "sam2"]);
  });

  test("is posted while fewer than the maximum are under way; one that waits for its retry is not", async () => {
    const people = Array.from({ length: simulatorLimits.webhooksAtOnce + 2 }, (_, place) =>
      String.fromCharCode(0x4e00 + place),
    );
    take(...people);
    expect(posts).toHaveLength(simulatorLimits.webhooksAtOnce);
    await answer(0, 200);
    await answer(1, 500);
    expect(bodies()).toEqual(people);
  });

  test("is dropped as the oldest when too many wait", async () => {
    take(...Array.from({ length: simulatorLimits.waitingWebhooks + 1 }, (_, place) => `sam${place}`));
    expect(postman.counts()).toMatchObject({ givenUp: 1, waiting: simulatorLimits.waitingWebhooks });
    expect(bodies()).toEqual(["sam0", "sam1"]);
    await answer(0, 200);
    expect(acknowledged).toEqual([]);
  });

  test("is forgotten on reset, under way or waiting", async () => {
    faults.set({ batch: { holdMs: 10, size: 5, count: 1 } });
    take("sam1");
    await advance(10);
    take("sam2");
    await answer(0, 500);
    faults.set({ batch: { holdMs: 10, size: 5 } });
    take("sam3");
    postman.reset();
    await advance(120_000);
    expect(bodies()).toEqual(["sam1"]);
    expect(postman.counts()).toEqual({ posted: 0, acknowledged: 0, retried: 0, waiting: 0, givenUp: 0 });
    faults.set({});
    take("sam4");
    expect(bodies()).toEqual(["sam1", "sam4"]);
  });
});

describe("with faults", () => {
  test("a webhook is posted extra times at once, and its first answer counts", async () => {
    faults.set({ webhookDuplicates: { extra: 2, count: 1 } });
    take("sam1", "sam2");
    expect(bodies()).toEqual(["sam1", "sam1", "sam1"]);
    for (const [place, status] of [200, 500, undefined].entries()) await answer(place, status);
    expect(acknowledged).toEqual(["sam1"]);
    expect(bodies()).toEqual(["sam1", "sam1", "sam1", "sam2"]);
    expect(postman.counts()).toMatchObject({ posted: 4, acknowledged: 1, retried: 0 });
  });

  test("a retry of a duplicated webhook is a single one", async () => {
    faults.set({ webhookDuplicates: { extra: 1 } });
    take("sam1");
    for (const place of [0, 1]) await answer(place, 500);
    await advance(1_000);
    expect(bodies()).toEqual(["sam1", "sam1", "sam1"]);
  });

  test("updates are held and leave together, at the size or after the hold", async () => {
    faults.set({ batch: { holdMs: 50, size: 3 } });
    take("sam1", "alex1", "sam2", "sam3");
    expect(bodies()).toEqual(["sam1 alex1 sam2"]);
    expect(postman.counts()).toMatchObject({ waiting: 2 });
    await answer(0, 200);
    expect(acknowledged).toEqual(["sam1", "alex1", "sam2"]);
    await advance(49);
    expect(posts).toHaveLength(1);
    await advance(1);
    expect(bodies()).toEqual(["sam1 alex1 sam2", "sam3"]);
  });

  test("an update does not overtake an open batch when the fault has gone", async () => {
    faults.set({ batch: { holdMs: 50, size: 3, count: 1 } });
    take("sam1");
    faults.set({});
    take("sam2");
    await advance(50);
    expect(bodies()).toEqual(["sam1 sam2"]);
  });

  test("a batch waits for everybody's webhook before it", async () => {
    take("sam1", "alex1");
    faults.set({ batch: { holdMs: 0, size: 2, count: 1 } });
    take("sam2", "alex2");
    await answer(0, 200);
    expect(bodies()).toEqual(["sam1", "alex1"]);
    await answer(1, 200);
    expect(bodies()).toEqual(["sam1", "alex1", "sam2 alex2"]);
  });

  const mixed: readonly FaultPlan[] = [
    { reorder: { withinMs: 1_000 } },
    { reorder: { withinMs: 1_000 }, batch: { holdMs: 10, size: 20 } },
  ];
  test.each(mixed)("reordered updates all come, in another order: %o", async (plan) => {
    faults.set(plan);
    const ids = Array.from({ length: 20 }, (_, place) => `sam${place}`);
    take(...ids);
    await advance(1_010);
    const came = bodies().flatMap((body) => body.split(" "));
    expect(came).not.toEqual(ids);
    expect(came.toSorted()).toEqual(ids.toSorted());
  });
});
