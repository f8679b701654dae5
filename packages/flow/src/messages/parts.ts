import { mediaKinds } from "@parley/messaging";
import { z } from "zod";
import { templateSchema } from "../fields.ts";

/** A text that may be left empty. */
export const optionalText = templateSchema.default("");

/** Where WhatsApp gets a file from: a public link, or a file that was uploaded. */
export const mediaSourceConfigSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("link"), url: optionalText }),
  z.strictObject({ type: z.literal("upload"), mediaId: optionalText }),
]);

export const noSource = { type: "link", url: "" } as const;

/** A file in a header. */
export const headerMediaConfigSchema = z.strictObject({
  kind: z.enum(["image", "video", "document"]),
  source: mediaSourceConfigSchema.default(noSource),
  fileName: optionalText,
});

/** What stands above the body of an interactive message. */
export const headerConfigSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({ type: z.literal("text"), text: optionalText }),
  z.strictObject({ type: z.literal("media"), media: headerMediaConfigSchema }),
]);

export const mediaKindSchema = z.enum(mediaKinds);

/** A place on the map; degrees may be expressions. */
export const placeConfigSchema = z.strictObject({
  latitude: optionalText,
  longitude: optionalText,
  name: optionalText,
  address: optionalText,
});
