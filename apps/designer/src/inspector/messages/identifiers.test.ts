import fc from "fast-check";
import { expect, test } from "vitest";
import { identifierFor, isFromTitle, slugOf, uniqueIdentifiers } from "./identifiers.ts";

test.each([
  ["Track my order", "track_my_order"],
  ["  Größe: Élan! ", "große_elan"],
  ["50% off", "50_off"],
  ["نعم", "نعم"],
  ["Go to $(order.city)", "go_to_city"],
  ["👍", ""],
  ["", ""],
])("It is true that the title %j becomes %j", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("It is true that an identifier is numbered where its like is taken", () => {
  expect(identifierFor("Yes", new Set())).toBe("yes");
  expect(identifierFor("Yes", new Set(["yes"]))).toBe("yes_2");
  expect(identifierFor("Yes", new Set(["yes", "yes_2"]))).toBe("yes_3");
  expect(identifierFor("👍", new Set(["yes"]))).toBe("");
});

test("It is true that an identifier follows its title until a person writes one", () => {
  expect(isFromTitle("", "Yes")).toBe(true);
  expect(isFromTitle("yes", "Yes")).toBe(true);
  expect(isFromTitle("yes_2", "Yes")).toBe(true);
  expect(isFromTitle("track-1", "Yes")).toBe(false);
  expect(isFromTitle("yes_please", "Yes")).toBe(false);
  expect(isFromTitle("_2", "👍")).toBe(false);
});

test("It is true of any titles that their identifiers are unique, and known to be made of them", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 80 }), { maxLength: 10 }), (titles) => {
      const taken = new Set<string>();
      for (const title of titles) {
        const identifier = identifierFor(title, taken);
        expect(identifier === "" || !taken.has(identifier)).toBe(true);
        expect(isFromTitle(identifier, title)).toBe(true);
        taken.add(identifier);
      }
    }),
  );
});

test("It is true that of two items with one identifier the later gets another, in buttons and across sections", () => {
  expect(
    uniqueIdentifiers([
      { id: "a", title: "Yes" },
      { id: "a", title: "No" },
      { id: "a", title: "" },
    ]),
  ).toEqual([
    { id: "a", title: "Yes" },
    { id: "no", title: "No" },
    { id: "a_2", title: "" },
  ]);
  const row = { id: "r", title: "Row", description: "" };
  expect(
    uniqueIdentifiers([
      { title: "S", rows: [row] },
      { title: "T", rows: [row] },
    ]),
  ).toEqual([
    { title: "S", rows: [row] },
    { title: "T", rows: [{ ...row, id: "row" }] },
  ]);
});
