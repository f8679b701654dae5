import { type ChannelEvent, channelEvents } from "@parley/messaging";
import { z } from "zod";
import { secondsSchema, secondsTemplate, type TemplateField, templateSchema } from "../fields.ts";
import { flowLimits } from "../limits.ts";
import { green, onError, onTimeout } from "../outcome.ts";
import { type ConfigProblem, type NodeDefinition, nodeSchema } from "./definition.ts";
import { eventNameSchema, outcomeNameSchema } from "./event-name.ts";
import { customEventOutputs, inboundOutputs } from "./inbound-outputs.ts";
import { recipientProblems } from "./recipient-type.ts";

/** What an incoming message may bring, to wait for some of it only. */
export const mediaFilters = ["text", "image", "video", "audio", "document", "sticker", "location", "contacts"] as const;

const channelEntrySchema = z.strictObject({
  type: z.enum(channelEvents),
  /** The name of its outcome; that of the event unless given. Two entries of one event need names of their own, and are tried in order. */
  outcome: outcomeNameSchema.optional(),
  /** Whose message it must be, as a WA ID or BSUID; the contact of the conversation unless given (Receive node page, From WhatsAppID). */
  from: templateSchema.optional(),
  /** The profile name that the sender must have (Receive node page, Sender Name). */
  senderName: templateSchema.optional(),
  /** Ours: the message must be one of these words, whatever their case. */
  keywords: z.array(templateSchema.min(1, "is empty; write a word or remove it")).max(flowLimits.listValues).optional(),
  /** Ours: the message must match this regular expression. */
  pattern: templateSchema.optional(),
  /** Ours: the message must bring one of these. */
  media: z.array(z.enum(mediaFilters)).max(mediaFilters.length).optional(),
});

/** A custom event resumes only the conversation whose keys have these values (Receive node page, Resume Key and Value). */
const customEntrySchema = z.strictObject({
  type: z.literal("custom-event"),
  event: eventNameSchema,
  outcome: outcomeNameSchema.optional(),
  match: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[A-Za-z_][\w.-]{0,99}$/, "must be a name of letters, digits, points, - and _"),
        value: templateSchema.min(1, "is empty; give the value that tells this conversation from others"),
      }),
    )
    .min(1, "is empty; name a resume key and its value")
    .max(10),
});

/** What a Receive waits for. */
export const receiveEntrySchema = z.discriminatedUnion("type", [channelEntrySchema, customEntrySchema]);

/** What a Receive waits for. */
export type ReceiveEntry = z.infer<typeof receiveEntrySchema>;

/** The name of the outcome by which an entry leaves. */
export function outcomeOfEntry(entry: ReceiveEntry): string {
  return entry.outcome ?? (entry.type === "custom-event" ? entry.event : entry.type);
}

/** What a Receive waits for, and how long (Receive node page). */
const configSchema = z.strictObject({
  events: z
    .array(receiveEntrySchema)
    .min(1, "is empty; choose at least one event to wait for")
    .max(20)
    .refine((events) => new Set(events.map(outcomeOfEntry)).size === events.length, "names an event twice"),
  /** Seconds until `onTimeout`; absent means without end. */
  timeoutSeconds: secondsSchema.optional(),
});

/** Receive: waits for the contact, for another one, or for a custom event. */
export const receiveSchema = nodeSchema("receive", configSchema);

export type ReceiveNode = z.infer<typeof receiveSchema>;

type Config = ReceiveNode["config"];

export const receive: NodeDefinition<Config> = {
  newConfig: { events: [{ type: "whatsapp.mo" }] },
  outcomes: ({ events, timeoutSeconds }) => [
    ...events.map((entry) => green(outcomeOfEntry(entry))),
    { ...onTimeout, isRequired: timeoutSeconds !== undefined },
    onError,
  ],
  outputs: ({ events }) => [
    ...inboundOutputs(events.flatMap(({ type }): ChannelEvent[] => (type === "custom-event" ? [] : [type]))),
    ...(events.some(({ type }) => type === "custom-event") ? customEventOutputs : []),
  ],
  templates: ({ events, timeoutSeconds }) => [
    ...events.flatMap((entry, index) => entryTemplates(entry, `events[${index}]`)),
    ...secondsTemplate("timeoutSeconds", timeoutSeconds),
  ],
  patterns: ({ events }) =>
    events.flatMap((entry, index) =>
      entry.type === "custom-event" || entry.pattern === undefined || entry.pattern === ""
        ? []
        : [{ field: `events[${index}].pattern`, source: entry.pattern }],
    ),
  problems: ({ events }) => [
    ...events.flatMap((entry, index) =>
      entry.type === "custom-event" ? [] : recipientProblems(`events[${index}].from`, "waId", entry.from ?? ""),
    ),
    ...uselessEntries(events),
  ],
};

/** Entries are tried in their order, so that none comes after one of the same event that takes all. */
function uselessEntries(events: readonly ReceiveEntry[]): ConfigProblem[] {
  return events.flatMap((entry, index) => {
    const isTaken = events.slice(0, index).some((earlier) => earlier.type === entry.type && takesAll(earlier, entry));
    if (!isTaken) return [];
    const message = "is never taken, because an entry before it takes every such event; move it up or remove it";
    return [{ severity: "warning", code: "never-taken", field: `events[${index}]`, message }];
  });
}

/** Whether an entry leaves nothing for a later one of its type. */
function takesAll(earlier: ReceiveEntry, later: ReceiveEntry): boolean {
  if (earlier.type === "custom-event") return false;
  const { from, senderName, keywords = [], pattern, media = [] } = earlier;
  const isOfSamePerson = later.type !== "custom-event" && from === later.from;
  return isOfSamePerson && senderName === undefined && keywords.length + media.length === 0 && pattern === undefined;
}

function entryTemplates(entry: ReceiveEntry, at: string): TemplateField[] {
  if (entry.type === "custom-event")
    return entry.match.map(({ value }, index) => ({ field: `${at}.match[${index}].value`, source: value }));
  const { from, senderName, pattern, keywords = [] } = entry;
  return [
    ...Object.entries({ from, senderName, pattern }).flatMap(([name, source]) =>
      source === undefined ? [] : [{ field: `${at}.${name}`, source }],
    ),
    ...keywords.map((source, index) => ({ field: `${at}.keywords[${index}]`, source })),
  ];
}
