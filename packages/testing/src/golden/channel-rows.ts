import type { Effect, TurnEvent } from "@parley/engine";
import { type NodeOf, outcomeOfEntry } from "@parley/flow";
import type { GoldenFile } from "../describe-golden-conversations.ts";
import type { PlayedGolden } from "./play-golden.ts";

type PlayedTurn = PlayedGolden["turns"][number] & {
  readonly effects: readonly Effect[];
  /** The node where the conversation stood before the turn. */
  readonly stoodAt: string | undefined;
  readonly isHandled: boolean;
};

/** What a golden conversation proves of the channel's message types, fields, filters and triggers, such as `sends list` or `passes over by media`. */
export function channelRowsOf(file: GoldenFile): readonly string[] {
  return turnsOf(file).flatMap((turn) => [
    ...turn.effects.flatMap(rowsOfEffect),
    ...rowsOfRefusal(file, turn),
    ...rowsOfReceive(file, turn),
    ...rowsOfStart(file, turn.event),
  ]);
}

function turnsOf({ play }: GoldenFile): PlayedTurn[] {
  const { golden, turns } = play();
  let stoodAt: string | undefined;
  return turns.map((turn, index) => {
    const expected = golden.turns[index]?.expected;
    const before = stoodAt;
    if (expected === undefined || "isHandled" in expected)
      return { ...turn, effects: [], stoodAt: before, isHandled: false };
    stoodAt = typeof expected.value === "string" ? expected.value.replace(/^at_/, "") : undefined;
    return { ...turn, effects: expected.effects, stoodAt: before, isHandled: true };
  });
}

const brought = ["templateFallback", "identityKeyHash", "notify", "contextId", "expiresAt", "writtenTo"] as const;

function rowsOfEffect(effect: Effect): string[] {
  if (effect.type !== "send-message") return [];
  const { message, to } = effect;
  const kind = message.type === "media" ? `media ${message.kind}` : message.type;
  return [
    `sends ${kind}`,
    ...Object.keys(to).map((identity) => `sends to ${identity}`),
    ...brought.flatMap((name) => (effect[name] === undefined ? [] : [`sends with ${name}`])),
  ];
}

/** A node that leaves by `onError` as it is entered names each field that was wrong at the beginning of a sentence. */
function rowsOfRefusal({ flow }: GoldenFile, { journal }: PlayedTurn): string[] {
  return journal.flatMap((entry) => {
    const node = entry.type === "failed" ? flow.nodes.find(({ id }) => id === entry.nodeId) : undefined;
    if (entry.type !== "failed" || node?.type !== "whatsapp") return [];
    const wrong = Object.keys(node.config).filter((field) => new RegExp(`(^|\\. )${field}\\b`).test(entry.reason));
    return wrong.map((field) => {
      if (field === "message") return `refuses ${node.config.message.type}`;
      return field === "destination" ? `refuses destination ${node.config.destinationType}` : `refuses ${field}`;
    });
  });
}

const filters = ["from", "senderName", "keywords", "pattern", "media", "match"] as const;

function rowsOfReceive({ flow }: GoldenFile, { event, journal, stoodAt, isHandled }: PlayedTurn): string[] {
  const node = flow.nodes.find(({ id }) => id === stoodAt);
  if (node?.type !== "receive" || (event.type !== "message-received" && event.type !== "signal-received")) return [];
  const left = journal.find((entry) => entry.type === "node-left" && entry.nodeId === node.id);
  return node.config.events.flatMap((entry) => {
    const isTaken = left?.type === "node-left" && left.outcome === outcomeOfEntry(entry);
    if (!isTaken && isHandled) return [];
    return filtersOf(entry).map((filter) => `${isTaken ? "takes" : "passes over"} by ${filter}`);
  });
}

function filtersOf(entry: NodeOf<"receive">["config"]["events"][number]): string[] {
  return filters.filter((filter) => filter in entry && Reflect.get(entry, filter) !== undefined);
}

function rowsOfStart({ flow }: GoldenFile, event: TurnEvent): string[] {
  const start = flow.nodes.find(({ type }) => type === "start");
  if (start?.type !== "start") return [];
  if (event.type !== "conversation-started" && event.type !== "conversation-triggered") return [];
  const { trigger } = start.config;
  return [`begins by ${trigger.type === "whatsapp" ? trigger.event : trigger.type}`];
}
