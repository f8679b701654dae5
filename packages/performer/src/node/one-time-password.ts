import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { GenerateOtpTask, TaskAnswer, ValidateOtpTask } from "@parley/flow";
import { sealedText } from "@parley/messaging";
import { comparable, makeCode } from "../one-time-password/code.ts";
import { readDigest, saltBytes, unknownDigest, writeDigest } from "../one-time-password/digest.ts";

/** Seals a secret so that only the server opens it: base64url with points. */
export type Seal = (secret: string) => string;

/** Makes a one-time password. Of it are given the sealed form, for the message that it goes out with, and a digest to compare with. */
export function generateOtp(task: GenerateOtpTask, seal: Seal, key: Uint8Array): TaskAnswer {
  const code = makeCode(task, randomBytes);
  const salt = randomBytes(saltBytes).toString("base64url");
  const mac = macOf(code, salt, key).toString("base64url");
  return { type: "done", values: { sealed: sealedText(seal(code), code.length), digest: writeDigest({ salt, mac }) } };
}

/** Compares in a time that does not say how much of it was right. */
export function validateOtp({ digest, code }: ValidateOtpTask, key: Uint8Array): TaskAnswer {
  const known = readDigest(digest);
  if (known === undefined) return { type: "failed", reason: unknownDigest };
  const isRight = timingSafeEqual(macOf(code, known.salt, key), Buffer.from(known.mac, "base64url"));
  return { type: "done", values: { isRight } };
}

function macOf(code: string, salt: string, key: Uint8Array): Buffer {
  return createHmac("sha256", key)
    .update(`${salt}.${comparable(code)}`)
    .digest();
}
