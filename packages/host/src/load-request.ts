import { assertNever, type Contact, identitiesOf } from "@parley/messaging";
import type { LoadRequest } from "@parley/store";
import type { BatchEvent } from "./host-event.ts";

/** What a batch of events needs from the store. */
export function loadRequestFor(events: readonly BatchEvent[]): LoadRequest {
  const request: Gathered = {
    inboxIds: new Set(),
    aliases: new Map(),
    threadIds: new Set(),
    sendKeys: new Set(),
    messageIds: new Set(),
  };
  for (const event of events) gather(event, request);
  return {
    inboxIds: [...request.inboxIds],
    aliases: [...request.aliases.values()],
    threadIds: [...request.threadIds],
    sendKeys: [...request.sendKeys],
    messageIds: [...request.messageIds],
  };
}

/** The id by which a message is known again. */
export function inboxId(appId: string, messageId: string): string {
  return `${appId} ${messageId}`;
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
};

function gather(event: BatchEvent, { inboxIds, aliases, threadIds, sendKeys, messageIds }: Gathered): void {
  switch (event.type) {
    case "message":
      inboxIds.add(inboxId(event.appId, event.message.id));
      for (const alias of aliasesOf(event.appId, event.contact)) aliases.set(aliasKey(alias), alias);
      return;
    case "receipt":
      messageIds.add(event.receipt.messageId);
      if (event.receipt.sendKey !== undefined) sendKeys.add(event.receipt.sendKey);
      return;
    case "attempt":
      sendKeys.add(event.key);
      if (event.attempt.type === "accepted") messageIds.add(event.attempt.messageId);
      return;
    case "suspect-send":
      sendKeys.add(event.key);
      return;
    case "timer":
    case "postpone-timer":
      threadIds.add(event.timer.threadId);
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
