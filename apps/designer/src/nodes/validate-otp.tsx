import { ShieldCheck } from "lucide-react";
import { later } from "../ui/later.ts";
import { textAt } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Validate OTP: whether what was typed is the one-time password. */
export const validateOtp: NodeFace = {
  icon: ShieldCheck,
  group: "utilities",
  summary: (config, { nodes }) => nodes.comparesPassword(textAt(config, "code"), textAt(config, "generator")),
  firstField: "config.generator",
  Inspector: later(async () => (await import("../inspector/node-inspectors/validate-otp.tsx")).ValidateOtpInspector),
};
