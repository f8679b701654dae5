import type { Rules } from "./rules.ts";
import type { Entry } from "./tree.ts";

/** Holds the table itself against the tree: each entry has a row, each row an entry, and each arrow leads to a row. */
export function checkTable(entries: readonly Entry[], rules: Rules): string[] {
  const names = new Set(entries.map(({ name }) => name));
  return [
    ...[...names]
      .filter((name) => !(name in rules))
      .map((name) => `${name} is in the tree and has no row in the rules`),
    ...Object.entries(rules).flatMap(([name, rule]) => [
      ...(names.has(name) ? [] : [`${name} has a row in the rules and is not in the tree`]),
      ...rule.mayImport
        .filter((target) => !(target in rules))
        .map((target) => `${name} may import ${target}, which has no row`),
    ]),
  ];
}
