import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { generateOtp } from "./generate-otp.ts";

const { config } = makeNode("generate-otp", {});

describe("a Generate OTP", () => {
  test("makes six digits that are good for half an hour and three attempts, unless it says otherwise", () => {
    expect(config).toEqual({ format: "numeric", length: 6, validMinutes: 30, attempts: 3, resend: "new" });
  });

  test("leaves by onSuccess or onError, and puts out the password and when it expires", () => {
    expect(generateOtp.outcomes(config).map(({ name }) => name)).toEqual(["onSuccess", "onError"]);
    expect(generateOtp.outputs(config)).toEqual(["generateOTP.OTP", "generateOTP.expiresAt"]);
    expect(generateOtp.templates(config)).toEqual([]);
  });

  test("makes none that is too short to be safe or too long for a template", () => {
    for (const length of [4, 15]) expect(configProblems("generate-otp", { length })).toEqual([]);
    for (const length of [3, 16]) expect(configProblems("generate-otp", { length })).toHaveLength(1);
  });
});
