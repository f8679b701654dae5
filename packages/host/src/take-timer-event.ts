import type { TimerRow } from "@parley/store";
import { type Desk, type Place, turnOf } from "./desk.ts";
import { cancelTimer, findLive, setTimer, type ThreadWork } from "./thread-work.ts";

/** A timer fired. Its row goes in any case, so that none can fire without end, unless the turn or one before it has armed it anew. */
export function takeTimer(timer: TimerRow, desk: Desk): Place {
  const { conversationId, timerId, generation } = timer;
  const work = desk.works.get(timer.threadId);
  if (work === undefined) return { unit: { cancelTimers: [{ conversationId, timerId }] } };
  turnOf(work, conversationId, { type: "timer-fired", at: desk.tools.now, timerId, generation }, desk.tools);
  const pending = generationOf(work, timer);
  if (pending === undefined || pending === generation) cancelTimer(work, conversationId, timerId);
  return work;
}

/** A timer waits until later, unless it was cancelled or armed anew meanwhile. */
export function postponeTimer(timer: TimerRow, firesAt: number, desk: Desk): Place | undefined {
  const work = desk.works.get(timer.threadId);
  if (work !== undefined && generationOf(work, timer) === timer.generation) setTimer(work, { ...timer, firesAt });
  return work;
}

/** The generation that the conversation waits for. */
function generationOf(work: ThreadWork, { conversationId, timerId }: TimerRow): number | undefined {
  return findLive(work, conversationId)?.conversation.timers[timerId]?.generation;
}
