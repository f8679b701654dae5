import type { TaskAnswer } from "@parley/flow";
import type { TaskRow } from "@parley/store";
import { type Desk, type Place, turnOf } from "./desk.ts";

/** A task was done. It is owed no more in any case; a conversation that has moved on or ended meanwhile does not turn back for it. */
export function takeTaskAnswer(row: TaskRow, answer: TaskAnswer, desk: Desk): Place {
  const { key, threadId, conversationId, appId, createdAt } = row;
  const done: TaskRow = { key, threadId, conversationId, appId, createdAt, state: "done" };
  const work = desk.works.get(threadId);
  if (work === undefined) return { unit: { tasks: [done] } };
  work.tasks.set(key, done);
  turnOf(work, conversationId, { type: "task-answered", at: desk.tools.now, key, answer }, desk.tools);
  return work;
}
