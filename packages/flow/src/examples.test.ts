import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFlow } from "./check-flow.ts";
import { type Flow, parseFlow } from "./flow.ts";

const folder = new URL("../../../examples/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".flow.json"));

function read(file: string): Flow {
  const parsed = parseFlow(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join("\n"));
  return parsed.flow;
}

test("there are examples to read", () => {
  expect(files).toContain("order-status.flow.json");
});

describe.each(files)("the example %s", (file) => {
  const flow = read(file);

  test("is named after its id", () => {
    expect(file).toBe(`${flow.id}.flow.json`);
  });

  test("has nothing wrong, not even a warning", () => {
    expect(checkFlow(flow)).toEqual([]);
  });

  test("lies on the grid, and no node covers another", () => {
    const places = flow.nodes.map(({ position }) => position);
    for (const { x, y } of places) expect([x % 20, y % 20]).toEqual([0, 0]);
    const overlaps = places.flatMap((place, index) =>
      places.slice(index + 1).filter(({ x, y }) => Math.abs(x - place.x) < 320 && Math.abs(y - place.y) < 200),
    );
    expect(overlaps).toEqual([]);
  });
});
