import type { MemoryData } from "./memory-data.ts";

/** Forgets events, parked receipts, and finished posts and tasks from before a time, at most `limit` of each; gives how many. */
export function forgetBefore(data: MemoryData, at: number, limit: number): number {
  const events = [...data.inbox].filter(([, receivedAt]) => receivedAt < at).slice(0, limit);
  for (const [id] of events) data.inbox.delete(id);
  const receipts = new Set(data.parkedReceipts.filter(({ parkedAt }) => parkedAt < at).slice(0, limit));
  data.parkedReceipts = data.parkedReceipts.filter((row) => !receipts.has(row));
  const posts = finishedBefore([...data.posts.values()], at).slice(0, limit);
  for (const { id } of posts) data.posts.delete(id);
  const tasks = finishedBefore([...data.tasks.values()], at).slice(0, limit);
  for (const { key } of tasks) data.tasks.delete(key);
  return events.length + receipts.size + posts.length + tasks.length;
}

function finishedBefore<Row extends { readonly state: string; readonly createdAt: number }>(
  rows: readonly Row[],
  at: number,
): Row[] {
  return rows.filter(({ state, createdAt }) => state !== "queued" && createdAt < at);
}
