import { createHash } from "node:crypto";
import { assertNever, type JsonObject } from "@parley/messaging";
import { z } from "zod";
import { simulatorLimits } from "../../limits.ts";

const words = z.string().max(simulatorLimits.writtenLength);
const name = z.string().min(1).max(simulatorLimits.nameLength);
const contextId = name.optional();

/** What a person does with a virtual phone. `raw` is any message object of the Cloud API's webhooks without `from`, `id` and `timestamp`. */
export const contentSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: words.min(1) }),
  z.strictObject({ type: z.literal("button-reply"), id: name, title: name, contextId }),
  z.strictObject({ type: z.literal("list-reply"), id: name, title: name, description: words.optional(), contextId }),
  z.strictObject({ type: z.literal("postback"), payload: words, text: words, contextId }),
  z.strictObject({
    type: z.literal("media"),
    kind: z.enum(["image", "audio", "video", "document", "sticker"]),
    mediaId: name.optional(),
    mimeType: name.optional(),
    caption: words.optional(),
    fileName: name.optional(),
    url: name.optional(),
  }),
  z.strictObject({
    type: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: words.optional(),
    address: words.optional(),
    url: name.optional(),
  }),
  z.strictObject({ type: z.literal("raw"), message: z.record(z.string(), z.json()) }),
]);

/** What a person does with a virtual phone. */
export type Content = z.infer<typeof contentSchema>;

/** What the content leaves open. */
export type WritingOptions = {
  /** The message it answers, unless the content names one. */
  readonly contextId: string | undefined;
  /** Whom an answered message came from. */
  readonly businessNumber: string;
  readonly random: () => number;
};

/** The content in the Cloud API's form, with the words that a person reads (Cloud API, webhooks, messages). */
export function writingOf(content: Content, options: WritingOptions): { message: JsonObject; text: string } {
  const { message, text } = wireOf(content, options.random);
  const answered = ("contextId" in content ? content.contextId : undefined) ?? options.contextId;
  if (answered === undefined) return { message, text };
  return { message: { context: { from: options.businessNumber.replace(/\D/g, ""), id: answered }, ...message }, text };
}

function wireOf(content: Content, random: () => number): { message: JsonObject; text: string } {
  switch (content.type) {
    case "text":
      return { message: { type: "text", text: { body: content.text } }, text: content.text };
    case "button-reply": {
      const { id, title } = content;
      return { message: interactive("button_reply", { id, title }), text: title };
    }
    case "list-reply": {
      const { id, title, description } = content;
      return { message: interactive("list_reply", { id, title, ...(description && { description }) }), text: title };
    }
    case "postback": {
      const { payload, text } = content;
      return { message: { type: "button", button: { payload, text } }, text };
    }
    case "media":
      return mediaOf(content, random);
    case "location": {
      const { type, ...location } = content;
      const place = `${content.latitude}, ${content.longitude}`;
      return { message: { type, location: withoutUndefined(location) }, text: content.name ?? place };
    }
    case "raw":
      return { message: content.message, text: textOfRaw(content.message) };
    default:
      return assertNever(content);
  }
}

function interactive(type: "button_reply" | "list_reply", reply: JsonObject): JsonObject {
  return { type: "interactive", interactive: { type, [type]: reply } };
}

const usualMimeTypes = {
  image: "image/jpeg",
  audio: "audio/ogg; codecs=opus",
  video: "video/mp4",
  document: "application/pdf",
  sticker: "image/webp",
} as const;

function mediaOf(content: Extract<Content, { type: "media" }>, random: () => number) {
  const { kind, caption, url, fileName: filename, mimeType: mime_type = usualMimeTypes[kind] } = content;
  const id = content.mediaId ?? String(Math.floor(random() * 1e15)).padStart(15, "1");
  // There is no file, so the checksum stands for the id: equal for equal media, and of the right form.
  const sha256 = createHash("sha256").update(id).digest("base64");
  const media = withoutUndefined({ caption, filename, mime_type, sha256, id, url });
  return { message: { type: kind, [kind]: media }, text: caption ?? filename ?? `[${kind}]` };
}

const rawTextSchema = z.object({ text: z.object({ body: z.string() }) });

/** The words of a raw text; of anything else its type. */
function textOfRaw(message: JsonObject): string {
  const text = rawTextSchema.safeParse(message).data?.text.body;
  return text ?? `[${typeof message["type"] === "string" ? message["type"] : "message"}]`;
}

function withoutUndefined(fields: Readonly<Record<string, string | number | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
