import { z } from "zod";
import { green, onError } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";

const configSchema = z.strictObject({
  format: z.enum(["numeric", "alphabetic", "alphanumeric"]).default("numeric"),
  /** WhatsApp takes at most 15 in a template (WhatsApp node page, OTP). */
  length: z.int().min(4).max(15).default(6),
  validMinutes: z.int().min(1).max(1_440).default(30),
  /** How often a wrong one may be typed. */
  attempts: z.int().min(1).max(10).default(3),
  /** Whether running the node again while one is valid gives the same one (`same`) or makes the former void (`new`). */
  resend: z.enum(["new", "same"]).default("new"),
});

/**
 * Generate OTP: makes a one-time password (Generate OTP node page). What is put out is sealed: it can be sent, and neither read nor compared by the flow, for
 * which there is Validate OTP.
 */
export const generateOtpSchema = nodeSchema("generate-otp", configSchema);

export type GenerateOtpNode = z.infer<typeof generateOtpSchema>;

export const generateOtp: NodeDefinition<GenerateOtpNode["config"]> = {
  newConfig: { format: "numeric", length: 6, validMinutes: 30, attempts: 3, resend: "new" },
  outcomes: () => [green("onSuccess"), onError],
  outputs: () => ["generateOTP.OTP", "generateOTP.expiresAt"],
  templates: () => [],
};
