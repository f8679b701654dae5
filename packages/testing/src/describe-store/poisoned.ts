import { expect } from "vitest";
import type { CommitUnit } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { post, seen, task, taskDone } from "./sample-records.ts";
import { conversation, journalRow, load, parkedReceipt, send, thread, traceOf, wholeUnit } from "./sample-rows.ts";

const committed = { type: "committed" };
const failed = { type: "failed", reason: expect.stringMatching(/./) };

/** Values that cannot be stored: they cost their own unit and no other. */
export function describePoisoned(testStore: TestStore): void {
  for (const [place, unitWith] of places) {
    testStore(`refuses a unit with poison in its ${place}, and commits its neighbours`, async (store) => {
      await store.commit([wholeUnit("a")]);
      const before = await traceOf(store, "a");
      for (const [name, poison] of Object.entries(poisons())) {
        const neighbours = [`before-${name}`, `after-${name}`];
        const [first = {}, last = {}] = neighbours.map((id) => wholeUnit(id));
        const spoilt = { ...wholeUnit("a", 1), ...unitWith(poison) };
        expect([name, await store.commit([first, spoilt, last])]).toEqual([name, [committed, failed, committed]]);
        expect([name, await traceOf(store, "a")]).toEqual([name, before]);
        const { threads } = await load(store, { threadIds: neighbours });
        expect(threads.map(({ revision }) => revision)).toEqual([1, 1]);
      }
      expect(await store.commit([wholeUnit("a", 1)])).toEqual([committed]);
    });
  }

  testStore("refuses a commit that is poisoned throughout, unit by unit", async (store) => {
    const spoilt = Object.values(poisons()).map((poison) => ({ unrouted: [{ payload: poison } as never] }));
    expect(await store.commit(spoilt)).toEqual(spoilt.map(() => failed));
    expect(await store.counts()).toEqual({ unrouted: 0, deadLetters: 0, failedPosts: 0 });
    expect(await store.commit([wholeUnit("a")])).toEqual([committed]);
  });

  testStore("keeps what is merely large or strange", async (store) => {
    const payload = { large: "x".repeat(4_000_000), half: "\uD83D", nothing: "\u0000", line: "\u2028" };
    const row = journalRow("a", {
      event: { type: "message-dropped", messageId: "m", reason: JSON.stringify(payload) },
    });
    expect(await store.commit([{ journal: [row] }])).toEqual([committed]);
    const [line] = await store.readJournal({ conversationId: "a", after: 0, limit: 1 });
    expect(line?.event).toEqual(row.event);
  });
}

/** What JSON cannot say. */
function poisons(): Readonly<Record<string, unknown>> {
  const cycle: Record<string, unknown> = {};
  cycle["self"] = { inner: [cycle] };
  const hostile = {
    toJSON: () => {
      throw new Error("it will not be written");
    },
  };
  return { bigint: 1n, cycle, hostile };
}

/** A row with something in it that its type forbids. */
function spoil<Row extends object>(row: Row, poison: unknown): Row {
  return { ...row, poison };
}

const places: readonly (readonly [place: string, unitWith: (poison: unknown) => CommitUnit])[] = [
  ["thread", (poison) => ({ thread: { expectedRevision: 1, state: spoil(thread("a"), poison) } })],
  ["sends", (poison) => ({ sends: [send("ok"), spoil(send("s"), poison)] })],
  ["parked receipts", (poison) => ({ parkReceipts: [spoil(parkedReceipt("wamid.1"), poison)] })],
  ["conversations", (poison) => ({ conversations: [spoil(conversation("a-1"), poison)] })],
  ["journal", (poison) => ({ journal: [journalRow("a-1"), spoil(journalRow("a-1"), poison)] })],
  ["tasks", (poison) => ({ tasks: [taskDone("task-a"), spoil(task("t"), poison)] })],
  ["posts", (poison) => ({ posts: [post("post-a", { state: "done" }), spoil(post("p"), poison)] })],
  ["contacts", (poison) => ({ contacts: [seen("a", { waId: "1" }), spoil(seen("a", { waId: "2" }), poison)] })],
];
