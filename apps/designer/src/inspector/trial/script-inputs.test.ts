import { expect, test } from "vitest";
import { inputsOf, outputsFrom, valueTyped } from "./script-inputs.ts";

const variables = [
  { name: "total", description: "", default: 0 },
  { name: "city", description: "", default: "" },
] as const;

test("It is true that a script is asked for the variables that it names and the outputs that it reads", () => {
  const script = "const price = $(n3.receive.message) * 2; total = price + $(total) + $(n3.receive.message)";
  const { variables: read, outputs } = inputsOf(script, variables);
  expect(read.map(({ name }) => name)).toEqual(["total"]);
  expect(outputs).toEqual(["n3.receive.message"]);
});

test("It is true that what is typed is a text unless it is plainly something else", () => {
  expect([valueTyped("5"), valueTyped("5", 0), valueTyped("true", false), valueTyped('{"a":1}')]).toEqual([
    "5",
    5,
    true,
    { a: 1 },
  ]);
  expect([valueTyped("many", 0), valueTyped("{broken")]).toEqual(["many", "{broken"]);
});

test("It is true that outputs lie within one another as their paths say", () => {
  const values = [
    ["n3.receive.message", "hi"],
    ["n3.receive.from", "31"],
    ["http.items[0].sku", "A"],
  ] as const;
  expect(outputsFrom(values)).toEqual({
    n3: { receive: { message: "hi", from: "31" } },
    http: { items: { 0: { sku: "A" } } },
  });
});
