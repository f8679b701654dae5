import { z } from "zod";

/** A text that may be empty and that WhatsApp takes up to a length, in UTF-16 code units; zod's own `max` counts an emoji as one. */
export function textUpTo(most: number) {
  return z
    .string()
    .refine((text) => text.length <= most, {
      error: (issue) => `is ${String(issue.input).length} characters long; WhatsApp takes at most ${most}`,
    })
    .meta({ maxLength: most });
}

/** A text that must not be empty; `empty` says what is wrong with one that is, as a predicate. */
export function textFrom1To(most: number, empty: string) {
  return textUpTo(most).min(1, empty);
}
