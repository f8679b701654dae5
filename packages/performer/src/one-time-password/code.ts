import type { GenerateOtpTask } from "@parley/flow";

/** Gives so many random bytes, fit for secrets. */
export type RandomBytes = (count: number) => Uint8Array;

/** What codes are made of. Letters that are read or heard as another, or as a digit, are left out, and digits beside letters likewise. */
export const alphabets = {
  numeric: "0123456789",
  alphabetic: "ABCDEFGHJKMNPQRSTUVWXYZ",
  alphanumeric: "23456789ACDEFGHJKMNPQRTUVWXY",
} as const satisfies Record<GenerateOtpTask["format"], string>;

/** Makes a code of which every character is as likely as any other: bytes past the last multiple of the alphabet are thrown away. */
export function makeCode({ format, length }: GenerateOtpTask, randomBytes: RandomBytes): string {
  const alphabet = alphabets[format];
  const even = 256 - (256 % alphabet.length);
  let code = "";
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < even && code.length < length) code += alphabet[byte % alphabet.length];
    }
  }
  return code;
}

/** A code as digests are made of it: in which case letters are typed does not matter. */
export function comparable(code: string): string {
  return code.trim().toUpperCase();
}
