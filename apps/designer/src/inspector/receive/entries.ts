import { channelEvents, type Json, type JsonObject } from "@parley/messaging";
import { objectOf } from "../../document/read-json.ts";
import { textAt } from "../../nodes/in-words.ts";
import type { Texts } from "../../texts/en/index.ts";

/** What a Receive may wait for, in the order in which it is offered. */
export const entryTypes = [...channelEvents, "custom-event"] as const;

/** What a Receive may wait for. */
export type EntryType = (typeof entryTypes)[number];

/** The name of the outcome by which an entry leaves, finished or not. */
export function outcomeOf(entry: Json): string {
  const own = textAt(entry, "outcome");
  if (own !== "") return own;
  return textAt(entry, "type") === "custom-event" ? textAt(entry, "event") : textAt(entry, "type");
}

/** One more entry: an event that is not waited for yet, else an incoming message under a name of its own. */
export function newEntry(entries: readonly Json[], texts: Texts): JsonObject {
  const taken = new Set(entries.map(outcomeOf));
  const type = channelEvents.find((event) => !taken.has(event));
  if (type !== undefined) return { type };
  return { type: "whatsapp.mo", outcome: freeOutcome(taken, texts.nodes.outcomes["whatsapp.mo"]) };
}

/**
 * An entry for another event. Whom it must come from stays where the event has that too; its outcome gets a name of its own where the event's is taken by
 * another entry.
 */
export function ofType(entry: Json, type: EntryType, others: readonly Json[], texts: Texts): JsonObject {
  const { outcome, from, senderName, keywords, pattern, media } = objectOf(entry);
  const kept = outcome === undefined ? {} : { outcome };
  if (type === "custom-event") return { type, event: "", match: [{ key: "", value: "" }], ...kept };
  const taken = new Set(others.map(outcomeOf));
  const named =
    outcome === undefined && taken.has(type) ? { outcome: freeOutcome(taken, texts.nodes.outcomes[type]) } : kept;
  const filters = type === "whatsapp.mo" ? { from, senderName, keywords, pattern, media } : { from, senderName };
  const given = Object.entries(filters).filter((field): field is [string, Json] => field[1] !== undefined);
  return { type, ...named, ...Object.fromEntries(given) };
}

function freeOutcome(taken: ReadonlySet<string>, title: string): string {
  let number = 2;
  while (taken.has(`${title} ${number}`)) number++;
  return `${title} ${number}`;
}
