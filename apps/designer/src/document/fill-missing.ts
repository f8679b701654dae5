import type { Json, JsonObject } from "@parley/messaging";
import { isObject } from "./read-json.ts";

/** The fields that say which other fields an object has. */
const kinds = ["type", "operator"] as const;

/**
 * The object with the fields that it lacks taken from a pattern, at every depth, lists included item by item. An object of another kind than the
 * pattern stays as it is. Itself when nothing is missing.
 */
export function fillMissing(given: JsonObject, pattern: JsonObject): JsonObject {
  const missing = Object.entries(pattern).filter(([name]) => !Object.hasOwn(given, name));
  const changed = Object.entries(given).flatMap(([name, value]): [string, Json][] => {
    const filled = fillValue(value, Object.hasOwn(pattern, name) ? pattern[name] : undefined);
    return filled === value ? [] : [[name, filled]];
  });
  if (missing.length === 0 && changed.length === 0) return given;
  return { ...given, ...Object.fromEntries(missing), ...Object.fromEntries(changed) };
}

function fillValue(value: Json, pattern: Json | undefined): Json {
  if (isList(value) && isList(pattern)) {
    const items = value.map((item, index) => fillValue(item, pattern[index]));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value) || !isObject(pattern)) return value;
  return kinds.every((kind) => value[kind] === pattern[kind]) ? fillMissing(value, pattern) : value;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
