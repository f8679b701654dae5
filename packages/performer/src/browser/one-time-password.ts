import type { GenerateOtpTask, TaskAnswer, ValidateOtpTask } from "@parley/flow";
import { sealedText } from "@parley/messaging";
import { comparable, makeCode } from "../one-time-password/code.ts";
import { unknownDigest } from "../one-time-password/digest.ts";
import type { PreviewVault } from "./preview-vault.ts";

/** Makes a one-time password for a preview. Its digest is a second name in the vault, which is never opened into anything that goes out. */
export function generateOtp(task: GenerateOtpTask, vault: PreviewVault): TaskAnswer {
  const code = makeCode(task, (count) => crypto.getRandomValues(new Uint8Array(count)));
  const sealed = sealedText(vault.seal(code), code.length);
  return { type: "done", values: { sealed, digest: `${digestMark}${vault.seal(comparable(code))}` } };
}

export function validateOtp({ digest, code }: ValidateOtpTask, vault: PreviewVault): TaskAnswer {
  const known = digest.startsWith(digestMark) ? vault.open(digest.slice(digestMark.length)) : undefined;
  if (known === undefined) return { type: "failed", reason: unknownDigest };
  return { type: "done", values: { isRight: known === comparable(code) } };
}

const digestMark = "preview.";
