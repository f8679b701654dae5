import { z } from "zod";
import type { MessageDefinition } from "./definition.ts";
import { mediaKindSchema, mediaSourceConfigSchema, noSource, optionalText } from "./parts.ts";

/** A media message as drawn (WhatsApp node page, Media). */
export const mediaMessageConfigSchema = z.strictObject({
  type: z.literal("media"),
  kind: mediaKindSchema.default("image"),
  /** One of those that the kind takes; empty says nothing of it, and then a link may end as it likes. */
  mimeType: z.string().max(200).default(""),
  source: mediaSourceConfigSchema.default(noSource),
  caption: optionalText,
  fileName: optionalText,
});

export const media: MessageDefinition<z.infer<typeof mediaMessageConfigSchema>> = {
  newConfig: { type: "media", kind: "image", mimeType: "image/jpeg", source: noSource, caption: "", fileName: "" },
};
