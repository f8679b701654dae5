import fc from "fast-check";
import { nodeDefinitions, parseNode } from "@parley/flow";
import { expect, test } from "vitest";
import { fieldFor, readSample } from "./sample.ts";

const body = { order: { id: 17, items: [{ sku: "A-1" }] }, paid: true, "full name": "Ada", note: null };

test("It is true that a sample is read line by line, each with the path that leads to it", () => {
  expect(readSample(JSON.stringify(body))).toEqual({
    type: "read",
    isCut: false,
    lines: [
      { depth: 0, name: "order", path: "order", value: undefined },
      { depth: 1, name: "id", path: "order.id", value: "17" },
      { depth: 1, name: "items", path: "order.items", value: undefined },
      { depth: 2, name: "0", path: "order.items[0]", value: undefined },
      { depth: 3, name: "sku", path: "order.items[0].sku", value: "A-1" },
      { depth: 0, name: "paid", path: "paid", value: "true" },
      { depth: 0, name: "full name", path: undefined, value: "Ada" },
      { depth: 0, name: "note", path: "note", value: "null" },
    ],
  });
});

test("It is true that what is no JSON, or neither object nor list, is said to be none", () => {
  expect(readSample(" ")).toEqual({ type: "empty" });
  for (const text of ["{", "5", '"x"', "null"]) expect(readSample(text)).toEqual({ type: "wrong" });
  expect(readSample("[1]")).toMatchObject({ type: "read", lines: [{ name: "0", path: undefined, value: "1" }] });
});

test("It is true that a large sample is cut", () => {
  const sample = readSample(JSON.stringify(Array.from({ length: 1000 }, (_, index) => index)));
  expect(sample).toMatchObject({ type: "read", isCut: true });
});

test("It is true that a field is named after its value, and by a number where that is taken", () => {
  expect(fieldFor("order.items[0].sku", new Set())).toEqual({ name: "sku", path: "order.items[0].sku" });
  expect(fieldFor("order.id", new Set(["id", "id_2"]))).toMatchObject({ name: "id_3" });
  expect(fieldFor("order.first-name", new Set())).toMatchObject({ name: "first_name" });
  expect(fieldFor("items[0]", new Set())).toMatchObject({ name: "items" });
});

test("It is true of any body that the fields made of its values are taken by the flow", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (any) => {
      const sample = readSample(JSON.stringify(any));
      const taken = new Set<string>();
      const fields = (sample.type === "read" ? sample.lines : []).slice(0, 50).flatMap(({ path }) => {
        if (path === undefined) return [];
        const field = fieldFor(path, taken);
        taken.add(field.name);
        return [field];
      });
      const trigger = { type: "webhook", webhookId: "a", fields, contact: "$(inboundWebhook.body.waId)" };
      const node = { id: "n2", type: "start", config: { ...nodeDefinitions.start.newConfig, trigger } };
      expect(parseNode(node)).toMatchObject({ ok: true });
    }),
  );
});
