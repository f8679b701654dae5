import { accepts, isReceiving, newConversation, takeTurn, type Turn, type TurnEvent } from "@parley/engine";
import type { CompiledFlow, SendMessage } from "@parley/engine";
import type { ConversationRow, LiveConversation, ReceivedMessage, SendRow } from "@parley/store";
import type { CompiledFlows } from "./compiled-flows.ts";
import type { HostLog } from "./host-log.ts";
import { cancelTimer, findLive, noteEvent, noteTurn, replaceLive, type ThreadWork } from "./thread-work.ts";

/** What turns need besides the thread. */
export type TurnTools = {
  readonly flows: CompiledFlows;
  readonly log: HostLog;
  readonly now: number;
  readonly nextSequence: () => number;
};

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
  for (const effect of turn.effects) if (effect.type === "send-message") queueSend(work, id, effect, tools);
  tools.log.turn({ threadId: work.thread.id, turn, event });
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

/** Begins a conversation with the message that a Start matched. */
export function startConversation(
  work: ThreadWork,
  compiled: CompiledFlow,
  received: ReceivedMessage,
  tools: TurnTools,
): string {
  const count = work.thread.conversationCount + 1;
  const { id: threadId, appId, contact } = work.thread;
  const conversation = newConversation(compiled, { id: `${threadId}-${count}`, appId, contact });
  const live: LiveConversation = { conversation, startedAt: tools.now, deferred: [] };
  work.thread = { ...work.thread, conversationCount: count, live: [...work.thread.live, live] };
  work.conversations.set(conversation.id, rowOf(work, live));
  takeLiveTurn(work, live, { type: "conversation-started", at: tools.now, ...received }, tools);
  return conversation.id;
}

/** Whether a conversation stands at a Receive that takes this message. */
export function isWaitingFor(live: LiveConversation, received: ReceivedMessage, { flows, now }: TurnTools): boolean {
  return (
    isWaiting(live, flows) &&
    accepts(compiledOf(live, flows), live.conversation, { type: "message-received", at: now, ...received })
  );
}

/** Whether a conversation stands at a Receive. */
export function isWaiting(live: LiveConversation, flows: CompiledFlows): boolean {
  return live.parked === undefined && isReceiving(compiledOf(live, flows), live.conversation);
}

export function compiledOf({ conversation }: LiveConversation, flows: CompiledFlows): CompiledFlow {
  return flows.get(conversation.flowId, conversation.flowVersion);
}

/** Ends a conversation from outside, a parked one too. */
export function stopConversation(work: ThreadWork, id: string, reason: string, tools: TurnTools): void {
  const live = findLive(work, id);
  if (live === undefined) return;
  if (live.parked === undefined) {
    takeLiveTurn(work, live, { type: "conversation-stopped", at: tools.now, reason }, tools);
    return;
  }
  replaceLive(work, id, undefined);
  const final = { ...live.conversation, status: "done" as const };
  work.conversations.set(id, { ...rowOf(work, live), status: "ended", endedAt: tools.now, result: "error", final });
}

function park(work: ThreadWork, live: LiveConversation, error: unknown, { log, now }: TurnTools): void {
  const { id, timers } = live.conversation;
  const reason = error instanceof Error ? error.message : String(error);
  log.alert({ sentence: "A turn threw and its conversation was parked.", conversationId: id, error });
  noteEvent(work, now, { type: "conversation-parked", reason }, id);
  for (const timerId of Object.keys(timers)) cancelTimer(work, id, timerId);
  replaceLive(work, id, { ...live, parked: { at: now, reason } });
  work.conversations.set(id, { ...rowOf(work, live), status: "parked" });
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
