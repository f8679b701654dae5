import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { verifySignature } from "./signature.ts";

const body = new TextEncoder().encode("hello world");
const hex = "f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17";

describe("a signature", () => {
  test("is taken with the secret it was made with", () => {
    expect(verifySignature(body, `sha256=${hex}`, ["sesame"])).toBe(true);
  });

  test("is taken with either secret while they are changed over", () => {
    expect(verifySignature(body, `sha256=${hex}`, ["new", "sesame"])).toBe(true);
    expect(verifySignature(body, `sha256=${hex}`, ["sesame", "old"])).toBe(true);
  });

  test("is taken with upper-case digits", () => {
    expect(verifySignature(body, `sha256=${hex.toUpperCase()}`, ["sesame"])).toBe(true);
  });

  test("is made over the bytes, so that escaped and plain characters differ", () => {
    const [plain, escaped] = ['"é"', '"\\u00e9"'].map((text) => new TextEncoder().encode(text));
    const header = `sha256=${createHmac("sha256", "sesame")
      .update(escaped ?? "")
      .digest("hex")}`;
    expect(verifySignature(escaped ?? body, header, ["sesame"])).toBe(true);
    expect(verifySignature(plain ?? body, header, ["sesame"])).toBe(false);
  });

  test.each([
    undefined,
    "",
    hex,
    `sha1=${hex}`,
    `SHA256=${hex}`,
    `sha256=${hex.slice(1)}`,
    `sha256=${hex}0`,
    `sha256=${hex}\n`,
    ` sha256=${hex}`,
    `sha256=${hex.replace("f", "g")}`,
    `sha256=${hex.replace("f3", "f4")}`,
  ])("is not taken with the header %j", (header) => {
    expect(verifySignature(body, header, ["sesame"])).toBe(false);
  });

  test("is not taken with another body or secret, or with none", () => {
    expect(verifySignature(new TextEncoder().encode("hello world!"), `sha256=${hex}`, ["sesame"])).toBe(false);
    expect(verifySignature(body, `sha256=${hex}`, ["Sesame"])).toBe(false);
    expect(verifySignature(body, `sha256=${hex}`, [])).toBe(false);
  });

  test("is not taken when made with an empty secret, even where one is configured", () => {
    const header = `sha256=${createHmac("sha256", "").update(body).digest("hex")}`;
    expect(verifySignature(body, header, ["", "sesame"])).toBe(false);
  });
});
