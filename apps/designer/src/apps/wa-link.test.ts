import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { waIdOfNumber, waLink } from "./wa-link.ts";

describe("It is true that a wa.me link", () => {
  it("has the digits of the number alone", () => {
    expect(waLink("+31 6 1234-5678", "")).toBe("https://wa.me/31612345678");
    expect(waLink("0031 (6) 12345678", "  ")).toBe("https://wa.me/31612345678");
  });

  it("carries a text, whatever it has in it", () => {
    expect(waLink("+31612345678", "Hi there & “hello” 100% 🙂\nline")).toBe(
      "https://wa.me/31612345678?text=Hi%20there%20%26%20%E2%80%9Chello%E2%80%9D%20100%25%20%F0%9F%99%82%0Aline",
    );
  });

  it("gives the very text back, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        const link = waLink("+31612345678", text);
        const read = new URL(link ?? "").searchParams.get("text");
        expect(read).toBe(text.trim() === "" ? null : text);
      }),
    );
  });

  it("is made though half a character is typed", () => {
    expect(waLink("+31612345678", "a\ud83d")).toBe("https://wa.me/31612345678?text=a%EF%BF%BD");
  });

  it.each(["", "Juniper", "12", "+0123456", "+3161234567890123", "+31 6 x"])("is not made of “%s”", (number) => {
    expect(waLink(number, "")).toBeUndefined();
    expect(waIdOfNumber(number)).toBeUndefined();
  });
});
