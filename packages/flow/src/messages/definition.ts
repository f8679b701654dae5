import type { Json } from "@parley/messaging";

/**
 * What a message type says of itself. A new type is a file beside `text.ts` and its lines in `index.ts`. All texts of a config may hold expressions but
 * those under `fixedNames`; what the message must be like is said once, by its schema in `messaging`.
 */
export type MessageDefinition<Config> = {
  /** What a message of the type begins with: every field, some still to be filled in. */
  readonly newConfig: Config;
  /** Makes the message of a config whose expressions have become values, before it is checked: texts that stand for numbers become numbers. */
  readonly toMessage?: (resolved: Config) => Json;
};

/** Names of fields whose texts choose one of a few things and hold no expressions. */
export const fixedNames: ReadonlySet<string> = new Set(["type", "kind", "mimeType"]);

/** A number that was written as text; what is none stays as it is, so that it can be shown as wrong. */
export function numberOf(text: string): number | string {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed === "" || !Number.isFinite(number) ? text : number;
}
