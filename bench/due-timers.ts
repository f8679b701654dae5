import { openSqliteStore } from "@parley/store/sqlite";
import { quantile } from "./table.ts";
import { waitMs } from "./waiting-flow.ts";

/** How late timers came: from the time at which they were due to the turn that they caused, in milliseconds. */
export type Lateness = {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
};

const page = 5_000;

/**
 * Reads how late the timers were that have ended conversations, of a store that no server has open. A conversation's timer was due so long
 * after its start as its flow waits; the turn's own time is when it ended. Rejects unless exactly `expected` timers have fired.
 */
export async function readLateness(path: string, expected: number): Promise<Lateness> {
  const store = await openSqliteStore({ path });
  const late: number[] = [];
  try {
    for (let before: string | undefined, isEnd = false; !isEnd; ) {
      const rows = await store.listConversations({ status: "ended", before, limit: page });
      for (const { startedAt, endedAt = 0 } of rows) late.push(endedAt - startedAt - waitMs);
      before = rows.at(-1)?.id;
      isEnd = rows.length < page;
    }
  } finally {
    await store.close();
  }
  if (late.length !== expected) throw new Error(`Of ${expected} timers that were due, ${late.length} have fired.`);
  const sorted = late.toSorted((left, right) => left - right);
  if ((sorted[0] ?? 0) < 0) throw new Error(`A timer fired ${-(sorted[0] ?? 0)} ms before it was due.`);
  return { count: late.length, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99), maxMs: sorted.at(-1) ?? 0 };
}
