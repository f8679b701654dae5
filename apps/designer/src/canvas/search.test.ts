import { expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import { exampleDocument } from "./canvas.test-support.ts";
import { searchDocument } from "./search.ts";

const found = (query: string) => searchDocument(exampleDocument(), query, en);

test("names, ids, texts, variables, conditions, types and notes are found", () => {
  expect(found("right?")).toEqual(["n4"]);
  expect(found("n7")).toEqual(["n7"]);
  expect(found("whatsapp.username")).toEqual(["n3"]);
  expect(found("receive.message")).toEqual(["n4"]);
  expect(found("delay")).toEqual(["n7"]);
  expect(found("press office")).toEqual(["note1"]);
});

test("every word must stand somewhere; case and accents do not count", () => {
  expect(found("ÁSK right")).toEqual(["n3"]);
  expect(found("ask nowhere")).toEqual([]);
});

test("what is found comes in the order of the flow", () => {
  expect(found("end")).toEqual(["n5", "n6"]);
});

test("nothing is found for nothing", () => {
  expect(found("  ")).toEqual([]);
});
