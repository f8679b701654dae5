import { describe, expect, test } from "vitest";
import { checkTree } from "./check-tree.ts";
import type { Rules } from "./rules.ts";

const rules: Rules = {
  low: { mayImport: [], thirdParty: ["zod"], ambient: "none" },
  "low/scripted": { mayImport: ["low"], thirdParty: [], ambient: "none" },
  high: { mayImport: ["low"], thirdParty: [], ambient: "node" },
  testing: { mayImport: ["low", "high"], thirdParty: ["vitest"], ambient: "node" },
  "apps/main": { mayImport: ["low", "high"], thirdParty: "open", ambient: "node" },
  bench: { mayImport: [], thirdParty: [], ambient: "node" },
  root: { mayImport: [], thirdParty: [], ambient: "node" },
};

const manifest = (name: string, entries: readonly string[], dependencies: readonly string[]) =>
  JSON.stringify({
    name: `@parley/${name}`,
    exports: Object.fromEntries(entries.map((entry) => [entry, `./src${entry.slice(1)}/index.ts`])),
    dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, "1.0.0"])),
  });

const sound: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "root", "devDependencies": { "vitest": "1.0.0" } }',
  "packages/low/package.json": manifest("low", [".", "./scripted"], ["zod"]),
  "packages/low/src/index.ts": 'export { a } from "./a.ts";',
  "packages/low/src/a.ts": 'import { z } from "zod";',
  "packages/low/src/scripted/index.ts": 'import type { A } from "../a.ts";',
  "packages/high/package.json": manifest("high", ["."], ["@parley/low"]),
  "packages/high/src/index.ts": 'import { readFile } from "node:fs/promises";\nimport { a } from "@parley/low";',
  "packages/testing/package.json": manifest("testing", ["."], ["@parley/low", "@parley/high"]),
  "packages/testing/src/index.ts": 'import { test } from "vitest";\nimport { scripted } from "@parley/high";',
  "apps/main/package.json": manifest("main", [], ["@parley/high", "pino"]),
  "apps/main/src/main.ts": 'import pino from "pino";\nimport { b } from "@parley/high";',
};

/** What the checker says of the sound tree with some files in the place of, or beside, its own. */
function breachesWith(planted: Readonly<Record<string, string>>, by = rules): readonly string[] {
  return checkTree(new Map(Object.entries({ ...sound, ...planted })), by).breaches;
}

test("It is true that a sound tree has no breach, and that the report says how much was read", () => {
  expect(checkTree(new Map(Object.entries(sound)), rules)).toEqual({
    breaches: [],
    read: {
      low: { files: 2, imports: 2 },
      "low/scripted": { files: 1, imports: 1 },
      high: { files: 1, imports: 2 },
      testing: { files: 1, imports: 2 },
      "apps/main": { files: 1, imports: 2 },
      bench: { files: 0, imports: 0 },
      root: { files: 0, imports: 0 },
    },
  });
});

