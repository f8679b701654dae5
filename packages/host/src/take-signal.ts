import { type Signal, topicsOfSignal } from "@parley/engine";
import { mergeContact } from "@parley/messaging";
import { isWaitingFor } from "./conversation-turn.ts";
import { type Desk, markSeen, threadOf, waitingUnder } from "./desk.ts";
import type { HostEvent } from "./host-event.ts";
import { signalInboxId, triggerInboxId } from "./load-request.ts";
import { resumeWith, startFlow } from "./route-message.ts";
import { findLive, type ThreadWork } from "./thread-work.ts";
import { type Touch, touching } from "./touch.ts";

/**
 * Begins a conversation of a flow, once for each signal, unless the flow is live no more. The thread counts as having met the signal: what has begun
 * because of it is not resumed by it.
 */
export function takeTrigger(event: Extract<HostEvent, { type: "trigger" }>, desk: Desk): readonly Touch[] {
  const { appId, flowId, contact, signal } = event;
  const { tools } = desk;
  const id = triggerInboxId(signal, flowId);
  const known = desk.seen.get(id);
  if (known !== undefined) return touching(...known);
  const flow = tools.flows.startingOn(appId).find(({ compiled }) => compiled.flow.id === flowId);
  if (flow === undefined) return [];
  const work = threadOf(appId, contact, desk);
  markSeen(id, work, desk);
  const met = signalInboxId(signal, work.thread.id);
  if (!desk.seen.has(met)) markSeen(met, work, desk);
  // What the contact showed of themselves stands above what a profile or a caller says.
  const merged = mergeContact(contact, work.thread.contact);
  work.thread = { ...work.thread, contact: merged };
  const begun = { type: "conversation-triggered", at: tools.now, contact: merged, signal } as const;
  return [{ place: work, count: Number(startFlow(work, flow, begun, tools)) }];
}

/** Resumes the conversations that wait for a signal, in whatever threads; each thread meets it once. */
export function takeSignal(signal: Signal, desk: Desk): readonly Touch[] {
  const waiting = waitingUnder(topicsOfSignal(signal), desk);
  return [...Map.groupBy(waiting, ({ work }) => work)].flatMap(([work, ofThread]): Touch[] => {
    const id = signalInboxId(signal, work.thread.id);
    const known = desk.seen.get(id);
    if (known !== undefined) return touching(...known);
    const ids = ofThread.map(({ live }) => live.conversation.id);
    const count = ids.filter((conversationId) => resumeBySignal(work, conversationId, signal, desk)).length;
    if (count > 0) markSeen(id, work, desk);
    return [{ place: work, count }];
  });
}

function resumeBySignal(work: ThreadWork, conversationId: string, signal: Signal, { tools }: Desk): boolean {
  const event = { type: "signal-received", at: tools.now, signal } as const;
  const live = findLive(work, conversationId);
  if (live === undefined || !isWaitingFor(work, live, event, tools)) return false;
  resumeWith(work, live, event, tools);
  return true;
}
