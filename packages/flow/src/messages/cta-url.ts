import { z } from "zod";
import type { MessageDefinition } from "./definition.ts";
import { headerConfigSchema, optionalText } from "./parts.ts";

/** A message with a button that opens a page, as drawn. Webex Connect has none such outside templates. */
export const ctaUrlMessageConfigSchema = z.strictObject({
  type: z.literal("cta-url"),
  header: headerConfigSchema.default({ type: "none" }),
  body: optionalText,
  footer: optionalText,
  displayText: optionalText,
  url: optionalText,
});

export const ctaUrl: MessageDefinition<z.infer<typeof ctaUrlMessageConfigSchema>> = {
  newConfig: { type: "cta-url", header: { type: "none" }, body: "", footer: "", displayText: "", url: "" },
};
