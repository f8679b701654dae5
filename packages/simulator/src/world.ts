import { type Clock, messagingLimits } from "@parley/messaging";
import { type BusinessNumber, createAdmission } from "./admission.ts";
import { type ChatEntry, createChatLog, openChat, type OutboundStatus } from "./chat.ts";
import { changeMarketing, changePhone } from "./change-phone.ts";
import { createDelivery, type StatusReached } from "./delivery.ts";
import { createFaults, type FaultName, type Faults } from "./faults.ts";
import { createFileBook, type FileBook, type StoredFile } from "./file-book.ts";
import { simulatorLimits } from "./limits.ts";
import { markRead, type ReadMark } from "./mark-read.ts";
import { createMessageIds } from "./message-id.ts";
import { createMovableClock } from "./movable-clock.ts";
import { createObjectIds } from "./object-id.ts";
import {
  contactOf,
  type PhoneChange,
  type PhoneIdentity,
  type PhoneSettings,
  type PhoneState,
  phoneDefaults,
  stateOf,
} from "./phone.ts";
import { createPhoneBook } from "./phone-book.ts";
import { type SendAnswer, type SendRequest, send } from "./send.ts";
import { createSendLog, type Send, type SendQuery } from "./send-log.ts";
import { createTemplateRegistry, type TemplateRegistry } from "./templates/template-registry.ts";
import type { Update } from "./update.ts";
import { hasIdentityCheck, noCounts, type WorldCounts, type WorldParts } from "./world-parts.ts";
import { type WriteRequest, write } from "./write.ts";

/** How much has happened since the last reset, and how often each fault has struck. */
export type WorldCounters = Readonly<WorldCounts> & {
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
};

/** Which chat to look at, and since which sequence. */
export type ChatQuery = {
  readonly phone: PhoneIdentity;
  readonly phoneNumberId: string;
  /** Gives only what is new or changed since this sequence; everything unless given. */
  readonly after?: number | undefined;
};

/** What a world is made of. */
export type WorldOptions = {
  readonly clock: Clock;
  /** A number from 0 up to 1; with a seeded one a run can be repeated. */
  readonly random: () => number;
  /** How phones behave that nobody described. */
  readonly phoneDefaults?: Partial<PhoneSettings> | undefined;
  /** Messages that one business number may send per second; 80 as with Meta unless given. */
  readonly messagesPerSecond?: number | undefined;
  /** How long Meta looks at a template; a second unless given; null: until somebody says what came of it. */
  readonly templateReviewMs?: number | null | undefined;
  /** The base64 of the SHA-256 of a file, which webhooks carry; without it they carry none. */
  readonly sha256?: ((bytes: Uint8Array) => string) | undefined;
  /** Where a business may download a file; without it webhooks carry no link. */
  readonly linkOf?: ((file: StoredFile) => string | undefined) | undefined;
  /** How much is kept. */
  readonly limits?: Partial<Record<"phones" | "messages" | "chatMessages" | "sends" | "fileBytes", number>> | undefined;
};

/**
 * WhatsApp as a business meets it: people with phones, chats, statuses, the session window and rate limits.
 *
 * 1. Nothing happens but by a call or by the clock, so that equal calls on equal clocks and random numbers give equal worlds.
 * 2. The statuses of one message come in order: sent, delivered, read; a failed one is the last.
 * 3. Moving the clock changes what time it is (windows, rates, timestamps), never how long a delivery takes.
 */
export interface World {
  /** The world's time, in milliseconds. */
  now(): number;
  /** Makes it `ms` later at once. */
  advance(ms: number): void;
  readonly faults: Faults;
  /** Hears every update, until the returned function is called. */
  subscribe(listener: (update: Update) => void): () => void;
  /** The files that were uploaded or sent. */
  readonly files: FileBook;
  /** The templates of all business accounts. */
  readonly templates: TemplateRegistry;
  /** Adds a business number, or changes it. */
  putNumber(number: BusinessNumber): void;
  /** A number that was put. */
  number(phoneNumberId: string): BusinessNumber | undefined;
  /** Takes a message of the business to a person, or refuses it. */
  send(request: SendRequest): SendAnswer;
  /** Takes what a person does in a chat to the business, and gives the message's id. */
  write(request: WriteRequest): string;
  /** The business's system has acknowledged a person's message. */
  acknowledge(messageId: string): void;
  /** The business has read a person's message and all before it; false if the number has no such message. */
  markRead(mark: ReadMark): boolean;
  /** Brings a message of the business to a status now, whatever its phone would do, unless it is further already; false if there is no such message. */
  report(messageId: string, status: OutboundStatus, errorCode?: number): boolean;
  /** The phone of that identity. */
  phone(identity: PhoneIdentity): PhoneState;
  /** Whether a chat of that person with a number has a message of that id. */
  hasMessage(chat: Pick<ChatQuery, "phone" | "phoneNumberId">, messageId: string): boolean;
  /** A person stops the marketing messages of a number, or takes them again. */
  setMarketing(chat: Pick<ChatQuery, "phone" | "phoneNumberId">, value: "stop" | "resume"): void;
  /** Every phone that was named so far. */
  phones(): readonly PhoneState[];
  /** Changes how a phone behaves; gives a sentence if the change cannot be made. A phone that comes back online gets what waited. */
  changePhone(identity: PhoneIdentity, change: PhoneChange): string | undefined;
  /** A chat's entries, oldest first, and whether the business is typing. */
  chat(query: ChatQuery): { readonly entries: readonly ChatEntry[]; readonly isTyping: boolean };
  /** The accepted messages, oldest first. */
  sends(query: SendQuery): readonly Send[];
  counters(): WorldCounters;
  /** Forgets phones, chats, sends, files, templates, faults, counts and every moved minute. Numbers stay, and sequences and ids go on. */
  reset(): void;
}

