import { describe, expect, test } from "vitest";
import { describeGoldenHosts } from "./describe-golden-hosts.ts";
import { hostRows } from "./golden-host/rows.ts";

const folders = ["routing", "triggers", "receipts", "policy", "reports", "tasks"] as const;
const goldens = folders.flatMap((folder) =>
  describeGoldenHosts(new URL(`../conversations/${folder}/`, import.meta.url)),
);

describe("It is true of the rows of the host that", () => {
  test("each is proven by a golden", () => {
    const proven = new Set<string>(goldens.flatMap(({ proves }) => proves));
    expect(new Set(Object.keys(hostRows)).difference(proven)).toEqual(new Set());
  });

  test("every golden proves at least one, and none that there is not", () => {
    expect(goldens.length).toBeGreaterThan(0);
    for (const { name, proves } of goldens) {
      expect([name, proves.filter((row) => !Object.hasOwn(hostRows, row))]).toEqual([name, []]);
      expect([name, proves.length]).not.toEqual([name, 0]);
    }
  });
});
