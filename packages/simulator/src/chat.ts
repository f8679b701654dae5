import type { JsonObject } from "@parley/messaging";
import { createBoundedMap } from "./bounded-map.ts";
import type { Phone } from "./phone.ts";
import type { RateQuota } from "./rate-limit.ts";
import type { ShownTemplate } from "./templates/shown-template.ts";

/** How far a message from the business has come, as the business may hear it. */
export type OutboundStatus = "sent" | "delivered" | "read" | "failed";

/** How far any message has come. A person's message is pending until the business's system acknowledged it, then delivered, then read. */
export type MessageStatus = "pending" | OutboundStatus;

/** One message of a chat as it stands. */
export type ChatEntry = {
  /** Grows with every change in the world, so that an entry whose status changed comes again to who asks for later ones. */
  readonly sequence: number;
  readonly id: string;
  /** `in` is from the person, `out` from the business. */
  readonly direction: "in" | "out";
  /** When it was sent, in milliseconds. */
  readonly at: number;
  /** What a person reads of it. */
  readonly text: string;
  /** The message in the provider's own form. */
  readonly message: JsonObject;
  /** Of a message made of a template: what the person reads, and what its buttons do. */
  readonly template?: ShownTemplate | undefined;
  readonly status: MessageStatus;
};

/** A chat of one phone with one business number. */
export type Chat = {
  readonly phoneNumberId: string;
  readonly phone: Phone;
  readonly messages: ChatMessage[];
  lastInboundAt: number | undefined;
  pairQuota: RateQuota | undefined;
  typingUntil: number;
  /** Whether the person stopped marketing messages of this number. */
  hasStoppedMarketing: boolean;
};

/** A message as the world keeps it: its entry, and where it belongs. */
export type ChatMessage = {
  readonly chat: Chat;
  entry: ChatEntry;
  readonly clientReference?: string | undefined;
  /** Whether the business never hears more of it than that it was sent, as with reactions (Cloud API, Reaction messages). */
  readonly hasSentOnly?: boolean | undefined;
  /** What waits until the phone is back online. */
  awaitsPhone?: (() => void) | undefined;
};

/** Every message of the world, found by id, within bounds. */
export interface ChatLog {
  /** Adds a message to its chat. */
  add(message: Omit<ChatMessage, "entry">, entry: Omit<ChatEntry, "sequence">): ChatMessage;
  find(id: string): ChatMessage | undefined;
  /** Moves a message on to a status, never back: false for a late delivery report of a message that was read, which changes nothing. */
  moveTo(message: ChatMessage, status: MessageStatus): boolean;
  clear(): void;
}

const rank = { pending: 0, sent: 1, delivered: 2, read: 3, failed: 4 } as const satisfies Record<MessageStatus, number>;

/** Opens a phone's chat with a business number, which comes into being when it is first named. */
export function openChat(phone: Phone, phoneNumberId: string): Chat {
  const known = phone.chats.get(phoneNumberId);
  if (known !== undefined) return known;
  const chat: Chat = {
    phoneNumberId,
    phone,
    messages: [],
    lastInboundAt: undefined,
    pairQuota: undefined,
    typingUntil: 0,
    hasStoppedMarketing: false,
  };
  phone.chats.set(phoneNumberId, chat);
  return chat;
}

/** Makes an empty log of at most `messages` messages, `chatMessages` in one chat. */
export function createChatLog(limits: { readonly messages: number; readonly chatMessages: number }): ChatLog {
  const byId = createBoundedMap<string, ChatMessage>(limits.messages, (message) => leaveChat(message));
  let sequence = 0;

  function add(message: Omit<ChatMessage, "entry">, entry: Omit<ChatEntry, "sequence">): ChatMessage {
    sequence += 1;
    const added = { ...message, entry: { sequence, ...entry } };
    const { messages } = added.chat;
    messages.push(added);
    byId.set(entry.id, added);
    if (messages.length > limits.chatMessages) byId.delete(messages.shift()?.entry.id ?? "");
    return added;
  }

  function moveTo(message: ChatMessage, status: MessageStatus): boolean {
    if (rank[status] <= rank[message.entry.status]) return false;
    sequence += 1;
    message.entry = { ...message.entry, sequence, status };
    return true;
  }

  return { add, find: (id) => byId.get(id), moveTo, clear: () => byId.clear() };
}

function leaveChat(message: ChatMessage): void {
  const { messages } = message.chat;
  const place = messages.indexOf(message);
  if (place >= 0) messages.splice(place, 1);
}
