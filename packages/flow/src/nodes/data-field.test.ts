import { expect, test } from "vitest";
import { dataFieldsSchema, pathOf } from "./data-field.ts";

test.each(["sku", "order.items[0].sku", "$.order", "@id", 'a["first.name"]'])("a field may be picked at %s", (path) => {
  expect(dataFieldsSchema.safeParse([{ name: "field", path }]).success).toBe(true);
});

test.each(["", "a..b", "items[*]", "[?(@.a)]"])("a field cannot be picked at %j", (path) => {
  expect(dataFieldsSchema.safeParse([{ name: "field", path }]).success).toBe(false);
});

test.each(["", "_a", "__proto__", "a.b", "1a"])("a field cannot be put out as %j", (name) => {
  expect(dataFieldsSchema.safeParse([{ name, path: "a" }]).success).toBe(false);
});

test("one place has one way of writing", () => {
  expect(pathOf("$.items[0]['sku']")).toBe(pathOf(" items[0].sku "));
});
