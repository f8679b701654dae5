import { KeyRound } from "lucide-react";
import { later } from "../ui/later.ts";
import { named, partAt, textAt, timeInWords } from "./in-words.ts";
import type { NodeFace } from "./node-face.ts";

/** Generate OTP: makes a one-time password. */
export const generateOtp: NodeFace = {
  icon: KeyRound,
  group: "utilities",
  summary: (config, texts) => {
    const minutes = partAt(config, "validMinutes");
    const time = timeInWords(typeof minutes === "number" ? minutes * 60 : undefined, texts);
    return texts.nodes.makesPassword(
      textAt(config, "length"),
      named(texts.nodes.passwordFormats, textAt(config, "format")),
      time,
    );
  },
  firstField: "config.format",
  Inspector: later(async () => (await import("../inspector/node-inspectors/generate-otp.tsx")).GenerateOtpInspector),
};