/** Makes a world without people or numbers. */
export function createWorld(options: WorldOptions): World {
  const listeners = new Set<(update: Update) => void>();
  const parts = createParts(options, (update) => {
    for (const listener of listeners) listener(update);
  });
  const { clock, faults, phones, log, sendLog, files, templates, admission, delivery, counts } = parts;

  return {
    now: clock.now,
    advance: clock.advance,
    faults,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    files,
    templates,
    putNumber: admission.putNumber,
    number: admission.number,
    send: (request) => send(parts, request),
    write: (request) => write(parts, request),
    acknowledge: (messageId) => {
      const message = log.find(messageId);
      if (message?.entry.direction === "in") log.moveTo(message, "delivered");
    },
    markRead: (mark) => markRead(parts, mark),
    report: (messageId, status, errorCode) => {
      const message = log.find(messageId);
      if (message?.entry.direction !== "out") return false;
      delivery.report(message, status, errorCode);
      return true;
    },
    phone: (identity) => stateOf(phones.open(identity)),
    hasMessage: ({ phone, phoneNumberId }, messageId) => {
      const chat = log.find(messageId)?.chat;
      return chat !== undefined && chat === phones.open(phone).chats.get(phoneNumberId);
    },
    setMarketing: ({ phone, phoneNumberId }, value) =>
      changeMarketing(parts, openChat(phones.open(phone), phoneNumberId), value),
    phones: () => Array.from(phones.all(), stateOf),
    changePhone: (identity, change) => changePhone(parts, identity, change),
    chat: (query) => lookAt(parts, query),
    sends: sendLog.page,
    counters: () => ({ ...counts, faults: faults.struck() }),
    reset: () => {
      for (const part of [clock, faults, admission]) part.reset();
      for (const part of [phones, log, sendLog, files, templates]) part.clear();
      Object.assign(counts, noCounts);
    },
  };
}

function createParts(options: WorldOptions, tell: WorldParts["tell"]): WorldParts {
  const limits = { ...simulatorLimits, ...options.limits };
  const clock = createMovableClock(options.clock);
  const faults = createFaults();
  const counts = { ...noCounts };
  const log = createChatLog(limits);
  const messagesPerSecond = options.messagesPerSecond ?? messagingLimits.messagesPerSecond;
  const { templateReviewMs = simulatorLimits.templateReviewMs, sha256 = () => "", linkOf = () => undefined } = options;
  const nextObjectId = createObjectIds(options.random);
  const admission = createAdmission({ clock, faults, messagesPerSecond, limits });
  const told = { clock, faults, counts, log, tell, admission };
  return {
    ...told,
    phones: createPhoneBook({ ...phoneDefaults, ...options.phoneDefaults }, limits.phones),
    sendLog: createSendLog(limits.sends),
    files: createFileBook({ clock, nextId: nextObjectId, sha256, limits }),
    templates: createTemplateRegistry({ clock, nextId: nextObjectId, reviewAfterMs: templateReviewMs, tell, limits }),
    delivery: createDelivery(clock, faults, statusTeller(told)),
    nextId: createMessageIds(options.random),
    linkOf,
  };
}

/** Writes each status down that is a step on, and tells the business, unless it is not to know or the fault `dropStatuses` has it. */
function statusTeller(
  parts: Pick<WorldParts, "clock" | "faults" | "counts" | "log" | "tell" | "admission">,
): StatusReached {
  const { clock, faults, counts, log, tell } = parts;
  return (message, status, { isTold, failure }) => {
    if (!log.moveTo(message, status) || !isTold) return;
    if (faults.take("dropStatuses", ({ statuses }) => statuses.includes(status)) !== undefined) {
      counts.droppedStatuses += 1;
      return;
    }
    counts.statuses += 1;
    const { chat, clientReference, entry } = message;
    const { phoneNumberId } = chat;
    const contact = contactOf(chat.phone, hasIdentityCheck(parts, phoneNumberId));
    const error = { errorCode: failure?.code, ...(failure?.details && { errorDetails: failure.details }) };
    const of = { phoneNumberId, contact, messageId: entry.id, status, at: clock.now(), clientReference };
    tell({ type: "status", ...of, ...error });
  };
}

function lookAt({ phones, clock }: WorldParts, { phone, phoneNumberId, after = 0 }: ChatQuery) {
  const chat = openChat(phones.open(phone), phoneNumberId);
  const entries = chat.messages.map((message) => message.entry).filter((entry) => entry.sequence > after);
  return { entries, isTyping: clock.now() < chat.typingUntil };
}
