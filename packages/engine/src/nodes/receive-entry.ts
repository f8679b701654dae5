import {
  compilePattern,
  foldCase,
  literalOf,
  outcomeOfEntry,
  parseTemplate,
  type Pattern,
  type ReceiveEntry,
  resolveText,
  type Template,
} from "@parley/flow";
import type { ChannelEvent, Contact, InboundMessage } from "@parley/messaging";
import type { ConversationContext } from "../conversation.ts";
import type { Signal } from "../event.ts";
import { textOfMessage } from "../inbound-outputs.ts";
import type { MachineEvent } from "../machine/machine-event.ts";
import { isSamePerson, recipientOf } from "../recipient.ts";
import { scopeOf } from "../scope.ts";
import { sentencesOf } from "../sentences.ts";
import type { Step } from "../step.ts";
import { contactTopic, customEventTopic } from "../topic.ts";

/** One of the events that a Receive waits for, read once. */
export type CompiledEntry = {
  readonly outcome: string;
  /** The machine's event that may be it. */
  readonly eventType: ChannelEvent | "signal-received";
  /** Whether it takes some of those events only; then `takes` tells which. */
  readonly isFiltered: boolean;
  readonly takes: (context: ConversationContext, event: MachineEvent) => boolean;
  /** Resolves what it waits for as the wait begins: the topics under which it is found, or what is wrong, in sentences. */
  readonly begin: (step: Step) => { readonly topics: readonly string[]; readonly problems: readonly string[] };
};

type ChannelEntry = Exclude<ReceiveEntry, { type: "custom-event" }>;
type CustomEntry = Extract<ReceiveEntry, { type: "custom-event" }>;
type Read = (context: ConversationContext) => string;

/** Reads an entry; `field` is its place in the config. Where any entry of the node takes another contact's messages, those of the rest are the contact's own. */
export function compileEntry(entry: ReceiveEntry, field: string, hasOthers: boolean): CompiledEntry {
  return entry.type === "custom-event" ? compileCustom(entry, field) : compileChannel(entry, field, hasOthers);
}

function compileChannel(entry: ChannelEntry, field: string, hasOthers: boolean): CompiledEntry {
  const { from, senderName, pattern, keywords, media } = entry;
  const filters: Filter[] = [
    ...(from === undefined ? (hasOthers ? [ownMessages] : []) : [messagesFrom(reader(from))]),
    ...(senderName === undefined ? [] : [namedLike(reader(senderName))]),
    ...(keywords === undefined || keywords.length === 0 ? [] : [oneOfWords(keywords.map(reader))]),
    ...(pattern === undefined ? [] : [matching(patternReader(pattern))]),
    ...(media === undefined || media.length === 0 ? [] : [bringing(new Set<string>(media))]),
  ];
  return {
    outcome: outcomeOfEntry(entry),
    eventType: entry.type,
    isFiltered: filters.length > 0,
    takes: (context, event) => "message" in event && filters.every((filter) => filter({ ...event, context })),
    begin: (step) => {
      const problems = pattern === undefined ? [] : patternProblems(pattern, `${field}.pattern`, step);
      if (from === undefined) return { topics: [], problems };
      const { contact, appId } = step.context;
      const sender = recipientOf("waId", step.resolve(from));
      if (!sender.ok) return { topics: [], problems: [...sentencesOf(`${field}.from`, sender), ...problems] };
      const { waId, bsuid } = sender.value;
      const topic = contactTopic(appId, waId === undefined ? `bs:${bsuid}` : `wa:${waId}`);
      return { topics: isSamePerson(sender.value, contact) ? [] : [topic], problems };
    },
  };
}

type Filter = (facts: {
  readonly context: ConversationContext;
  readonly contact: Contact;
  readonly message: InboundMessage;
}) => boolean;

const ownMessages: Filter = ({ context, contact }) => isSamePerson(context.contact, contact);

function messagesFrom(read: Read): Filter {
  return ({ context, contact }) => {
    const sender = recipientOf("waId", read(context));
    return sender.ok && isSamePerson(sender.value, contact);
  };
}

function namedLike(read: Read): Filter {
  return ({ context, contact }) => bare(contact.name ?? "") === bare(read(context));
}

function oneOfWords(words: readonly Read[]): Filter {
  return ({ context, message }) => {
    const said = bare(textOfMessage(message.content));
    return words.some((read) => bare(read(context)) === said);
  };
}

function matching(read: (context: ConversationContext) => Pattern): Filter {
  return ({ context, message }) => {
    const pattern = read(context);
    return pattern.ok && pattern.matches(textOfMessage(message.content));
  };
}

function bringing(kinds: ReadonlySet<string>): Filter {
  return ({ message: { content } }) => kinds.has(content.type === "media" ? content.kind : content.type);
}

/** Case and spaces at the ends do not matter. */
function bare(text: string): string {
  return foldCase(text.trim());
}

function compileCustom(entry: CustomEntry, field: string): CompiledEntry {
  const keys = entry.match.map(({ key, value }) => ({ key, source: value, read: reader(value) }));
  return {
    outcome: outcomeOfEntry(entry),
    eventType: "signal-received",
    isFiltered: true,
    takes: (context, event) =>
      event.type === "signal-received" &&
      event.signal.type === "custom-event" &&
      event.signal.event === entry.event &&
      keys.every(({ key, read }) => hasValue(event.signal, key, read(context))),
    begin: (step) => {
      const values = keys.map(({ source }) => step.resolve(source));
      const problems = values.flatMap((value, index) =>
        value === "" ? [`${field}.match[${index}].value is empty; no event could be told from others by it.`] : [],
      );
      const topics = keys.slice(0, 1).map(({ key }, index) => customEventTopic(entry.event, key, values[index] ?? ""));
      return { topics: problems.length === 0 ? topics : [], problems };
    },
  };
}

function hasValue(signal: Signal, key: string, wanted: string): boolean {
  if (signal.type !== "custom-event" || !Object.hasOwn(signal.parameters, key)) return false;
  const value = signal.parameters[key];
  return typeof value !== "object" && String(value) === wanted;
}

function reader(source: string): Read {
  const template = parseTemplate(source);
  return (context) => textIn(template, context);
}

/** A literal pattern is compiled once; one with expressions whenever it is asked. */
function patternReader(source: string): (context: ConversationContext) => Pattern {
  const template = parseTemplate(source);
  const literal = literalOf(template);
  if (literal === undefined) return (context) => compilePattern(textIn(template, context));
  const pattern = compilePattern(literal);
  return () => pattern;
}

function patternProblems(source: string, field: string, step: Step): string[] {
  const pattern = compilePattern(step.resolve(source));
  return pattern.ok ? [] : [`${field} ${pattern.message}.`];
}

function textIn(template: Template, context: ConversationContext): string {
  return resolveText(template, scopeOf(context)).value;
}
