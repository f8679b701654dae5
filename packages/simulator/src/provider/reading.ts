import type { JsonObject } from "@parley/messaging";
import { z } from "zod";
import { type MetaError, metaError, type MetaErrorOptions } from "./meta-error.ts";
import { wireTypes } from "./message-types/wire-types.ts";

/** What reading a request gives: a value, or Meta's error. */
export type Reading<Value> =
  | { readonly isValid: true; readonly value: Value }
  | { readonly isValid: false; readonly error: MetaError };

/** A value that was read. */
export function read<Value>(value: Value): Reading<Value> {
  return { isValid: true, value };
}

/** A refusal with a code of Meta's. */
export function refused(code: number, options: MetaErrorOptions = {}): Reading<never> {
  return { isValid: false, error: metaError(code, options) };
}

/** A value, unless something is wrong: the first refusal there is. */
export function unlessWrong<Value>(problems: readonly (MetaError | undefined)[], value: () => Value): Reading<Value> {
  const error = problems.find((problem) => problem !== undefined);
  return error === undefined ? read(value()) : { isValid: false, error };
}

/** What is wrong with the length of a text of an interactive message, in Meta's words; lengths are counted in UTF-16 code units. */
export function lengthProblem(name: string, text: string, { least = 1, most }: LengthRange): MetaError | undefined {
  if (text.length >= least && text.length <= most) return undefined;
  return metaError(131009, { details: `${name} length invalid. Min length: ${least}, Max length: ${most}` });
}

type LengthRange = { readonly least?: number; readonly most: number };

/** Reads a body with a schema; the first thing wrong becomes Meta's error 100, which names the parameter. */
export function readWith<Output>(schema: z.ZodType<Output>, body: JsonObject): Reading<Output> {
  const result = schema.safeParse(body);
  if (result.success) return { isValid: true, value: result.data };
  const [issue] = result.error.issues;
  return { isValid: false, error: errorOf(body, issue?.path ?? [], issue?.message ?? "is not valid") };
}

function errorOf(body: JsonObject, path: readonly PropertyKey[], message: string): MetaError {
  const parameter = parameterName(path);
  if (valueAt(body, path) === undefined) return metaError(100, { title: `The parameter ${parameter} is required.` });
  return metaError(100, { details: `Param ${parameter} ${message}` });
}

/** Meta writes `text['body']` for the member `body` of `text`. */
function parameterName([first = "", ...rest]: readonly PropertyKey[]): string {
  return `${String(first)}${rest.map((part) => `['${String(part)}']`).join("")}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, part) => (isObject(at) ? Reflect.get(at, part) : undefined), value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

const nestedParameters: readonly string[] = [...wireTypes, "context", "typing_indicator"];
const bodySchema = z.record(z.string(), z.json());

/**
 * The parameters of a request body, none if it is no object. A nested parameter may come as a string of JSON, as the Graph API's form
 * encoding has it; text that merely looks like JSON, such as an opaque callback, stays text.
 */
export function unpackNested(raw: unknown, names: readonly string[] = nestedParameters): JsonObject {
  const body = bodySchema.safeParse(raw).data ?? {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, names.includes(name) ? unpacked(value) : value]),
  );
}

function unpacked(value: z.core.util.JSONType): z.core.util.JSONType {
  if (typeof value !== "string") return value;
  try {
    return z.json().parse(JSON.parse(value));
  } catch {
    return value;
  }
}
