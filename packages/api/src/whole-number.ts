import { z } from "zod";

/** A whole number as paths and queries write it: digits, and nothing else that JavaScript would take for a number. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER) {
  return z
    .string()
    .regex(/^\d{1,16}$/, "must be a whole number, such as 50")
    .transform(Number)
    .pipe(z.int().min(least).max(most));
}
