import { expect, test } from "vitest";
import { signatureOf } from "./signature.ts";

test("a signature is sha256= and the lower-case HMAC of the bytes", () => {
  const hex = "f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17";
  expect(signatureOf("hello world", "sesame")).toBe(`sha256=${hex}`);
  expect(signatureOf(Buffer.from("hello world"), "sesame")).toBe(`sha256=${hex}`);
});
