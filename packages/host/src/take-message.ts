import { topicsOfContact } from "@parley/engine";
import { type Contact, consentOf, type InboundMessage, mergeContact } from "@parley/messaging";
import type { ReceivedMessage, SendRow, Thread } from "@parley/store";
import { chosenReply } from "./chosen-reply.ts";
import { isWaitingFor } from "./conversation-turn.ts";
import { type Desk, markSeen, saveSend, threadOf, turnOf, waitingUnder } from "./desk.ts";
import type { HostEvent } from "./host-event.ts";
import { inboxId, replyInboxId } from "./load-request.ts";
import { eventOf, resumeWith, routeMessage } from "./route-message.ts";
import { recordOptIn } from "./take-opt-in.ts";
import { noteEvent, type ThreadWork, withIdentityHash } from "./thread-work.ts";
import { type Touch, touching } from "./touch.ts";

/*
 * A message may touch three threads: that of its sender, that of another contact whose Receive waits for the sender, and that of the conversation whose
 * message it answers. Each is stored for itself, and any may have to be taken again while the others are stored already:
 * 1. Its inbox id is stored with the thread that got it, so that it is routed once, and afresh as long as it reached nobody.
 * 2. A recorded choice has an inbox id of its own.
 * 3. What the sender's thread learns from it (window, consent, entry) counts by the message's time, so that learning it twice changes nothing.
 */

/** Takes a message: what it tells of its sender, what it chooses, and to whom it belongs. */
export function takeMessage(event: Extract<HostEvent, { type: "message" }>, desk: Desk): readonly Touch[] {
  const { appId, contact, message } = event;
  const id = inboxId(appId, message.id);
  const known = desk.seen.get(id);
  if (known !== undefined && known.length > 0) return touching(...known);
  const sender = threadOf(appId, contact, desk);
  if (known === undefined) sender.thread = withContact(sender.thread, contact, message.sentAt);
  learn(sender, message, desk);
  learnConsent(sender, message, known === undefined, desk);
  const chosenFrom = takeChoice(event, desk);
  if (known !== undefined) return touching(sender, chosenFrom);
  const received = { contact: sender.thread.contact, message };
  let others: Others = { asked: [], taker: undefined };
  routeMessage(sender, received, desk.tools, () => {
    others = askOthers(received, sender, desk);
    return others.taker !== undefined;
  });
  markSeen(id, others.taker ?? sender, desk);
  const touches = touching(sender, chosenFrom, ...others.asked);
  desk.seen.set(
    id,
    touches.map(({ place }) => place),
  );
  return touches;
}

/** What is known of the contact once a message of theirs has come. */
function withContact(thread: Thread, { identityHash, ...seen }: Contact, at: number): Thread {
  return withIdentityHash({ ...thread, contact: mergeContact(thread.contact, seen) }, identityHash, at);
}

/** What the sender's thread learns. Only what the contact did opens the session window, not a notice about them. */
function learn(work: ThreadWork, { content, sentAt, referral }: InboundMessage, { tools }: Desk): void {
  const writtenAt = Math.min(sentAt, tools.now);
  const { lastInboundAt = 0, freeEntryPoint } = work.thread;
  if (content.type !== "system" && writtenAt > lastInboundAt)
    work.thread = { ...work.thread, lastInboundAt: writtenAt };
  if (referral !== undefined && writtenAt > (freeEntryPoint?.enteredAt ?? 0))
    work.thread = { ...work.thread, freeEntryPoint: { enteredAt: writtenAt } };
}

/**
 * The contact's word on proactive messages. The provider names the second, and a new message counts from its end: it was written after what was
 * recorded earlier in that second. One that comes again counts from its beginning, so that it replaces nothing that was recorded since.
 */
function learnConsent(
  work: ThreadWork,
  { content, sentAt, id }: InboundMessage,
  isNew: boolean,
  { tools }: Desk,
): void {
  if (content.type !== "text") return;
  const status = consentOf(content.text, tools.appOf(work.thread.appId)?.settings ?? {});
  if (status === undefined) return;
  const evidence = `Message ${id}: ${content.text.trim().slice(0, 100)}`;
  recordOptIn(work, {
    ...{ status, source: "message", evidence },
    at: Math.min(isNew ? sentAt + 999 : sentAt, tools.now),
  });
}

/** Records what was chosen with the send that offered it, wherever its conversation stands now. */
function takeChoice({ appId, message }: Extract<HostEvent, { type: "message" }>, desk: Desk): ThreadWork | undefined {
  const reply = chosenReply(message);
  const row = reply === undefined ? undefined : sendOf(appId, message.contextId, desk);
  const work = row === undefined ? undefined : desk.works.get(row.threadId);
  const id = replyInboxId(appId, message.id);
  if (reply === undefined || row === undefined || work === undefined || desk.seen.has(id)) return undefined;
  const event = { type: "reply-recorded", at: desk.tools.now, key: row.key, reply } as const;
  markSeen(id, work, desk);
  saveSend(work, { ...row, response: reply }, desk);
  if (!turnOf(work, row.conversationId, event, desk.tools)) noteEvent(work, event.at, event, row.conversationId);
  return work;
}

/** The send of an app that a message answers. */
function sendOf(appId: string, contextId: string | undefined, desk: Desk): SendRow | undefined {
  const key = contextId === undefined ? undefined : desk.keyByMessageId.get(contextId);
  const row = key === undefined ? undefined : desk.sends.get(key);
  return row?.appId === appId ? row : undefined;
}

/** The threads of others that were asked, which may have parked a conversation over it, and the one that took the message. */
type Others = { readonly asked: readonly ThreadWork[]; readonly taker: ThreadWork | undefined };

/** Gives a message to the conversation of another contact that waits for its sender; the one that began last, where there are several. */
function askOthers(received: ReceivedMessage, sender: ThreadWork, desk: Desk): Others {
  const { tools } = desk;
  const event = eventOf(received, tools.now);
  const asked: ThreadWork[] = [];
  for (const { work, live } of waitingUnder(topicsOfContact(sender.thread.appId, received.contact), desk)) {
    if (work === sender) continue;
    asked.push(work);
    if (!isWaitingFor(work, live, event, tools)) continue;
    resumeWith(work, live, event, tools);
    return { asked, taker: work };
  }
  return { asked, taker: undefined };
}
