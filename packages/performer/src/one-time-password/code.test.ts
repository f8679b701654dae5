import { randomBytes } from "node:crypto";
import type { GenerateOtpTask } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { alphabets, comparable, makeCode } from "./code.ts";

function task(format: GenerateOtpTask["format"], length = 6): GenerateOtpTask {
  return { type: "generate-otp", format, length };
}

describe("It is true that a code", () => {
  test.each([
    ["numeric", /^[0-9]{15}$/],
    ["alphabetic", /^[A-Z]{15}$/],
    ["alphanumeric", /^[A-Z0-9]{15}$/],
  ] as const)("is %s and as long as is asked", (format, form) => {
    for (let index = 0; index < 200; index += 1) expect(makeCode(task(format, 15), randomBytes)).toMatch(form);
  });

  test("has none of the characters that are taken for others", () => {
    expect(alphabets.alphabetic).not.toMatch(/[ILO]/);
    expect(alphabets.alphanumeric).not.toMatch(/[01ILOSBZ]/);
    for (const alphabet of Object.values(alphabets)) expect(new Set(alphabet).size).toBe(alphabet.length);
  });

  test.each(["numeric", "alphabetic", "alphanumeric"] as const)(
    "of every %s character is as likely as any",
    (format) => {
      const alphabet = alphabets[format];
      // Every byte once: were any taken modulo the alphabet that should be thrown away, the first characters would come oftener.
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      const times = Math.floor(256 / alphabet.length);
      const code = makeCode(task(format, alphabet.length * times), () => bytes);
      const counts = alphabet.split("").map((character) => code.split(character).length - 1);
      expect(new Set(counts)).toEqual(new Set([times]));
    },
  );

  test("asks for more bytes where some are thrown away", () => {
    const answers = [Uint8Array.of(255, 255, 255, 255), Uint8Array.of(0, 255, 1, 255), Uint8Array.of(2, 3, 4, 5)];
    expect(makeCode(task("numeric", 4), () => answers.shift() ?? new Uint8Array(4))).toBe("0123");
  });
});

test("It is true that it does not matter how letters are typed", () => {
  expect(comparable(" ab3 ")).toBe(comparable("AB3"));
});
