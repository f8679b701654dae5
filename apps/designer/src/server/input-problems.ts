import { formatPath, parseInput } from "@parley/messaging";
import type { z } from "zod";

/** What is wrong with what was typed: predicates such as `is missing` by the place, as a path is written. */
export type InputProblems = ReadonlyMap<string, string>;

/** What the server would not take of an input, by the schema of its route: the first of each place. Empty when it takes all. */
export function inputProblems(schema: z.ZodType, input: unknown): InputProblems {
  const parsed = parseInput(schema, input);
  if (parsed.ok) return new Map();
  const problems = parsed.problems.map(
    ({ path, message }) => [formatPath(path), valueAt(input, path) === "" ? blank(message) : message] as const,
  );
  return new Map(problems.toReversed());
}

/** Of a field in which nothing stands one says so, and does not count its characters. */
function blank(message: string): string {
  return message.startsWith("is 0 characters long") ? "is empty" : message;
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    input,
  );
}
