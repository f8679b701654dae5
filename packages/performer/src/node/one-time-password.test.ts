import { createHmac } from "node:crypto";
import type { TaskAnswer } from "@parley/flow";
import { openSealed } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { generateOtp, validateOtp } from "./one-time-password.ts";

const key = Buffer.alloc(32, 7);
const seal = (secret: string) => `s.${Buffer.from(secret).toString("base64url")}`;
const open = (sealed: string) => Buffer.from(sealed.slice(2), "base64url").toString();

function make(format: "numeric" | "alphabetic" = "numeric"): { code: string; sealed: string; digest: string } {
  const answer = generateOtp({ type: "generate-otp", format, length: 6 }, seal, key);
  if (answer.type !== "done") throw new Error(answer.reason);
  const { sealed, digest } = answer.values as { sealed: string; digest: string };
  return { code: openSealed(sealed, open), sealed, digest };
}

function validate(digest: string, code: string, by: Uint8Array = key): TaskAnswer {
  return validateOtp({ type: "validate-otp", digest, code }, by);
}

const isRight = { type: "done", values: { isRight: true } };
const isWrong = { type: "done", values: { isRight: false } };

describe("It is true that a one-time password", () => {
  test("is given sealed and as a digest, neither of which shows it", () => {
    const { code, sealed, digest } = make();
    expect(code).toMatch(/^\d{6}$/);
    expect(sealed).not.toContain(code);
    expect(digest).not.toContain(code);
  });

  test("is told from a wrong one", () => {
    const { code, digest } = make();
    expect(validate(digest, code)).toEqual(isRight);
    expect(validate(digest, code === "000000" ? "000001" : "000000")).toEqual(isWrong);
    expect(validate(digest, code.slice(0, 5))).toEqual(isWrong);
    expect(validate(digest, `${code}0`)).toEqual(isWrong);
    expect(validate(digest, "")).toEqual(isWrong);
    expect(validate(digest, "x".repeat(10_000))).toEqual(isWrong);
  });

  test("is right in small letters too", () => {
    const { code, digest } = make("alphabetic");
    expect(validate(digest, code.toLowerCase())).toEqual(isRight);
  });

  test("has a digest of its own salt and of the key", () => {
    const { code, digest } = make();
    const [scheme, salt, mac] = digest.split(".");
    expect(scheme).toBe("h1");
    expect(mac).toBe(createHmac("sha256", key).update(`${salt}.${code}`).digest("base64url"));
    expect(validate(digest, code, Buffer.alloc(32, 8))).toEqual(isWrong);
    expect(new Set(Array.from({ length: 50 }, () => make().digest.split(".")[1])).size).toBe(50);
  });

  test.each(["", "h1", "h2.a.b", "h1.a.b", "preview.0011", `h1.${"a".repeat(22)}.${"b".repeat(42)}`])(
    "is not compared with %j, which is no digest",
    (digest) => {
      expect(validate(digest, "1")).toEqual({
        type: "failed",
        reason: "The digest of the one-time password has an unknown form; generate a new one.",
      });
    },
  );
});
