import type { InboundContent, JsonObject } from "@parley/messaging";
import { z } from "zod";
import { degreesSchema, wireIdSchema } from "../wire.ts";

/** What was read, or what is wrong at which path below the message. */
export type ContentReading =
  | { readonly content: InboundContent; readonly error?: undefined }
  | { readonly path: string; readonly error: z.ZodError };

/**
 * Reads what the person did (Cloud API, messages webhook). On the wire it stands in a field named after the message's type; answers to
 * interactive messages stand one level deeper, in a field named after theirs. A type we do not read is `unsupported` under its wire name,
 * such as `order` or `nfm_reply`.
 */
export function readContent(type: string, message: JsonObject): ContentReading {
  if (type !== "interactive") return readField(contentSchemas, type, { object: message, path: "" });
  const interactive = interactiveSchema.safeParse(message["interactive"]);
  if (!interactive.success) return { path: ".interactive", error: interactive.error };
  const object = message["interactive"] as JsonObject;
  return readField(interactiveSchemas, interactive.data.type, { object, path: ".interactive" });
}

type Place = { readonly object: JsonObject; readonly path: string };

function readField(schemas: ReadonlyMap<string, ContentSchema>, type: string, { object, path }: Place): ContentReading {
  const schema = schemas.get(type);
  if (schema === undefined) return { content: { type: "unsupported", wireType: type } };
  const parsed = schema.safeParse(object[type]);
  return parsed.success ? { content: parsed.data } : { path: `${path}.${type}`, error: parsed.error };
}

type ContentSchema = z.ZodType<InboundContent>;
type Media = Extract<InboundContent, { readonly type: "media" }>;

/** A text that may be left out. Its length is bounded by that of the body. */
const textSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? "");

const mediaSchema = z.object({
  id: wireIdSchema,
  mime_type: textSchema,
  caption: textSchema,
  filename: textSchema,
  url: textSchema,
  voice: z.boolean().nullish(),
});

function media(kind: Media["kind"]): ContentSchema {
  return mediaSchema.transform(
    ({ id, mime_type, caption, filename, url, voice }): Media => ({
      type: "media",
      kind,
      mediaId: id,
      mimeType: mime_type,
      caption,
      fileName: filename,
      url,
      ...(voice === true ? { isVoice: true } : {}),
    }),
  );
}

const locationSchema = z.object({
  latitude: degreesSchema,
  longitude: degreesSchema,
  name: textSchema,
  address: textSchema,
  url: textSchema,
});

/** Cards are handed on as they came. */
const cardSchema = z.custom<JsonObject>(
  (card) => typeof card === "object" && card !== null && !Array.isArray(card),
  "must be an object",
);

const changedSchema = z.object({ original_message_id: wireIdSchema });

/** By type on the wire. Maps, since a type may come under the name `constructor`. */
const contentSchemas: ReadonlyMap<string, ContentSchema> = new Map(
  Object.entries<ContentSchema>({
    text: z.object({ body: z.string() }).transform(({ body }) => ({ type: "text", text: body })),
    button: z
      .object({ payload: textSchema, text: textSchema })
      .transform(({ payload, text }) => ({ type: "postback", payload, text })),
    image: media("image"),
    audio: media("audio"),
    video: media("video"),
    document: media("document"),
    sticker: media("sticker"),
    location: locationSchema.transform((location) => ({ type: "location", ...location })),
    contacts: z.array(cardSchema).transform((contacts) => ({ type: "contacts", contacts })),
    // A removed reaction has an empty emoji or none.
    reaction: z
      .object({ message_id: wireIdSchema, emoji: textSchema })
      .transform(({ message_id, emoji }) => ({ type: "reaction", messageId: message_id, emoji })),
    system: z
      .object({ body: textSchema, type: textSchema })
      .transform(({ body, type }) => ({ type: "system", notice: body === "" ? type : body })),
    // Edits and withdrawals change a message that may have been answered: a flow must not take them for a new one.
    edit: changedSchema.transform((edit) => notice(`Message ${edit.original_message_id} was edited.`)),
    revoke: changedSchema.transform((revoke) => notice(`Message ${revoke.original_message_id} was deleted.`)),
  }),
);

const interactiveSchema = z.object({ type: z.string() });

const interactiveSchemas: ReadonlyMap<string, ContentSchema> = new Map(
  Object.entries<ContentSchema>({
    button_reply: z
      .object({ id: z.string(), title: textSchema })
      .transform(({ id, title }) => ({ type: "button-reply", id, title })),
    list_reply: z
      .object({ id: z.string(), title: textSchema, description: textSchema })
      .transform((reply) => ({ type: "list-reply", ...reply })),
  }),
);

function notice(text: string): InboundContent {
  return { type: "system", notice: text };
}
