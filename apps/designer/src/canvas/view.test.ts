import { expect, test } from "vitest";
import { cardMeasures } from "../document/geometry.ts";
import { exampleDocument } from "./canvas.test-support.ts";
import { boundsOf, firstViewport, fitted, isInView } from "./view.ts";

const document = exampleDocument();

test("the bounds go round nodes and notes, all or those asked for", () => {
  expect(boundsOf(document, new Set(["note1"]))).toEqual({ x: 320, y: 400, width: 240, height: 120 });
  expect(boundsOf(document)).toMatchObject({ x: 0, y: 0, width: 960 + cardMeasures.width });
  expect(boundsOf(document, new Set(["n99"]))).toBeUndefined();
});

test("a flow that can be read whole is opened whole", () => {
  const size = { width: 1_600, height: 900 };
  const bounds = boundsOf(document);
  expect(bounds && fitted(bounds, size)).toEqual(firstViewport(document, size));
  expect(bounds && isInView(bounds, firstViewport(document, size), size)).toBe(true);
});

test("a flow that cannot is opened at its Start, in a size that can be read", () => {
  const size = { width: 500, height: 300 };
  const viewport = firstViewport(document, size);
  const start = boundsOf(document, new Set(["n2"]));
  expect(start && isInView(start, viewport, size)).toBe(true);
});

test("what is shown whole is never larger than life", () => {
  expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, { width: 800, height: 600 }).zoom).toBe(1);
});

test("what can be seen in part, or only from afar, is not in view", () => {
  const size = { width: 800, height: 600 };
  const box = { x: 0, y: 0, width: 200, height: 100 };
  expect(isInView(box, { x: 0, y: 0, zoom: 1 }, size)).toBe(true);
  expect(isInView(box, { x: -1, y: 0, zoom: 1 }, size)).toBe(false);
  expect(isInView(box, { x: 601, y: 0, zoom: 1 }, size)).toBe(false);
  expect(isInView(box, { x: 0, y: 0, zoom: 0.3 }, size)).toBe(false);
});
