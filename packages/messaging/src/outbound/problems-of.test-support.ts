import type { z } from "zod";
import { formatPath, parseInput } from "../parse.ts";

/** What is wrong with a value by a schema, as sentences; none when it may be sent. */
export function problemsOf(schema: z.ZodType, value: unknown): string[] {
  const parsed = parseInput(schema, value);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${formatPath(path)} ${message}`.trim());
}

/** A text of so many UTF-16 code units, in characters of two where it can be: each counts twice. */
export function long(length: number): string {
  return "\u{1F642}".repeat(length / 2) + "x".repeat(length % 2);
}
