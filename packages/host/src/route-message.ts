import { type CompiledFlow, sentMessage, type TurnEvent } from "@parley/engine";
import { channelEventOf, type InboundMessage } from "@parley/messaging";
import type { LiveConversation, ReceivedMessage } from "@parley/store";
import { isChoice } from "./chosen-reply.ts";
import type { StartingFlow } from "./compiled-flows.ts";
import {
  isWaiting,
  isWaitingFor,
  type StartEvent,
  startConversation,
  takeLiveTurn,
  type TurnTools,
} from "./conversation-turn.ts";
import { hostLimits } from "./limits.ts";
import { findLive, noteEvent, replaceLive, type ThreadWork } from "./thread-work.ts";

/**
 * Gives a message to whom it belongs, in this order:
 * 0. when a button or a row of a message of ours was chosen, the conversation that sent it, if it waits for that;
 * 1. a conversation that waits for it and whose own flow's Start matches it too;
 * 2. a Start that interrupts: the conversations that wait end as Incomplete;
 * 3. any conversation that waits for it: the one whose message it answers, else the newest first;
 * 4. a conversation of another contact that waits for this one; then nobody here gets it;
 * 5. a conversation that stands anywhere but at a Receive keeps it, and is offered it after every transition;
 * 6. the most specific Start that matches, ties by flow id.
 * `elsewhere` offers it to the threads of others and says whether one took it; what was kept and is routed afresh was offered there before.
 */
export function routeMessage(
  work: ThreadWork,
  received: ReceivedMessage,
  tools: TurnTools,
  elsewhere: () => boolean = () => false,
): void {
  const { message } = received;
  const { flows, now } = tools;
  if (channelEventOf(message.content) === undefined) {
    noteEvent(work, now, { type: "message-unhandled", messageId: message.id });
    return;
  }
  const waiting = whoWaits(work, received, tools);
  const [first] = waiting;
  if (first !== undefined && isChoice(message) && isAnswered(first, message))
    return resume(work, first, received, tools);
  const starting = mostSpecificFirst(
    flows.startingOn(work.thread.appId).filter(({ compiled }) => startMatches(work, compiled, received)),
  );
  const interrupting = starting.find(({ compiled }) => compiled.start.interruptsLiveConversations);
  const own = waiting.find(({ conversation: { flowId, flowVersion } }) =>
    startMatches(work, flows.get(flowId, flowVersion), received),
  );
  if (own !== undefined) return resume(work, own, received, tools);
  if (interrupting !== undefined) return void interrupt(work, interrupting, startedBy(received, now), tools);
  if (first !== undefined) return resume(work, first, received, tools);
  if (elsewhere()) return;
  const busy = work.thread.live.toReversed().find((live) => live.parked === undefined && !isWaiting(work, live, tools));
  if (busy !== undefined) return defer(work, busy, received, tools);
  const [best] = starting;
  if (best !== undefined) begin(work, best, startedBy(received, now), tools);
  else noteEvent(work, now, { type: "message-unhandled", messageId: message.id });
}

/** Begins a conversation of a flow; one whose Start interrupts ends those that wait as Incomplete. Returns false where there are too many already. */
export function startFlow(work: ThreadWork, flow: StartingFlow, event: StartEvent, tools: TurnTools): boolean {
  const start = flow.compiled.start.interruptsLiveConversations ? interrupt : begin;
  return start(work, flow, event, tools);
}

/** Resumes a conversation that waits for an event, and lets it go on with what it kept. */
export function resumeWith(work: ThreadWork, live: LiveConversation, event: TurnEvent, tools: TurnTools): void {
  takeLiveTurn(work, live, event, tools);
  settleDeferred(work, live, tools);
}

/** After a transition: the conversation takes what it kept and now waits for; once it has ended, the rest is routed afresh. */
export function settleDeferred(work: ThreadWork, before: LiveConversation, tools: TurnTools): void {
  const { id } = before.conversation;
  for (let live = findLive(work, id); live !== undefined; live = findLive(work, id)) {
    if (live.parked !== undefined) return;
    const current = live;
    const index = current.deferred.findIndex((received) =>
      isWaitingFor(work, current, eventOf(received, tools.now), tools),
    );
    const received = current.deferred[index];
    if (received === undefined) return;
    const next = { ...current, deferred: current.deferred.toSpliced(index, 1) };
    replaceLive(work, id, next);
    before = next;
    takeLiveTurn(work, next, eventOf(received, tools.now), tools);
  }
  for (const received of before.deferred) routeMessage(work, received, tools);
}

/** What a message is to a conversation that waits for it. */
export function eventOf({ contact, message }: ReceivedMessage, at: number): TurnEvent {
  return { type: "message-received", at, contact, message };
}

/** Those that wait for a message: the one whose message it answers comes first, the others newest first. */
function whoWaits(work: ThreadWork, received: ReceivedMessage, tools: TurnTools): LiveConversation[] {
  const event = eventOf(received, tools.now);
  const waiting = work.thread.live.toReversed().filter((live) => isWaitingFor(work, live, event, tools));
  const { answered = [], others = [] } = Object.groupBy(waiting, (live) =>
    isAnswered(live, received.message) ? "answered" : "others",
  );
  return [...answered, ...others];
}

/** Whether a message answers one that the conversation sent. */
function isAnswered({ conversation }: LiveConversation, { contextId }: InboundMessage): boolean {
  return contextId !== undefined && sentMessage(conversation, contextId);
}

function startedBy({ contact, message }: ReceivedMessage, at: number): StartEvent {
  return { type: "conversation-started", at, contact, message };
}

function resume(work: ThreadWork, live: LiveConversation, received: ReceivedMessage, tools: TurnTools): void {
  resumeWith(work, live, eventOf(received, tools.now), tools);
}

function interrupt(work: ThreadWork, by: StartingFlow, begun: StartEvent, tools: TurnTools): boolean {
  const event = { type: "conversation-interrupted", at: tools.now, byFlowId: by.compiled.flow.id } as const;
  const interrupted = work.thread.live.filter((live) => isWaiting(work, live, tools));
  for (const live of interrupted) takeLiveTurn(work, live, event, tools);
  const hasBegun = begin(work, by, begun, tools);
  for (const live of interrupted) settleDeferred(work, live, tools);
  return hasBegun;
}

function begin(work: ThreadWork, { compiled }: StartingFlow, event: StartEvent, tools: TurnTools): boolean {
  if (work.thread.live.length < hostLimits.liveConversations) {
    startConversation(work, compiled, event, tools);
    return true;
  }
  const reason = `The contact has ${hostLimits.liveConversations} conversations already that have not ended.`;
  const dropped =
    event.type === "conversation-started"
      ? ({ type: "message-dropped", messageId: event.message.id, reason } as const)
      : ({ type: "signal-unhandled", signalId: event.signal.id } as const);
  noteEvent(work, tools.now, dropped);
  return false;
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
