import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { interactiveBody, interactiveFooter, interactiveHeaderSchema } from "./interactive.ts";
import { linkSchema } from "./link.ts";
import { textFrom1To } from "./sized-text.ts";

/** A message with one button that opens a page (Cloud API, Interactive call-to-action URL messages). */
export const ctaUrlMessageSchema = z.strictObject({
  type: z.literal("cta-url"),
  header: interactiveHeaderSchema,
  body: interactiveBody,
  footer: interactiveFooter,
  displayText: textFrom1To(messagingLimits.ctaTextLength, "is empty; say what the button reads"),
  url: linkSchema,
});

/** A message with one button that opens a page. */
export type CtaUrlMessage = z.infer<typeof ctaUrlMessageSchema>;
