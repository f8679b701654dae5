import type { CompiledFlow } from "@parley/engine";
import { channelEventOf } from "@parley/messaging";
import type { LiveConversation, ReceivedMessage } from "@parley/store";
import type { StartingFlow } from "./compiled-flows.ts";
import { isWaiting, isWaitingFor, startConversation, takeLiveTurn, type TurnTools } from "./conversation-turn.ts";
import { hostLimits } from "./limits.ts";
import { findLive, noteEvent, replaceLive, type ThreadWork } from "./thread-work.ts";

/**
 * Gives a message to whom it belongs, in this order:
 * 1. a conversation that waits for it and whose own flow's Start matches it too;
 * 2. a Start that interrupts: the conversations that wait end as Incomplete;
 * 3. any conversation that waits for it, the newest first;
 * 4. a conversation that stands anywhere but at a Receive keeps it, and is offered it after every transition;
 * 5. the most specific Start that matches, ties by flow id.
 */
export function routeMessage(work: ThreadWork, received: ReceivedMessage, tools: TurnTools): void {
  const { message } = received;
  const { flows, now } = tools;
  if (channelEventOf(message.content) === undefined) {
    noteEvent(work, now, { type: "message-unhandled", messageId: message.id });
    return;
  }
  const waiting = work.thread.live.toReversed().filter((live) => isWaitingFor(work, live, received, tools));
  const starting = mostSpecificFirst(
    flows.startingOn(work.thread.appId).filter(({ compiled }) => startMatches(work, compiled, received)),
  );
  const interrupting = starting.find(({ compiled }) => compiled.start.interruptsLiveConversations);

  const own = waiting.find(({ conversation: { flowId, flowVersion } }) =>
    startMatches(work, flows.get(flowId, flowVersion), received),
  );
  if (own !== undefined) return resume(work, own, received, tools);
  if (interrupting !== undefined) return interrupt(work, interrupting, received, tools);
  const [newest] = waiting;
  if (newest !== undefined) return resume(work, newest, received, tools);
  const busy = work.thread.live.toReversed().find((live) => live.parked === undefined && !isWaiting(work, live, tools));
  if (busy !== undefined) return defer(work, busy, received, tools);
  const [first] = starting;
  if (first !== undefined) return begin(work, first, received, tools);
  noteEvent(work, now, { type: "message-unhandled", messageId: message.id });
}

/** After a transition: the conversation takes what it kept and now waits for; once it has ended, the rest is routed afresh. */
export function settleDeferred(work: ThreadWork, before: LiveConversation, tools: TurnTools): void {
  const { id } = before.conversation;
  for (let live = findLive(work, id); live !== undefined; live = findLive(work, id)) {
    if (live.parked !== undefined) return;
    const current = live;
    const index = current.deferred.findIndex((received) => isWaitingFor(work, current, received, tools));
    const received = current.deferred[index];
    if (received === undefined) return;
    const next = { ...current, deferred: current.deferred.toSpliced(index, 1) };
    replaceLive(work, id, next);
    before = next;
    takeLiveTurn(work, next, { type: "message-received", at: tools.now, ...received }, tools);
  }
  for (const received of before.deferred) routeMessage(work, received, tools);
}

function resume(work: ThreadWork, live: LiveConversation, received: ReceivedMessage, tools: TurnTools): void {
  takeLiveTurn(work, live, { type: "message-received", at: tools.now, ...received }, tools);
  settleDeferred(work, live, tools);
}

function interrupt(work: ThreadWork, by: StartingFlow, received: ReceivedMessage, tools: TurnTools): void {
  const event = { type: "conversation-interrupted", at: tools.now, byFlowId: by.compiled.flow.id } as const;
  const interrupted = work.thread.live.filter((live) => isWaiting(work, live, tools));
  for (const live of interrupted) takeLiveTurn(work, live, event, tools);
  begin(work, by, received, tools);
  for (const live of interrupted) settleDeferred(work, live, tools);
}

function begin(work: ThreadWork, { compiled }: StartingFlow, received: ReceivedMessage, tools: TurnTools): void {
  if (work.thread.live.length >= hostLimits.liveConversations) {
    const reason = `The contact has ${hostLimits.liveConversations} conversations already that have not ended.`;
    noteEvent(work, tools.now, { type: "message-dropped", messageId: received.message.id, reason });
    return;
  }
  startConversation(work, compiled, received, tools);
}

function defer(work: ThreadWork, live: LiveConversation, received: ReceivedMessage, { now }: TurnTools): void {
  const { id } = live.conversation;
  const messageId = received.message.id;
  if (live.deferred.length >= hostLimits.deferredMessages) {
    const reason = `The conversation keeps ${hostLimits.deferredMessages} messages already.`;
    noteEvent(work, now, { type: "message-dropped", messageId, reason }, id);
    return;
  }
  replaceLive(work, id, { ...live, deferred: [...live.deferred, received] });
  noteEvent(work, now, { type: "message-deferred", messageId }, id);
}

/** A Start that throws matches nothing, so that it keeps no other flow from starting. */
function startMatches(work: ThreadWork, { flow, start }: CompiledFlow, { message, contact }: ReceivedMessage): boolean {
  try {
    return start.matches(message, contact, work.thread.appId);
  } catch (error) {
    work.sayings.push((log) =>
      log.alert({ sentence: `The Start of flow ${flow.id} threw and was passed over.`, error }),
    );
    return false;
  }
}

/** The flows come in order of their ids, and sorting keeps that order among equals. */
function mostSpecificFirst(flows: readonly StartingFlow[]): StartingFlow[] {
  return flows.toSorted((left, right) => right.compiled.start.specificity - left.compiled.start.specificity);
}
