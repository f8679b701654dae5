import { z } from "zod";
import { simulatorLimits } from "../../limits.ts";

/** A text that may be empty, of at most so many UTF-16 code units. */
export function textUpTo(most: number) {
  return z.string("must be a string.").max(most, `must be at most ${most} characters long.`);
}

/** A text that must not be empty. */
export function textFrom1To(most: number) {
  return textUpTo(most).min(1, "must be at least 1 character long.");
}

/** A text of which Meta names no limit; ours keeps a request in bounds. */
export const someText = textUpTo(simulatorLimits.nameLength);

/** An id; some clients write it as a number (whatsapp-cloud-api, row ids). */
export const wireId = z.union([z.string(), z.number()], "must be a string.").transform(String);

/** A number; some clients write it as a string, as the Graph API's form encoding has it. */
export const wireNumber = z.union(
  [
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,20}(\.\d{1,20})?$/)
      .transform(Number),
  ],
  "must be a number.",
);
