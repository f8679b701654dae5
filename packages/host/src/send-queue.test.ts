import { describe, expect, test } from "vitest";
import { createManualClock } from "@parley/testing";
import type { SendRow } from "@parley/store";
import { sendRow } from "./send-row.test-support.ts";
import { SendQueue } from "./send-queue.ts";

/** A queue on a manual clock, and how often it said that something is ready. */
function openQueue() {
  const { clock, advance } = createManualClock(0);
  let wakes = 0;
  const counted = {
    now: () => clock.now(),
    schedule: (at: number, callback: () => void) => {
      wakes += 1;
      const cancel = clock.schedule(at, () => {
        wakes -= 1;
        callback();
      });
      let isOver = false;
      return () => {
        if (!isOver) wakes -= 1;
        isOver = true;
        cancel();
      };
    },
  };
  const ready: number[] = [];
  const queue = new SendQueue(counted, () => ready.push(clock.now()));
  const add = (...rows: SendRow[]) => rows.forEach((row) => queue.add(row));
  return { queue, add, advance, ready, wakes: () => wakes };
}

const a1 = sendRow({ key: "a1", threadId: "a" });
const a2 = sendRow({ key: "a2", threadId: "a" });
const b1 = sendRow({ key: "b1", threadId: "b" });

describe("a send queue", () => {
  test("gives the sends of a thread one after another", () => {
    const { queue, add } = openQueue();
    add(a1, a2);
    expect(queue.take()).toBe(a1);
    expect(queue.take()).toBeUndefined();
    queue.remove("a1");
    expect(queue.take()).toBe(a2);
    queue.remove("a2");
    expect(queue.size).toBe(0);
  });

  test("lets threads take turns", () => {
    const { queue, add } = openQueue();
    add(a1, a2, b1);
    expect(queue.take()).toBe(a1);
    queue.remove("a1");
    expect(queue.take()).toBe(b1);
    expect(queue.take()).toBe(a2);
  });

  test("keeps a send that it holds already as it is", () => {
    const { queue, add } = openQueue();
    add(a1, { ...a1, attempts: 7 });
    expect(queue.size).toBe(1);
    expect(queue.take()).toBe(a1);
    add(a1);
    expect(queue.take()).toBeUndefined();
  });

  test("says when a send becomes due, and not before", async () => {
    const { queue, add, advance, ready } = openQueue();
    const late = { ...a1, nextAttemptAt: 500 };
    add(late, a2);
    expect([ready, queue.take()]).toEqual([[], undefined]);
    await advance(500);
    expect(ready).toEqual([500]);
    expect(queue.take()).toBe(late);
  });

  test("holds the rest of the thread back while a send that was put back waits", async () => {
    const { queue, add, advance } = openQueue();
    add(a1, a2);
    queue.take();
    const again = { ...a1, attempts: 1, nextAttemptAt: 500 };
    queue.putBack(again);
    expect(queue.take()).toBeUndefined();
    await advance(500);
    expect(queue.take()).toBe(again);
  });

  test("takes nothing back that was removed meanwhile", () => {
    const { queue, add } = openQueue();
    add(a1, a2);
    queue.take();
    queue.remove("a1");
    queue.putBack({ ...a1, attempts: 1 });
    expect(queue.size).toBe(1);
    expect(queue.take()).toBe(a2);
    queue.putBack(a1);
    queue.remove("a2");
    expect(queue.size).toBe(0);
  });

  test("removes a send that waits, from any place", () => {
    const { queue, add } = openQueue();
    const a3 = sendRow({ key: "a3", threadId: "a" });
    add(a1, a2, a3);
    queue.remove("a2");
    queue.remove("a1");
    queue.remove("unknown");
    expect(queue.take()).toBe(a3);
  });

  test("keeps the place of a thread from which a later send is removed", () => {
    const { queue, add } = openQueue();
    add(a1, a2, b1);
    queue.remove("a2");
    expect(queue.take()).toBe(a1);
  });

  test("leaves no wake behind once it is closed", async () => {
    const { queue, add, advance, ready, wakes } = openQueue();
    add({ ...a1, nextAttemptAt: 500 }, withExpiry(b1, 100));
    expect(wakes()).toBe(2);
    ready.length = 0;
    queue.close();
    add({ ...a2, threadId: "c", nextAttemptAt: 500 });
    queue.remove("a1");
    expect(wakes()).toBe(0);
    await advance(1_000);
    expect([ready, queue.take(), queue.takeExpired()]).toEqual([[], undefined, undefined]);
  });

  test("needs no more than one wake for a thread", () => {
    const { queue, add, wakes } = openQueue();
    for (let index = 0; index < 10; index += 1)
      add(withExpiry(sendRow({ key: `a${index}`, threadId: "a" }), 100 + index));
    expect(wakes()).toBe(1);
    queue.take();
    expect(wakes()).toBe(0);
  });
});

