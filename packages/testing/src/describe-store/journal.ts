import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { journalRow, thread } from "./sample-rows.ts";

/** The ordered record of what happened. */
export function describeJournal(testStore: TestStore): void {
  testStore("keeps the journal in the order in which it was written, each line with its number", async (store) => {
    const row = (at: number, conversationId = "a") => journalRow(conversationId, { at });
    await store.commit([{ journal: [row(3), row(1)] }, { journal: [row(7, "b")] }, { journal: [row(2)] }]);
    const lines = await store.readJournal({ conversationId: "a", after: 0, limit: 10 });
    const numbers = lines.map(({ number }) => number);
    expect(lines).toEqual([3, 1, 2].map((at, index) => ({ ...row(at), number: numbers[index] })));
    expect(new Set(numbers).size).toBe(3);
    expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
    expect(numbers[0]).toBeGreaterThan(0);
  });

  testStore("gives the journal page by page", async (store) => {
    const rows = Array.from({ length: 5 }, (_, at) => journalRow("a", { at }));
    await store.commit([{ journal: rows }]);
    const times: number[][] = [];
    let after = 0;
    for (;;) {
      const lines = await store.readJournal({ conversationId: "a", after, limit: 2 });
      if (lines.length === 0) break;
      times.push(lines.map(({ at }) => at));
      after = lines.at(-1)?.number ?? 0;
    }
    expect(times).toEqual([[0, 1], [2, 3], [4]]);
  });

  testStore("has no lines for a conversation of which nothing is written", async (store) => {
    const message = { type: "message-unhandled", messageId: "wamid.1" } as const;
    await store.commit([{ journal: [journalRow(undefined, { event: message }), journalRow("b")] }]);
    expect(await store.readJournal({ conversationId: "a", after: 0, limit: 10 })).toEqual([]);
    expect(await store.readJournal({ conversationId: "b", after: 0, limit: 10 })).toHaveLength(1);
  });

  testStore("writes no line for a unit that meets a conflict", async (store) => {
    const state = thread("a");
    const unit = { thread: { expectedRevision: 0, state }, journal: [journalRow("a")] };
    await store.commit([unit, unit]);
    await store.commit([{ journal: [journalRow("a", { at: 9 })] }]);
    const lines = await store.readJournal({ conversationId: "a", after: 0, limit: 10 });
    expect(lines.map(({ at }) => at)).toEqual([1_000, 9]);
  });
}
