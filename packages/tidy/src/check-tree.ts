import { checkAmbient } from "./check-ambient.ts";
import { checkImport } from "./check-import.ts";
import { checkTable } from "./check-table.ts";
import { type Import, readImports } from "./read-imports.ts";
import type { Rules } from "./rules.ts";
import { type Entry, entriesOf, type Files, isSource, isTest, ownerOf } from "./tree.ts";

/** What a check found, and how much it read: a check that read nothing proves nothing. */
export type Report = {
  /** One sentence for each breach: where, what, and what would be right. In the order of the files. */
  readonly breaches: readonly string[];
  /** How many files and imports were read, for every entry of the rules and of the tree. */
  readonly read: Readonly<Record<string, { readonly files: number; readonly imports: number }>>;
};

/**
 * Holds a tree against the rules: each import of each source file follows an arrow of the table, each third-party package is one that the
 * table grants, Node is touched only where the ambient is `node`, and each entry of the tree has its row. Pure: the tree is a map of paths
 * and texts, its entries are read from the `package.json` files among them. Throws where a manifest cannot be read.
 */
export function checkTree(files: Files, rules: Rules): Report {
  const entries = entriesOf(files);
  const breaches = checkTable(entries, rules);
  const read = Object.fromEntries(
    [...Object.keys(rules), ...entries.map(({ name }) => name)].map((name) => [name, none]),
  );
  for (const [path, source] of files) {
    if (!isSource(path)) continue;
    const entry = ownerOf(entries, path);
    const found = checkSource({ path, source, entry }, entries, rules);
    breaches.push(...found.breaches);
    const before = read[entry.name] ?? none;
    read[entry.name] = { files: before.files + 1, imports: before.imports + found.imports };
  }
  return { breaches, read };
}

const none = { files: 0, imports: 0 };

type Source = { readonly path: string; readonly source: string; readonly entry: Entry };

function checkSource(file: Source, entries: readonly Entry[], rules: Rules): { breaches: string[]; imports: number } {
  const rule = rules[file.entry.name];
  if (rule === undefined) return { breaches: [], imports: 0 };
  let imports: readonly Import[];
  try {
    imports = readImports(file.source);
  } catch (error) {
    return { breaches: [`${file.path} cannot be read: ${String(error)}`], imports: 0 };
  }
  const importer = { path: file.path, entry: file.entry, rule, isTest: isTest(file.path) };
  const breaches = imports.flatMap((imported) =>
    checkImport(importer, imported, entries).map((sentence) => `${file.path}:${imported.line} ${sentence}`),
  );
  if (rule.ambient === "none" && !importer.isTest) breaches.push(...checkAmbient(file.path, file.source));
  return { breaches, imports: imports.length };
}
