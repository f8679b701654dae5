import { accepts, isReceiving, newConversation, takeTurn, type Turn, type TurnEvent } from "@parley/engine";
import type { CompiledFlow, Effect, PerformTask, SendMessage } from "@parley/engine";
import type { ConversationRow, LiveConversation, SendRow } from "@parley/store";
import type { FlowsAtHand } from "./compiled-flows.ts";
import { cancelTimer, findLive, noteEvent, noteTurn, replaceLive, type ThreadWork, topicsOf } from "./thread-work.ts";

/** What turns need besides the thread. */
export type TurnTools = {
  readonly flows: FlowsAtHand;
  readonly now: number;
  readonly nextSequence: () => number;
};

/** What begins a conversation. */
export type StartEvent = Extract<TurnEvent, { readonly type: "conversation-started" | "conversation-triggered" }>;

/** A turn of a live conversation. Returns false when the event meant nothing to it. A turn that throws parks the conversation: our fault. */
export function takeLiveTurn(work: ThreadWork, live: LiveConversation, event: TurnEvent, tools: TurnTools): boolean {
  const { id, flowId, flowVersion } = live.conversation;
  let turn: Turn;
  try {
    turn = takeTurn(tools.flows.get(flowId, flowVersion), live.conversation, event);
  } catch (error) {
    park(work, live, error, tools);
    return true;
  }
  if (!turn.isHandled) return false;
  noteTurn(work, live, turn, event);
  for (const effect of turn.effects) owe(work, id, effect, tools);
  const threadId = work.thread.id;
  work.sayings.push((log) => log.turn({ threadId, turn, event }));
  const { conversation } = turn;
  if (conversation.status === "active") replaceLive(work, id, { ...live, conversation });
  else {
    replaceLive(work, id, undefined);
    work.conversations.set(id, {
      ...rowOf(work, live),
      status: "ended",
      endedAt: event.at,
      result: conversation.context.result ?? "success",
      final: conversation,
    });
  }
  return true;
}

/** Begins a conversation with the message or the signal that a Start matched. */
export function startConversation(work: ThreadWork, compiled: CompiledFlow, event: StartEvent, tools: TurnTools): void {
  const count = work.thread.conversationCount + 1;
  const { id: threadId, appId, contact } = work.thread;
  const conversation = newConversation(compiled, { id: `${threadId}-${count}`, appId, contact });
  const live: LiveConversation = { conversation, startedAt: tools.now, deferred: [] };
  work.thread = { ...work.thread, conversationCount: count, live: [...work.thread.live, live] };
  work.conversations.set(conversation.id, rowOf(work, live));
  takeLiveTurn(work, live, event, tools);
}

/** Whether a conversation stands at a Receive that takes this event. */
export function isWaitingFor(work: ThreadWork, live: LiveConversation, event: TurnEvent, tools: TurnTools): boolean {
  return ask(
    work,
    live,
    tools,
    (compiled) => isReceiving(compiled, live.conversation) && accepts(compiled, live.conversation, event),
  );
}

/** Whether a conversation stands at a Receive. */
export function isWaiting(work: ThreadWork, live: LiveConversation, tools: TurnTools): boolean {
  return ask(work, live, tools, (compiled) => isReceiving(compiled, live.conversation));
}

/** Ends a conversation from outside, a parked one too, and one that is parked by its very end. */
export function stopConversation(work: ThreadWork, live: LiveConversation, reason: string, tools: TurnTools): void {
  const { id } = live.conversation;
  const event = { type: "conversation-stopped", at: tools.now, reason } as const;
  if (live.parked === undefined) takeLiveTurn(work, live, event, tools);
  if (findLive(work, id)?.parked === undefined) return;
  replaceLive(work, id, undefined);
  const final = { ...live.conversation, status: "done" as const, timers: {} };
  work.conversations.set(id, { ...rowOf(work, live), status: "ended", endedAt: tools.now, result: "error", final });
  noteEvent(work, tools.now, event, id);
}

/** Asks a conversation's flow; one whose flow throws is parked, and the answer is no. */
function ask(
  work: ThreadWork,
  live: LiveConversation,
  tools: TurnTools,
  question: (compiled: CompiledFlow) => boolean,
): boolean {
  // What was parked since `live` was read counts too.
  if ((findLive(work, live.conversation.id) ?? live).parked !== undefined) return false;
  try {
    return question(tools.flows.get(live.conversation.flowId, live.conversation.flowVersion));
  } catch (error) {
    park(work, live, error, tools);
    return false;
  }
}

function park(work: ThreadWork, live: LiveConversation, error: unknown, { now }: TurnTools): void {
  const { id, timers } = live.conversation;
  const reason = error instanceof Error ? error.message : String(error);
  const sentence = "A turn threw and its conversation was parked.";
  work.sayings.push((log) => log.alert({ sentence, conversationId: id, error }));
  noteEvent(work, now, { type: "conversation-parked", reason }, id);
  for (const timerId of Object.keys(timers)) cancelTimer(work, id, timerId);
  if (topicsOf(live.conversation).length > 0) work.topics.set(id, []);
  replaceLive(work, id, { ...live, parked: { at: now, reason } });
  work.conversations.set(id, { ...rowOf(work, live), status: "parked" });
}

/** Timers are no debt: they are stored as they stand with the conversation. */
function owe(work: ThreadWork, conversationId: string, effect: Effect, tools: TurnTools): void {
  if (effect.type === "send-message") queueSend(work, conversationId, effect, tools);
  if (effect.type === "perform-task") queueTask(work, conversationId, effect, tools);
}

function queueTask(work: ThreadWork, conversationId: string, { key, task }: PerformTask, { now }: TurnTools): void {
  const { id: threadId, appId } = work.thread;
  work.tasks.set(key, { key, threadId, conversationId, appId, createdAt: now, task, state: "queued" });
}

function queueSend(
  work: ThreadWork,
  conversationId: string,
  request: SendMessage,
  { now, nextSequence }: TurnTools,
): void {
  const row: SendRow = {
    key: request.key,
    threadId: work.thread.id,
    conversationId,
    appId: work.thread.appId,
    sequence: nextSequence(),
    createdAt: now,
    request,
    state: "queued",
    attempts: 0,
    nextAttemptAt: now,
    ambiguousRetries: 0,
  };
  work.sends.set(row.key, row);
}

function rowOf(work: ThreadWork, { conversation, startedAt }: LiveConversation): ConversationRow {
  const { id, flowId, flowVersion } = conversation;
  return { id, threadId: work.thread.id, appId: work.thread.appId, flowId, flowVersion, startedAt, status: "live" };
}
