import { expect } from "vitest";
import type { CommitUnit, Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { load, traceOf, wholeUnit } from "./sample-rows.ts";

/** Commits in the middle of which a row cannot be written. */
export function describeAnomalies(testStore: TestStore): void {
  testStore(
    "leaves nothing of a unit whose n-th row cannot be written, for every n, and ends as if nothing had been",
    async (store, subject, openAnother) => {
      await store.commit([wholeUnit("a")]);
      const before = await traceOf(store, "a");
      const failures = await failAtEveryRow(subject.reopen, before);
      expect(failures).toBe(rowsIn(unit));
      const disturbed = await subject.reopen();
      const undisturbed = await openAnother();
      await undisturbed.commit([wholeUnit("a")]);
      for (let n = 1; n <= failures; n += 1) await undisturbed.commit([neighbour(n)]);
      expect(await undisturbed.commit([unit])).toEqual([{ type: "committed" }]);
      expect(await everythingOf(disturbed, failures)).toEqual(await everythingOf(undisturbed, failures));
      expect(await traceOf(disturbed, "a")).not.toEqual(before);
    },
  );
}

/** A unit of which every part finds a row to write or to delete, once `wholeUnit("a")` is there. */
const unit: CommitUnit = {
  ...wholeUnit("a", 1),
  cancelTimers: [{ conversationId: "a-1", timerId: "n3.timeout" }],
  unparkReceipts: ["early.a"],
  topics: [
    { threadId: "a", conversationId: "a-1", topics: [] },
    { threadId: "a", conversationId: "a-2", topics: ["later-a"] },
  ],
};

/** A unit of one row fewer than it takes to meet the fault. */
function neighbour(failingWrite: number): CommitUnit {
  return { inbox: neighbourIds(failingWrite).map((id) => ({ id, receivedAt: 1_000 })) };
}

function neighbourIds(failingWrite: number): string[] {
  return Array.from({ length: failingWrite - 1 }, (_, index) => `neighbour-${failingWrite}-${index}`);
}

function rowsIn({ thread, ...lists }: CommitUnit): number {
  return Object.values(lists).reduce((sum, rows) => sum + (rows?.length ?? 0), thread === undefined ? 0 : 1);
}

type Reopen = (options?: { readonly failingWrite: number }) => Promise<Store>;

/** Lets each row of the unit fail in turn, until the unit is committed; says how often it failed. After each failure the store still works. */
async function failAtEveryRow(reopen: Reopen, before: object): Promise<number> {
  for (let failingWrite = 1; ; failingWrite += 1) {
    const failing = await reopen({ failingWrite });
    const [result] = await failing.commit([unit]);
    if (result?.type === "committed") return failingWrite - 1;
    expect(result).toEqual({ type: "failed", reason: expect.stringMatching(/./) });
    expect([failingWrite, await traceOf(failing, "a")]).toEqual([failingWrite, before]);
    expect(await failing.commit([neighbour(failingWrite)])).toEqual([{ type: "committed" }]);
  }
}

async function everythingOf(store: Store, failures: number): Promise<object> {
  const inboxIds = Array.from({ length: failures }, (_, index) => neighbourIds(index + 1)).flat();
  return {
    trace: await traceOf(store, "a"),
    neighbours: (await load(store, { inboxIds })).seenInboxIds.toSorted(),
    counts: await store.counts(),
    queued: await store.queuedSends({ after: 0, limit: 1_000 }),
  };
}
