import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { linkSchema } from "./link.ts";
import { endingsOf, linkEndingProblem, mediaKinds } from "./media-type.ts";
import { textFrom1To, textUpTo } from "./sized-text.ts";

/** Where WhatsApp gets a file from: a public link, or a file that was uploaded to the provider. */
export const mediaSourceSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("link"), url: linkSchema }),
  z.strictObject({
    type: z.literal("upload"),
    mediaId: textFrom1To(messagingLimits.providerIdLength, "is empty; upload a file or give the id of one"),
  }),
]);

/** Where WhatsApp gets a file from. */
export type MediaSource = z.infer<typeof mediaSourceSchema>;

/** A media file in the header of a message. */
export const headerMediaSchema = z.strictObject({
  kind: z.enum(["image", "video", "document"]),
  source: mediaSourceSchema,
  /** What a document is called on the phone; empty for the others. */
  fileName: textUpTo(messagingLimits.fileNameLength),
});

/** A media file in the header of a message. */
export type HeaderMedia = z.infer<typeof headerMediaSchema>;

/** A media message (WhatsApp node page, Media). */
export const mediaMessageSchema = z
  .strictObject({
    type: z.literal("media"),
    kind: z.enum(mediaKinds),
    /** One of those that the kind takes; empty says nothing of it, and then a link may end as it likes. */
    mimeType: z.string(),
    source: mediaSourceSchema,
    /** Of an image, a video or a document; empty for none. */
    caption: textUpTo(messagingLimits.captionLength),
    /** What a document is called on the phone; empty for none. */
    fileName: textUpTo(messagingLimits.fileNameLength),
  })
  .superRefine(({ kind, mimeType, source, caption, fileName }, context) => {
    const say = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (mimeType !== "" && endingsOf(kind, mimeType) === undefined)
      say(["mimeType"], `is ${JSON.stringify(mimeType)}, which WhatsApp does not take as ${kind}`);
    if (source.type === "link" && mimeType !== "") {
      const problem = linkEndingProblem(source.url, kind, mimeType);
      if (problem !== undefined) say(["source", "url"], problem);
    }
    if (caption !== "" && (kind === "audio" || kind === "sticker")) say(["caption"], `must be empty for ${kind}`);
    if (fileName !== "" && kind !== "document") say(["fileName"], `must be empty for ${kind}`);
  });

/** A media message. */
export type MediaMessage = z.infer<typeof mediaMessageSchema>;
