import { fileURLToPath } from "node:url";
import { messageTypes, nodeDefinitions } from "@parley/flow";
import { expect, test } from "vitest";
import { nodesPage } from "./nodes-page.ts";

const page = nodesPage();

test("docs/nodes.md is current; npm run docs makes it so", async () => {
  await expect(page).toMatchFileSnapshot(fileURLToPath(new URL("../../../../docs/nodes.md", import.meta.url)));
});

test("every node type and every message type has its section", () => {
  const sections = [...page.matchAll(/^#{2,3} `(.+)`$/gm)].map((match) => match[1] ?? "");
  expect(sections).toEqual([...Object.keys(nodeDefinitions), ...messageTypes]);
});

test("every row of a table has the cells of its head", () => {
  const tables = page
    .trimEnd()
    .split("\n\n")
    .filter((block) => block.startsWith("| "));
  expect(tables.length).toBeGreaterThan(25);
  const cells = (line: string) => line.split(/(?<!\\)\|/).length;
  for (const block of tables) {
    const [head = "", ...rows] = block.split("\n");
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect([row, cells(row)]).toEqual([row, cells(head)]);
  }
});
