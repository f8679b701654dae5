import { assertNever } from "@parley/messaging";
import { literalOf, parseTemplate, resolveText, type Scope } from "../expression.ts";
import type { Condition } from "./condition.ts";
import { foldCase } from "./fold-case.ts";
import { compilePattern } from "./pattern.ts";

/** Whether rows hold in a scope, and which variables were missing. */
export type Verdict = { readonly holds: boolean; readonly warnings: readonly string[] };

/** Conditions read once: templates parsed, patterns compiled. */
export type CompiledConditions = (scope: Scope) => Verdict;

/**
 * Compiles rows joined by AND and OR. AND binds tighter than OR; evaluation stops as soon as the result is known. No rows hold always.
 * A pattern made by an expression that is no regular expression makes its row false, with a warning.
 */
export function compileConditions(rows: readonly Condition[]): CompiledConditions {
  const groups = groupByOr(rows).map((group) => group.map(compileRow));
  return (scope) => {
    const warnings: string[] = [];
    const holds = groups.length === 0 || groups.some((group) => group.every((row) => row(scope, warnings)));
    return { holds, warnings };
  };
}

type Row = (scope: Scope, warnings: string[]) => boolean;
type Read = (scope: Scope, warnings: string[]) => string;

function groupByOr(rows: readonly Condition[]): Condition[][] {
  const groups: Condition[][] = [];
  let isOpen = false;
  for (const row of rows) {
    if (isOpen) groups.at(-1)?.push(row);
    else groups.push([row]);
    isOpen = row.join === "and";
  }
  return groups;
}

function compileRow(row: Condition): Row {
  const variable = reader(row.variable);
  switch (row.operator) {
    case "in":
    case "not-in": {
      const values = row.values.map(reader);
      const isWanted = row.operator === "in";
      return (scope, warnings) => {
        const text = variable(scope, warnings);
        return values.some((value) => value(scope, warnings) === text) === isWanted;
      };
    }
    case "between": {
      const from = reader(row.from);
      const to = reader(row.to);
      return (scope, warnings) => {
        const text = variable(scope, warnings);
        return order(text, from(scope, warnings)) >= 0 && order(text, to(scope, warnings)) <= 0;
      };
    }
    case "regular-expression":
      return compilePatternRow(variable, row.value);
    default: {
      const value = reader(row.value);
      const { operator } = row;
      return (scope, warnings) => compare(operator, variable(scope, warnings), value(scope, warnings));
    }
  }
}

/** A literal pattern is compiled once; one with expressions whenever it is asked. */
function compilePatternRow(variable: Read, source: string): Row {
  const literal = literalOf(parseTemplate(source));
  const fixed = literal === undefined ? undefined : compilePattern(literal);
  const value = reader(source);
  return (scope, warnings) => {
    const pattern = fixed ?? compilePattern(value(scope, warnings));
    if (pattern.ok) return pattern.matches(variable(scope, warnings));
    warnings.push(`The pattern ${pattern.message}; the condition is taken as false.`);
    return false;
  };
}

function compare(
  operator: Exclude<Condition["operator"], "in" | "not-in" | "between" | "regular-expression">,
  text: string,
  value: string,
): boolean {
  switch (operator) {
    case "equals":
      return text === value;
    case "not-equals":
      return text !== value;
    case "less-than":
      return order(text, value) < 0;
    case "greater-than":
      return order(text, value) > 0;
    case "less-than-or-equals":
      return order(text, value) <= 0;
    case "greater-than-or-equals":
      return order(text, value) >= 0;
    case "equals-ignore-case":
      return foldCase(text) === foldCase(value);
    case "contains":
      return text.includes(value);
    case "contains-ignore-case":
      return foldCase(text).includes(foldCase(value));
    case "starts-with":
      return text.startsWith(value);
    case "ends-with":
      return text.endsWith(value);
    default:
      return assertNever(operator);
  }
}

/** Two numbers are ordered as numbers, anything else by code unit, so that ISO dates are ordered by time. */
function order(left: string, right: string): number {
  const [leftNumber, rightNumber] = [numberOf(left), numberOf(right)];
  return leftNumber === undefined || rightNumber === undefined ? rank(left, right) : rank(leftNumber, rightNumber);
}

function rank<Value extends string | number>(left: Value, right: Value): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function numberOf(text: string): number | undefined {
  return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : undefined;
}

function reader(source: string): Read {
  const template = parseTemplate(source);
  return (scope, warnings) => {
    const { value, missing } = resolveText(template, scope);
    for (const name of missing) warnings.push(`$(${name}) has no value and was taken as empty.`);
    return value;
  };
}