describe("a send that expires", () => {
  test("is given apart from those that are due", async () => {
    const { queue, add, advance } = openQueue();
    const urgent = withExpiry(a1, 100);
    add(urgent, a2);
    expect(queue.takeExpired()).toBeUndefined();
    await advance(100);
    expect(queue.take()).toBeUndefined();
    expect(queue.takeExpired()).toBe(urgent);
    queue.remove("a1");
    expect(queue.take()).toBe(a2);
  });

  test("is given although another of its thread waits before it", async () => {
    const { queue, add, advance } = openQueue();
    const first = { ...a1, nextAttemptAt: 10_000 };
    const urgent = withExpiry(a2, 100);
    add(first, urgent);
    await advance(100);
    expect(queue.takeExpired()).toBe(urgent);
    queue.remove("a2");
    expect(queue.size).toBe(1);
    await advance(9_900);
    expect(queue.take()).toBe(first);
  });

  test("is not given while another of its thread is under way", async () => {
    const { queue, add, advance } = openQueue();
    add(a1, withExpiry(a2, 100));
    queue.take();
    await advance(100);
    expect(queue.takeExpired()).toBeUndefined();
    queue.remove("a1");
    expect(queue.takeExpired()).toMatchObject({ key: "a2" });
  });

  test("but may have been taken waits for its next attempt", async () => {
    const { queue, add, advance } = openQueue();
    const doubtful = { ...withExpiry(a1, 100), ambiguousSince: 0, nextAttemptAt: 500 };
    add(doubtful);
    await advance(100);
    expect([queue.takeExpired(), queue.take()]).toEqual([undefined, undefined]);
    await advance(400);
    expect(queue.take()).toBe(doubtful);
  });
});

describe("a send queue that is woken", () => {
  test("gives what was put off, the thread that has waited longest first", () => {
    const { queue, add } = openQueue();
    add({ ...a1, nextAttemptAt: 9_000 }, b1);
    queue.wake();
    expect(queue.take()).toMatchObject({ key: "a1", nextAttemptAt: 0 });
    expect(queue.take()).toBe(b1);
    queue.putBack({ ...a1, nextAttemptAt: 9_000 });
    expect(queue.take()).toBeUndefined();
  });

  test("gives what was put off before what was due already, though its thread is younger", () => {
    const { queue, add } = openQueue();
    add(b1, { ...a1, nextAttemptAt: 9_000 });
    queue.wake();
    expect([queue.take()?.key, queue.take()?.key]).toEqual(["a1", "b1"]);
  });

  test("keeps the order within a thread", () => {
    const { queue, add } = openQueue();
    add({ ...a1, nextAttemptAt: 9_000 }, a2);
    queue.wake();
    expect(queue.take()).toMatchObject({ key: "a1" });
    queue.wake();
    expect(queue.take()).toBeUndefined();
    queue.remove("a1");
    expect(queue.take()).toBe(a2);
  });

  test("leaves those waiting for their receipt that may have been taken", async () => {
    const { queue, add, advance } = openQueue();
    add({ ...a1, nextAttemptAt: 9_000, ambiguousSince: 0 });
    queue.wake();
    expect(queue.take()).toBeUndefined();
    await advance(9_000);
    expect(queue.take()).toMatchObject({ key: "a1" });
  });
});

function withExpiry(row: SendRow, expiresAt: number): SendRow {
  return { ...row, request: { ...row.request, expiresAt } };
}
