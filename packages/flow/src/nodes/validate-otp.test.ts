import { describe, expect, test } from "vitest";
import { makeNode } from "../flow.test-support.ts";
import { validateOtp } from "./validate-otp.ts";

const { config } = makeNode("validate-otp", { generator: "n4", code: "$(receive.message)" });

describe("a Validate OTP", () => {
  test("leaves by onSuccess or onFail, which must lead somewhere, or by onError", () => {
    expect(validateOtp.outcomes(config)).toEqual([
      { name: "onSuccess", colour: "green", isRequired: true },
      { name: "onFail", colour: "red", isRequired: true },
      { name: "onError", colour: "red", isRequired: false },
    ]);
  });

  test("puts out why it refused, and how many attempts are left", () => {
    expect(validateOtp.outputs(config)).toEqual(["validateOTP.reason", "validateOTP.attemptsLeft"]);
  });

  test("names a node that makes passwords, and holds an expression in what was typed", () => {
    expect(validateOtp.references?.(config)).toEqual([{ field: "generator", nodeId: "n4", type: "generate-otp" }]);
    expect(validateOtp.templates(config)).toEqual([{ field: "code", source: "$(receive.message)" }]);
  });
});
