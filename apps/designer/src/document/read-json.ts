import { flowLimits, isShallow } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";

/*
 * Reads values from outside one by one: what is not of the wanted kind is taken as missing.
 */

/** A variable's value may be nested as deep as a flow allows, and stands some levels down itself. */
const levels = flowLimits.jsonDepth + 10;

/** The object, or an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects of a list, or none. Those nested deeper than a flow may be are not read: working on them would run out of stack. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject).filter((item) => isShallow(item, levels)) : [];
}

/** The fields of an object without those that are nested too deep. */
export function shallowFields(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => isShallow(field, levels)));
}

/** The place, the origin for each coordinate that is none. */
export function positionOf(value: Json | undefined): { readonly x: number; readonly y: number } {
  const { x, y, ...rest } = objectOf(value);
  return { ...rest, x: numberOf(x, 0), y: numberOf(y, 0) };
}

/** The number, or the other one. */
export function numberOf(value: Json | undefined, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** The text, or the other one. */
export function textOf(value: Json | undefined, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
