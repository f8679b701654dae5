import type { Json } from "@parley/messaging";

/** The node that a conversation stands at; undefined before its start and after an end that is no node. */
export function nodeOfValue(value: Json): string | undefined {
  const key = typeof value === "string" ? value : Object.keys(value ?? {})[0];
  return key?.startsWith("at_") === true ? key.slice("at_".length) : undefined;
}
