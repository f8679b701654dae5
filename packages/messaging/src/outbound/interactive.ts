import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { headerMediaSchema } from "./media.ts";
import { textFrom1To, textUpTo } from "./sized-text.ts";

/** What interactive messages have in common (Cloud API, Interactive messages). */
export const interactiveBody = textFrom1To(
  messagingLimits.interactiveBodyLength,
  "is empty; WhatsApp refuses such a message without text",
);

/** A line of small print; empty for none. */
export const interactiveFooter = textUpTo(messagingLimits.footerLength);

/** A line of text above the body; empty for none. */
export const headerText = textUpTo(messagingLimits.headerLength);

/** What stands above the body: nothing, a line of text, or a file. */
export const interactiveHeaderSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({
    type: z.literal("text"),
    text: textFrom1To(messagingLimits.headerLength, "is empty; write the header or choose none"),
  }),
  z.strictObject({ type: z.literal("media"), media: headerMediaSchema }),
]);

/** What stands above the body of an interactive message. */
export type InteractiveHeader = z.infer<typeof interactiveHeaderSchema>;

/** Whether no two texts are equal. */
export function areUnique(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
