import { z } from "zod";
import { nodeIdSchema, templateSchema } from "../fields.ts";
import { green, onError, type Outcome } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";

const configSchema = z.strictObject({
  /** The node that made it. */
  generator: nodeIdSchema,
  /** What was typed; spaces and dashes in it do not matter. */
  code: templateSchema.min(1, "is empty; name what was typed, such as $(receive.message)"),
});

/** Validate OTP: whether what was typed is the one-time password (Validate OTP node page). Each is good once. */
export const validateOtpSchema = nodeSchema("validate-otp", configSchema);

export type ValidateOtpNode = z.infer<typeof validateOtpSchema>;

const onFail: Outcome = { name: "onFail", colour: "red", isRequired: true };

export const validateOtp: NodeDefinition<ValidateOtpNode["config"]> = {
  newConfig: { generator: "n3", code: "$(receive.message)" },
  outcomes: () => [green("onSuccess"), onFail, onError],
  outputs: () => ["validateOTP.reason", "validateOTP.attemptsLeft"],
  templates: ({ code }) => [{ field: "code", source: code }],
  references: ({ generator }) => [{ field: "generator", nodeId: generator, type: "generate-otp" }],
};
