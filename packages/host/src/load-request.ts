import { type Signal, topicsOfContact, topicsOfSignal } from "@parley/engine";
import { assertNever, type Contact, identitiesOf } from "@parley/messaging";
import type { Loaded, LoadRequest, SendRow } from "@parley/store";
import type { BatchEvent } from "./host-event.ts";

/** What a batch of events needs from the store. */
export function loadRequestFor(events: readonly BatchEvent[]): LoadRequest {
  const gathered = gatherNothing();
  for (const event of events) gather(event, gathered);
  return requestOf(gathered);
}

/**
 * What a batch needs besides, as what was found shows: whether a signal was taken by the threads that wait for it, and the threads of receivers who
 * are not the contact of the conversation. Undefined where it needs nothing, as most do.
 */
export function furtherRequestFor(events: readonly BatchEvent[], loaded: Loaded): LoadRequest | undefined {
  if (!events.some(({ type }) => furtherTypes.has(type))) return undefined;
  const gathered = gatherNothing();
  const found = foundIn(loaded);
  for (const event of events) gatherFurther(event, found, gathered);
  return gathered.inboxIds.size + gathered.aliases.size === 0 ? undefined : requestOf(gathered);
}

/** The events for which a second reading may be needed. */
const furtherTypes: ReadonlySet<BatchEvent["type"]> = new Set(["signal", "trigger", "receipt", "attempt"]);

/** What both readings found. A row that both have is as the first found it. */
export function mergeLoaded(first: Loaded, further: Loaded): Loaded {
  const known = new Set(first.threads.map(({ thread }) => thread.id));
  return {
    ...first,
    seenInboxIds: [...first.seenInboxIds, ...further.seenInboxIds],
    aliases: [...first.aliases, ...further.aliases],
    threads: [...first.threads, ...further.threads.filter(({ thread }) => !known.has(thread.id))],
  };
}

/** The id by which a message is known again. */
export function inboxId(appId: string, messageId: string): string {
  return `${appId} ${messageId}`;
}

/** The id by which it is known that a choice has been recorded with the send that offered it, which may be of another thread. */
export function replyInboxId(appId: string, messageId: string): string {
  return `${inboxId(appId, messageId)} reply`;
}

/** The id by which it is known that a signal has begun a flow. No app has an empty id, so that no message's is like it. */
export function triggerInboxId(signal: Signal, flowId: string): string {
  return ` trigger ${signalName(signal)} ${flowId}`;
}

/** The id by which it is known that a thread has met a signal. */
export function signalInboxId(signal: Signal, threadId: string): string {
  return ` signal ${signalName(signal)} ${threadId}`;
}

/** Callers choose their ids without knowing of each other: those of each webhook, and those of custom events, are told apart. No custom event's has a space. */
function signalName(signal: Signal): string {
  return signal.type === "webhook" ? `${signal.webhookId} ${signal.id}` : signal.id;
}

/** The names under which a contact's thread may be found, the phone number first. */
export function aliasesOf(appId: string, contact: Contact): { appId: string; identity: string }[] {
  return identitiesOf(contact).map((identity) => ({ appId, identity }));
}

/** One key for an alias. */
export function aliasKey({ appId, identity }: { readonly appId: string; readonly identity: string }): string {
  return `${appId} ${identity}`;
}

type Gathered = {
  readonly inboxIds: Set<string>;
  readonly aliases: Map<string, { appId: string; identity: string }>;
  readonly threadIds: Set<string>;
  readonly sendKeys: Set<string>;
  readonly messageIds: Set<string>;
  readonly topics: Set<string>;
};

function gatherNothing(): Gathered {
  return {
    inboxIds: new Set(),
    aliases: new Map(),
    threadIds: new Set(),
    sendKeys: new Set(),
    messageIds: new Set(),
    topics: new Set(),
  };
}

function requestOf({ inboxIds, aliases, threadIds, sendKeys, messageIds, topics }: Gathered): LoadRequest {
  return {
    inboxIds: [...inboxIds],
    aliases: [...aliases.values()],
    threadIds: [...threadIds],
    sendKeys: [...sendKeys],
    messageIds: [...messageIds],
    topics: [...topics],
  };
}

