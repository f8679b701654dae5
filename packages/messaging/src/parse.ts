import type { z } from "zod";
import { messagingLimits } from "./limits.ts";
import { oneOf, sentenceOf, show, typeSentence, wantedType } from "./problem-sentence.ts";

/** One thing wrong with an input: where, and a sentence that says what would be right. */
export type InputProblem = {
  /** Names and indexes from the root to the place; empty for the whole input. */
  readonly path: readonly (string | number)[];
  /** A predicate without full stop, such as `is missing; it must be a string`: the place goes before it. */
  readonly message: string;
};

/** An input that was read, or what is wrong with it. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/**
 * Reads an input from outside by a schema and says in plain words what does not fit. A schema's own message is kept as it stands, so it is
 * written as a predicate too. At most 50 problems.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input, { error: sentenceOf, reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const issues = result.error.issues.slice(0, messagingLimits.inputProblems);
  const problems = issues.flatMap((issue) => explain(issue, []));
  return { ok: false, problems: problems.slice(0, messagingLimits.inputProblems) };
}

/** A path as people write it: `nodes[3].config.message`, and `defaults["whatsapp.mo"]` for a name that is no plain word. */
export function formatPath(path: readonly (string | number)[]): string {
  return path.map(formatStep).join("").replace(/^\./, "");
}

function formatStep(step: string | number): string {
  if (typeof step === "number") return `[${step}]`;
  return /^[\w-]{1,60}$/.test(step) ? `.${step}` : `[${show(step)}]`;
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, outer: readonly PropertyKey[]): InputProblem[] {
  const path = [...outer, ...issue.path];
  const problem = (message: string): InputProblem => ({
    path: path.filter((step) => typeof step !== "symbol"),
    message,
  });
  if (issue.code === "invalid_key")
    return issue.issues.map((inner) => problem(`is no allowed name: it ${inner.message}`));
  if (issue.code === "invalid_element")
    return issue.issues.map((inner) => problem(`has an entry that ${inner.message}`));
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [problem(issue.message)];
  const closest = issue.errors.toSorted((left, right) => closeness(right) - closeness(left))[0] ?? [];
  if (closeness(closest) > 0) return closest.flatMap((inner) => explain(inner, path));
  const types = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === "invalid_type" ? [wantedType(inner.expected)] : []));
  return [problem(typeSentence(issue.input, oneOf([...new Set(types)])))];
}

/**
 * How near an input came to one form of a union: the deeper the complaints, the nearer, since what lies above them fitted. 0 means that not
 * even the type is right.
 */
function closeness(issues: readonly Issue[]): number {
  const depth = issues.reduce((deepest, issue) => Math.max(deepest, issue.path.length), 0);
  return issues.some((issue) => issue.path.length === 0 && issue.code === "invalid_type") ? 0 : depth + 1;
}
