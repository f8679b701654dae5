import type { z } from "zod";

/** Says what is wrong with an input and what would be right, as a predicate to follow the name of the place. */
export function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return typeSentence(issue.input, wantedType(issue.expected));
    case "invalid_value":
      return valueSentence(issue.input, issue.values);
    case "invalid_union":
      return unionSentence(issue);
    case "unrecognized_keys":
      return unknownFieldsSentence(issue.keys);
    case "too_big":
      return sizeSentence(issue.input, `${bound(issue, "at most", "less than")} ${String(issue.maximum)}`);
    case "too_small":
      return sizeSentence(issue.input, `${bound(issue, "at least", "more than")} ${String(issue.minimum)}`);
    case "invalid_format":
      return formatSentence(issue);
    case "not_multiple_of":
      return `is ${show(issue.input)}; it must be a multiple of ${issue.divisor}`;
    default:
      return "is not allowed here";
  }
}

/** Says that an input is of another type than it must be. */
export function typeSentence(input: unknown, wanted: string): string {
  if (input === undefined) return `is missing; it must be ${wanted}`;
  return `is ${typeof input === "number" ? String(input) : typeName(input)}; it must be ${wanted}`;
}

/** What a type is called with its article: `a whole number`. */
export function wantedType(expected: string): string {
  if (expected === "int") return "a whole number";
  if (expected === "null" || expected === "undefined") return expected;
  return withArticle(expected === "record" ? "object" : expected);
}

/** What an input is: `an array`, `null`; a number that JSON does not know by its own name. */
export function typeName(input: unknown): string {
  if (input === null || input === undefined) return String(input);
  if (Array.isArray(input)) return "an array";
  return typeof input === "number" && !Number.isFinite(input) ? String(input) : withArticle(typeof input);
}

/** A short value as JSON writes it; what has parts, by its type alone, because it may be large. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  return typeof value === "object" && value !== null ? typeName(value) : String(value);
}

/** Options as a sentence lists them: `a, b or c`. */
export function oneOf(options: readonly string[]): string {
  if (options.length <= 1) return options[0] ?? "nothing";
  return `${options.slice(0, -1).join(", ")} or ${options.at(-1)}`;
}

function valueSentence(input: unknown, values: readonly unknown[]): string {
  const wanted = oneOf(values.map(show));
  return input === undefined ? `is missing; it must be ${wanted}` : `is ${show(input)}; it must be ${wanted}`;
}

function unionSentence(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const { input, discriminator } = issue;
  if (issue.inclusive === false) return "fits more than one of the allowed forms; it must fit exactly one";
  if (discriminator === undefined || typeof input !== "object" || input === null)
    return "fits none of the allowed forms";
  const options = "options" in issue && Array.isArray(issue.options) ? issue.options : [];
  return valueSentence(Reflect.get(input, discriminator), options);
}

function unknownFieldsSentence(keys: readonly string[]): string {
  const shown = keys.slice(0, 5).map(show).join(", ");
  const rest = keys.length > 5 ? ` and ${keys.length - 5} more` : "";
  return keys.length === 1
    ? `has the unknown field ${shown}; remove or correct it`
    : `has the unknown fields ${shown}${rest}; remove or correct them`;
}

function bound(
  issue: { exact?: boolean | undefined; inclusive?: boolean | undefined },
  closed: string,
  open: string,
): string {
  if (issue.exact === true) return "exactly";
  return issue.inclusive === false ? open : closed;
}

function sizeSentence(input: unknown, wanted: string): string {
  if (typeof input === "string") return `is ${input.length} characters long; it must be ${wanted}`;
  if (Array.isArray(input)) return `has ${input.length} entries; it must have ${wanted}`;
  if (input instanceof Set || input instanceof Map) return `has ${input.size} entries; it must have ${wanted}`;
  return `is ${show(input)}; it must be ${wanted}`;
}

function formatSentence(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidStringFormat>): string {
  switch (issue.format) {
    case "regex":
      return `is ${show(issue.input)}; it must match ${issue.pattern}`;
    case "starts_with":
      return `is ${show(issue.input)}; it must start with ${show(issue["prefix"])}`;
    case "ends_with":
      return `is ${show(issue.input)}; it must end with ${show(issue["suffix"])}`;
    case "includes":
      return `is ${show(issue.input)}; it must contain ${show(issue["includes"])}`;
    default:
      return `is ${show(issue.input)}; it must be a valid ${issue.format}`;
  }
}

function withArticle(noun: string): string {
  return /^[aeio]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
