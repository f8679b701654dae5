import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { templateNameOf } from "./template-name.ts";

describe("It is true that a template's name", () => {
  it.each([
    ["Order shipped!", "order_shipped"],
    ["order_shipped", "order_shipped"],
    ["  Café – 2 ", "cafe_2"],
    ["日本", ""],
  ])("of “%s” is “%s”", (text, name) => {
    expect(templateNameOf(text)).toBe(name);
  });

  it("is one that WhatsApp takes, or nothing, and stays what it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const name = templateNameOf(text);
        expect(name).toMatch(/^[a-z0-9_]{0,512}$/);
        expect(templateNameOf(name)).toBe(name);
      }),
    );
  });
});