describe("It is true that the checker reports", () => {
  test.each([
    ["an upward import", 'import { b } from "@parley/high";', "imports high; low may import nothing"],
    ["an upward import of types", 'import type { B } from "@parley/high";', "imports high; low may import nothing"],
    ["an upward inline type", 'import { type B } from "@parley/high";', "imports high; low may import nothing"],
    ["an upward imported type", 'type B = import("@parley/high").B;', "imports high; low may import nothing"],
    ["an upward dynamic import", 'await import("@parley/high");', "imports high; low may import nothing"],
    ["an upward re-export", 'export { b } from "@parley/high";', "imports high; low may import nothing"],
    ["an import of an app", 'import "@parley/main";', "imports apps/main; low may import nothing"],
    [
      "an import by path of another entry",
      'import "./scripted/index.ts";',
      "imports low/scripted; low may import nothing",
    ],
    ["an import of testing in production", 'import "@parley/testing";', "imports testing; low may import nothing"],
    ["node in an ambient-free entry", 'import "node:fs";', "imports node:fs; the ambient of low is none"],
    ["node's old names", 'import "fs";', "imports fs; of third parties low may import zod"],
    ["a third party", 'import "@scope/x/y";', "imports @scope/x; of third parties low may import zod"],
    ["vitest in production", 'import "vitest";', "imports vitest; of third parties low may import zod"],
    [
      "what a package does not export",
      'import "@parley/high/b";',
      "imports @parley/high/b, which @parley/high does not export",
    ],
    [
      "a path into another package",
      'import "../../high/src/index.ts";',
      "reaches into packages/high by ../../high/src/index.ts",
    ],
    ["a path into the root", 'import "../../../a.ts";', "reaches into the root by ../../../a.ts"],
    ["a computed import", "await import(name);", "imports what is computed at run time"],
    ["an export of everything", 'export * from "./a.ts";', "exports all of ./a.ts"],
    ["a reference", '/// <reference types="node" />', "brings in types past every rule"],
    ["a look at the clock", "Date.now();", "uses Date.now; time arrives in the event or by a Clock"],
    ["a date of now", "new Date();", "uses Date(); time arrives in the event or by a Clock"],
    ["chance", "Math.random();", "uses Math.random; randomness arrives in the event or is derived"],
    ["a bare timer", "setTimeout(f, 1);", "uses setTimeout; waiting takes a Clock"],
    ["the global object", "globalThis.Date;", "uses globalThis; what every runtime has is declared in ambient.d.ts"],
    ["a file it cannot read", "`", "cannot be read: SyntaxError: line 1: ` is never closed"],
  ])("%s", (_name, source, sentence) => {
    const [first, ...more] = breachesWith({ "packages/low/src/planted.ts": source });
    expect(first).toContain("packages/low/src/planted.ts");
    expect(first).toContain(sentence);
    expect(more.filter((breach) => !breach.includes("package.json does not list"))).toEqual([]);
  });

  test("a package that is imported and not listed, ours or another's", () => {
    expect(
      breachesWith({
        "packages/high/package.json": manifest("high", ["."], []),
        "apps/main/package.json": manifest("main", [], ["@parley/high"]),
      }),
    ).toEqual([
      "packages/high/src/index.ts:2 imports @parley/low, which packages/high/package.json does not list",
      "apps/main/src/main.ts:1 imports pino, which apps/main/package.json does not list",
    ]);
  });

  test("an entry without a row", () => {
    expect(breachesWith({ "packages/new/package.json": manifest("new", [".", "./part"], []) })).toEqual([
      "new is in the tree and has no row in the rules",
      "new/part is in the tree and has no row in the rules",
    ]);
  });

  test("a row without an entry, and an arrow that leads nowhere", () => {
    const old = { mayImport: ["older"], thirdParty: [], ambient: "none" } as const;
    expect(breachesWith({}, { ...rules, old })).toEqual([
      "old has a row in the rules and is not in the tree",
      "old may import older, which has no row",
    ]);
  });
});

describe("It is true that the checker allows", () => {
  test.each(["a.test.ts", "a.property.test.ts", "a.test-support.ts"])("%s to use the tools of tests", (name) => {
    const source = 'import "vitest"; import "fast-check"; import "node:fs"; import "@parley/testing"; Date.now();';
    expect(breachesWith({ [`packages/low/src/${name}`]: source })).toEqual([]);
  });

  test("a test no other arrow than those of its entry", () => {
    expect(breachesWith({ "packages/low/src/a.test.ts": 'import { b } from "@parley/high";' })).toEqual([
      "packages/low/src/a.test.ts:1 imports high; low may import testing",
    ]);
  });

  test("a given moment to be written, and comments and strings to speak of clocks", () => {
    const source = 'const a = new Date(atMs).toISOString(); // Date.now()\nconst b = "Math.random()";';
    expect(breachesWith({ "packages/low/src/a.ts": source })).toEqual([]);
  });
});
