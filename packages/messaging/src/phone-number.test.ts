import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waIdSchema } from "./contact.ts";
import { waIdOf } from "./phone-number.ts";

describe("a phone number", () => {
  test.each([
    ["31612345678", "31612345678"],
    ["+31 6 1234 5678", "31612345678"],
    ["0031612345678", "31612345678"],
    ["00 31 6-12.34.56.78", "31612345678"],
    ["+31 (0)6 12345678", "31612345678"],
    [" +1 (202) 555-0123 ", "12025550123"],
    ["+49 1511 2345678", "4915112345678"],
    // An Argentinian mobile number keeps its 9, and a Mexican WA ID the 1 that numbers had until 2019.
    ["5491112345678", "5491112345678"],
    ["5215512345678", "5215512345678"],
    ["+52 1 55 1234 5678", "5215512345678"],
    ["+52 55 1234 5678", "525512345678"],
    // A number of a fictional range can be made, though nobody has it.
    ["+1 555-078-3881", "15550783881"],
  ])("written as %j is the WA ID %s", (text, waId) => {
    expect(waIdOf(text)).toEqual({ ok: true, value: waId });
    expect(waIdSchema.safeParse(waId).success).toBe(true);
  });

  test.each(["0612345678", "+999 12345678", "123", "+1 202 555 012", "120255501234"])(
    "is not %j, which no country has",
    (text) => {
      const message = `is ${JSON.stringify(text)}, which no country has as a phone number; it must be one such as +31612345678`;
      expect(waIdOf(text)).toEqual({
        ok: false,
        problems: [{ path: [], message }],
      });
    },
  );

  test.each([
    "",
    "  ",
    "call me",
    "+31 6 1234 5678 ext. 9",
    "31612345678@s.whatsapp.net",
    "٣١٦١٢٣٤٥٦٧٨",
    "+31+612345678",
  ])("is not %j, which is none", (text) => {
    expect(waIdOf(text)).toEqual({ ok: false, problems: [{ path: [], message: unwritten(text.trim()) }] });
  });

  test("is shown shortened where it is wrong and long", () => {
    const parsed = waIdOf("x".repeat(500));
    expect(parsed).toMatchObject({ ok: false });
    expect(JSON.stringify(parsed).length).toBeLessThan(300);
  });

  test("must begin with the plus sign where the app demands it, and only there", () => {
    const demandsPlus = true;
    expect(waIdOf("+31612345678", { demandsPlus })).toEqual({ ok: true, value: "31612345678" });
    for (const text of ["31612345678", "0031612345678", ""])
      expect(waIdOf(text, { demandsPlus })).toMatchObject({
        problems: [
          { message: `is "${text}"; it must begin with the plus sign and the country code, such as +31612345678` },
        ],
      });
  });

  test("never throws, and what it gives is a WA ID that stays as it is (a property)", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\+?[0-9 ()-]{1,20}$/));
    fc.assert(
      fc.property(text, fc.boolean(), (written, demandsPlus) => {
        const parsed = waIdOf(written, { demandsPlus });
        if (!parsed.ok) return;
        expect(waIdSchema.safeParse(parsed.value).success).toBe(true);
        expect(waIdOf(parsed.value)).toEqual(parsed);
      }),
    );
  });
});

function unwritten(text: string): string {
  return `is ${JSON.stringify(text)}; it must be a phone number with its country code, such as +31612345678`;
}