function gather(event: BatchEvent, gathered: Gathered): void {
  const { inboxIds, threadIds, sendKeys, messageIds, topics } = gathered;
  switch (event.type) {
    case "message":
      return gatherMessage(event, gathered);
    case "receipt":
      messageIds.add(event.receipt.messageId);
      if (event.receipt.sendKey !== undefined) sendKeys.add(event.receipt.sendKey);
      return;
    case "attempt":
      sendKeys.add(event.key);
      if (event.attempt.type === "accepted" && event.attempt.messageId !== undefined)
        messageIds.add(event.attempt.messageId);
      return;
    case "suspect-send":
      sendKeys.add(event.key);
      return;
    case "trigger":
      inboxIds.add(triggerInboxId(event.signal, event.flowId));
      return gatherAliases(event.appId, event.contact, gathered);
    case "signal":
      for (const topic of topicsOfSignal(event.signal)) topics.add(topic);
      return;
    case "opt-in":
      return gatherAliases(event.appId, event.contact, gathered);
    case "timer":
    case "postpone-timer":
      threadIds.add(event.timer.threadId);
      return;
    case "task-answer":
      threadIds.add(event.row.threadId);
      return;
    case "stop-conversation":
      threadIds.add(event.threadId);
      return;
    case "unrouted":
      return;
    default:
      assertNever(event);
  }
}

function gatherMessage(
  { appId, contact, message }: Extract<BatchEvent, { type: "message" }>,
  gathered: Gathered,
): void {
  gathered.inboxIds.add(inboxId(appId, message.id));
  gatherAliases(appId, contact, gathered);
  for (const topic of topicsOfContact(appId, contact)) gathered.topics.add(topic);
  if (message.contextId === undefined) return;
  gathered.messageIds.add(message.contextId);
  gathered.inboxIds.add(replyInboxId(appId, message.id));
}

function gatherAliases(appId: string, contact: Contact, { aliases }: Gathered): void {
  for (const alias of aliasesOf(appId, contact)) aliases.set(aliasKey(alias), alias);
}

function gatherFurther(event: BatchEvent, found: Found, gathered: Gathered): void {
  switch (event.type) {
    case "signal": {
      const asked = new Set(topicsOfSignal(event.signal));
      for (const { topic, threadId } of found.topics)
        if (asked.has(topic)) gathered.inboxIds.add(signalInboxId(event.signal, threadId));
      return;
    }
    case "trigger": {
      const names = new Set(aliasesOf(event.appId, event.contact).map(aliasKey));
      for (const alias of found.aliases)
        if (names.has(aliasKey(alias))) gathered.inboxIds.add(signalInboxId(event.signal, alias.threadId));
      return;
    }
    case "receipt": {
      const { messageId, sendKey = "" } = event.receipt;
      return gatherReceiver(found.sendByMessageId.get(messageId) ?? found.sendByKey.get(sendKey), found, gathered);
    }
    case "attempt": {
      const row = found.sendByKey.get(event.key);
      if (event.attempt.type !== "accepted" || row === undefined) return;
      const { receiver = row.receiver } = event.attempt;
      return gatherReceiver({ ...row, receiver }, found, gathered);
    }
    default:
      return;
  }
}

/** Of one who is not the contact of the conversation. */
function gatherReceiver(row: SendRow | undefined, { contactOf }: Found, gathered: Gathered): void {
  if (row === undefined) return;
  const { threadId, appId, request, receiver = request.to } = row;
  const known = identitiesOf(contactOf.get(threadId) ?? {});
  if (identitiesOf(receiver).some((identity) => known.includes(identity))) return;
  gatherAliases(appId, receiver, gathered);
}

/** What was found, by what is asked of it. */
type Found = Pick<Loaded, "topics" | "aliases"> & {
  readonly sendByKey: ReadonlyMap<string, SendRow>;
  readonly sendByMessageId: ReadonlyMap<string | undefined, SendRow>;
  /** By thread. */
  readonly contactOf: ReadonlyMap<string, Contact>;
};

function foundIn({ topics, aliases, sends, threads }: Loaded): Found {
  return {
    ...{ topics, aliases },
    sendByKey: new Map(sends.map((row) => [row.key, row])),
    sendByMessageId: new Map(sends.map((row) => [row.messageId, row])),
    contactOf: new Map(threads.map(({ thread }) => [thread.id, thread.contact])),
  };
}
