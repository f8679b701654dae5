import { describe, expect, test } from "vitest";
import { readImports } from "./read-imports.ts";

const specifiersOf = (source: string) => readImports(source).map(({ specifier }) => specifier);

describe("It is true that the reader finds", () => {
  test.each([
    ["a static import", 'import { a } from "x";'],
    ["a default import", "import a from 'x';"],
    ["a namespace import", 'import * as a from "x"'],
    ["an import over several lines", 'import {\n  a, // from "y"\n  type B,\n} from "x";'],
    ["an import of types", 'import type { A } from "x";'],
    ["an inline type import", 'import { type A } from "x";'],
    ["an import for its effect", 'import "x";'],
    ["an import with attributes", 'import a from "x" with { type: "json" };'],
    ["a re-export", 'export { a } from "x";'],
    ["a re-export of types", 'export type { A } from "x";'],
    ["a named re-export of all", 'export * as a from "x";'],
    ["a dynamic import", 'const a = await import("x");'],
    ["a dynamic import by a plain template", "const a = await import(`x`);"],
    ["an imported type", 'type A = import("x").A;'],
    ["a dynamic import inside a template", "const a = `${await import('x')}`;"],
    ["a resolution", 'import.meta.resolve("x")'],
    ["a require", 'const a = require("x");'],
    ["an import of a word that is called from", 'import { from } from "x";'],
  ])("%s", (_name, source) => {
    expect(specifiersOf(source)).toEqual(["x"]);
  });

  test("a triple-slash reference", () => {
    expect(readImports('/// <reference types="node" />')).toMatchObject([{ form: "reference" }]);
  });

  test.each(['export * from "x";', 'export type * from "x";'])("an export of everything: %s", (source) => {
    expect(readImports(source)).toMatchObject([{ specifier: "x", form: "export-all" }]);
  });

  test.each(["import(name)", 'import("a" + name)', "import(`./${name}.ts`)"])("a computed import: %s", (source) => {
    expect(specifiersOf(source)).toEqual([undefined]);
  });

  test("each import at its line", () => {
    expect(readImports('import "a";\n\nimport {\n  b,\n} from "b";\nexport { c } from "c";')).toMatchObject([
      { specifier: "a", line: 1 },
      { specifier: "b", line: 3 },
      { specifier: "c", line: 6 },
    ]);
  });
});

describe("It is true that the reader passes over", () => {
  test.each([
    ["a comment", '// import "x";\n/* import "y"; */'],
    ["a string", `const a = 'import "x"'; const b = \`import "y"\`;`],
    ["a regular expression", 'const a = /import "x"/;'],
    ["a property", 'a.import("x"); const b = { import: "y" };'],
    ["an export of its own", 'export const a = "from"; export { b };\nconst from = "x"; export type C = { d: "e" };'],
    ["the module's own address", 'new URL("./x.ts", import.meta.url);'],
  ])("%s", (_name, source) => {
    expect(specifiersOf(source)).toEqual([]);
  });
});
