import { posix } from "node:path";
import type { Import } from "./read-imports.ts";
import { type Rule, testRule } from "./rules.ts";
import { type Entry, ownerOf } from "./tree.ts";

/** The file that imports, its entry, and what that entry may. */
export type Importer = {
  readonly path: string;
  readonly entry: Entry;
  readonly rule: Rule;
  readonly isTest: boolean;
};

/** What is wrong with one import: nothing, or one sentence without its subject. */
export function checkImport(importer: Importer, imported: Import, entries: readonly Entry[]): string[] {
  const { specifier, form } = imported;
  if (specifier === undefined) return ["imports what is computed at run time; name the module in plain text"];
  if (form === "reference") return [`holds ${specifier}, which brings in types past every rule; write an import`];
  if (form === "export-all") return [`exports all of ${specifier}; list the names`];
  if (/^\.{1,2}(\/|$)/.test(specifier)) return checkPath(importer, specifier, entries);
  if (specifier.startsWith("node:")) return checkNode(importer, specifier);
  return [...checkPackage(importer, specifier, entries), ...checkListed(importer, specifier)];
}

function checkPath(importer: Importer, specifier: string, entries: readonly Entry[]): string[] {
  const target = ownerOf(entries, posix.join(posix.dirname(importer.path), specifier));
  const { folder } = target.workspace;
  if (folder === importer.entry.workspace.folder) return checkArrow(importer, target);
  return [`reaches into ${folder || "the root"} by ${specifier}; import a package by its name`];
}

function checkNode({ entry, rule, isTest }: Importer, specifier: string): string[] {
  const ambient = isTest ? testRule.ambient : rule.ambient;
  return ambient === "node" ? [] : [`imports ${specifier}; the ambient of ${entry.name} is ${ambient}`];
}

function checkPackage(importer: Importer, specifier: string, entries: readonly Entry[]): string[] {
  const target = entries.find((entry) => entry.specifier === specifier);
  if (target !== undefined) return checkArrow(importer, target);
  const name = packageOf(specifier);
  if (entries.some((entry) => entry.specifier === name)) return [`imports ${specifier}, which ${name} does not export`];
  return checkThirdParty(importer, name);
}

function checkArrow({ entry, rule, isTest }: Importer, target: Entry): string[] {
  const allowed = isTest ? [...rule.mayImport, ...testRule.mayImport] : rule.mayImport;
  if (target.name === entry.name || allowed.includes(target.name)) return [];
  return [`imports ${target.name}; ${entry.name} may import ${list(allowed)}`];
}

function checkThirdParty({ entry, rule, isTest }: Importer, name: string): string[] {
  if (rule.thirdParty === "open") return [];
  const allowed = isTest ? [...rule.thirdParty, ...testRule.thirdParty] : rule.thirdParty;
  return allowed.includes(name) ? [] : [`imports ${name}; of third parties ${entry.name} may import ${list(allowed)}`];
}

/** That a manifest lists no more than is imported is left to knip, which does not see that it lists too few of our own packages. */
function checkListed({ entry, isTest }: Importer, specifier: string): string[] {
  const name = packageOf(specifier);
  const { folder, listed } = entry.workspace;
  if (isTest || listed === undefined || listed.has(name) || packageOf(entry.specifier ?? "") === name) return [];
  return [`imports ${name}, which ${folder}/package.json does not list`];
}

/** The package that a specifier names: `zod/mini` is of `zod`, `@parley/gateway/cloud-api` of `@parley/gateway`. */
function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}
