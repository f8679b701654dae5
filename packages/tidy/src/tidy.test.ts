import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkTree, readTree, rules } from "./index.ts";

const report = checkTree(readTree(join(import.meta.dirname, "../../..")), rules);

describe("It is true that in this repository", () => {
  test("each import follows an arrow of the table", () => {
    expect(report.breaches).toEqual([]);
  });

  test.each(Object.entries(report.read))("files and imports of %s were read", (_entry, read) => {
    expect(read.files).toBeGreaterThan(0);
    expect(read.imports).toBeGreaterThan(0);
  });
});
