import { type MediaKind, messagingLimits } from "@parley/messaging";
import { z } from "zod";
import { metaError } from "../meta-error.ts";
import { unlessWrong } from "../reading.ts";
import { fileProblem, fileSchema, linkFailure } from "./file.ts";
import { type MessageType, messageType } from "./message-type.ts";
import { someText, textUpTo } from "./wire-text.ts";

const mediaSchema = fileSchema.extend({
  caption: textUpTo(messagingLimits.captionLength).optional(),
  filename: someText.optional(),
  voice: z.boolean("must be a boolean.").optional(),
});

/** The members beside the source that a kind takes (Cloud API, Messages reference, Media object). */
const membersOf = {
  image: ["caption"],
  video: ["caption"],
  audio: ["voice"],
  document: ["caption", "filename"],
  sticker: [],
} as const satisfies Record<MediaKind, readonly ("caption" | "filename" | "voice")[]>;

/** A message of one kind of media file (Cloud API, Messages reference, Media object). */
export function media(kind: MediaKind): MessageType {
  const place = { name: kind, kind };
  return messageType({
    schema: z.object({ [kind]: mediaSchema }).transform((body) => body[kind] ?? {}),
    take: (message, delivering) => {
      const { caption, filename } = message;
      const taken: readonly string[] = membersOf[kind];
      const extra = (["caption", "filename", "voice"] as const).find(
        (name) => message[name] !== undefined && !taken.includes(name),
      );
      const problems = [
        extra && metaError(100, { title: `Unexpected key "${extra}" on param "${kind}".` }),
        fileProblem(message, place, delivering),
      ];
      return unlessWrong(problems, () => ({
        text: caption || filename || `[${kind}]`,
        failsWith: linkFailure(message, place),
      }));
    },
  });
}
