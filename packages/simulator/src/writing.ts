import { assertNever, type JsonObject, mediaKinds } from "@parley/messaging";
import { z } from "zod";
import type { BusinessNumber } from "./admission.ts";
import type { FileBook, StoredFile } from "./file-book.ts";
import { simulatorLimits } from "./limits.ts";
import { sampleFile } from "./sample-file.ts";

const words = z.string().max(simulatorLimits.writtenLength);
const name = z.string().min(1).max(simulatorLimits.nameLength);
const contextId = name.optional();
const jsonObject = z.record(z.string(), z.json());

/** What a person does with a virtual phone. `raw` is any message object of the Cloud API's webhooks without `from`, `id` and `timestamp`. */
export const contentSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: words.min(1) }),
  z.strictObject({ type: z.literal("button-reply"), id: name, title: name, contextId }),
  z.strictObject({ type: z.literal("list-reply"), id: name, title: name, description: words.optional(), contextId }),
  /** A quick reply of a template was pressed. */
  z.strictObject({ type: z.literal("postback"), payload: words, text: words, contextId }),
  /** A file; a small one of the kind stands for it unless `mediaId` names one that was uploaded. */
  z.strictObject({
    type: z.literal("media"),
    kind: z.enum(mediaKinds),
    mediaId: name.optional(),
    mimeType: name.optional(),
    caption: words.optional(),
    fileName: words.optional(),
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
  /** Contact cards in the provider's own form, such as `{ name: { formatted_name: "Sam" } }`. */
  z.strictObject({
    type: z.literal("contacts"),
    contacts: z.array(jsonObject).min(1).max(simulatorLimits.writtenCards),
  }),
  /** A reaction to a message; an empty emoji takes it away. */
  z.strictObject({ type: z.literal("reaction"), messageId: name, emoji: z.string().max(50) }),
  z.strictObject({ type: z.literal("raw"), message: jsonObject }),
]);

/** What a person does with a virtual phone. */
export type Content = Readonly<z.infer<typeof contentSchema>>;

const text = z.string().max(simulatorLimits.nameLength);

/** The advertisement or post that led a person to the business (Cloud API, messages webhook, referral). */
export const referralSchema = z.strictObject({
  sourceType: z.enum(["ad", "post"]).default("ad"),
  sourceId: text.default("120210000000000000"),
  sourceUrl: text.default("https://fb.me/example"),
  headline: text.default("Chat with us"),
  body: text.default("We answer within minutes."),
  clickId: text.default("ARAkLkA8rmlFeiCktEJQ-QTwRiyYHAFDLMNDBH0CD3qpjd0HR4irJ6LEkR7JwFF4XvnO2E4Nx0-eM-GABDLOPaOdRMv"),
});

/** The advertisement or post that led a person to the business. */
export type Referral = Readonly<z.infer<typeof referralSchema>>;

/** An advertisement, where it does not matter which. */
export const exampleReferral: Referral = referralSchema.parse({});

/** What the content leaves open. */
export type WritingOptions = {
  /** The number that is written to. */
  readonly number: Pick<BusinessNumber, "phoneNumberId" | "displayPhoneNumber">;
  /** Keeps the files that are sent. */
  readonly files: FileBook;
  /** Where the business may download a file; undefined where it cannot. */
  readonly linkOf: (file: StoredFile) => string | undefined;
  /** The message it answers, unless the content names one. */
  readonly contextId?: string | undefined;
  readonly referral?: Referral | undefined;
};

/** What a person wrote: the message in the provider's own form, without sender, id and time, and the words that people read. */
export type Writing = { readonly message: JsonObject; readonly text: string };

/** The content in the Cloud API's form, with the words that a person reads (Cloud API, webhooks, messages). */
export function writingOf(content: Content, options: WritingOptions): Writing {
  const { message, text: read } = wireOf(content, options);
  const answered = ("contextId" in content ? content.contextId : undefined) ?? options.contextId;
  const from = options.number.displayPhoneNumber.replace(/\D/g, "");
  return {
    message: {
      ...(answered === undefined ? {} : { context: { from, id: answered } }),
      ...(options.referral === undefined ? {} : { referral: referralWireForm(options.referral) }),
      ...message,
    },
    text: read,
  };
}

function wireOf(content: Content, options: WritingOptions): Writing {
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
      const { payload, text: read } = content;
      return { message: { type: "button", button: { payload, text: read } }, text: read };
    }
    case "media":
      return mediaOf(content, options);
    case "location": {
      const { type, ...location } = content;
      const place = `${content.latitude}, ${content.longitude}`;
      return { message: { type, location: withoutUndefined(location) }, text: content.name || place };
    }
    case "contacts":
      return { message: { type: "contacts", contacts: content.contacts }, text: cardNames(content.contacts) };
    case "reaction": {
      const { messageId, emoji } = content;
      // A reaction that was taken away comes without an emoji (Cloud API, webhooks, reaction).
      const reaction = { message_id: messageId, ...(emoji !== "" && { emoji }) };
      return { message: { type: "reaction", reaction }, text: emoji || "[reaction taken away]" };
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

function mediaOf(content: Extract<Content, { type: "media" }>, { files, linkOf, number }: WritingOptions): Writing {
  const { kind, mediaId, mimeType, caption, fileName: filename } = content;
  const known = mediaId === undefined ? undefined : files.get(mediaId);
  const file = mediaId === undefined ? takeFile(content, { files, number }) : known;
  const media = withoutUndefined({
    caption,
    filename,
    mime_type: mimeType ?? file?.mimeType ?? sampleFile(kind).mimeType,
    sha256: file?.sha256 || undefined,
    id: mediaId ?? file?.id,
    url: content.url ?? (file && linkOf(file)),
  });
  return { message: { type: kind, [kind]: media }, text: caption || filename || `[${kind}]` };
}

function takeFile(
  { kind, mimeType }: Extract<Content, { type: "media" }>,
  { files, number }: Pick<WritingOptions, "files" | "number">,
): StoredFile {
  const sample = sampleFile(kind);
  const part = { mimeType: mimeType ?? sample.mimeType, bytes: sample.bytes };
  return files.add({ ...part, phoneNumberId: number.phoneNumberId, from: "person" });
}

function referralWireForm({ sourceType, sourceId, sourceUrl, headline, body, clickId }: Referral): JsonObject {
  const source = { source_type: sourceType, source_id: sourceId, source_url: sourceUrl };
  return { ...source, headline, body, ctwa_clid: clickId };
}

const namedCard = z.object({ name: z.object({ formatted_name: z.string() }) });

function cardNames(cards: readonly JsonObject[]): string {
  return cards.map((card) => namedCard.safeParse(card).data?.name.formatted_name ?? "[contact]").join(", ");
}

const rawTextSchema = z.object({ text: z.object({ body: z.string() }) });

/** The words of a raw text; of anything else its type. */
function textOfRaw(message: JsonObject): string {
  const read = rawTextSchema.safeParse(message).data?.text.body;
  return read ?? `[${typeof message["type"] === "string" ? message["type"] : "message"}]`;
}

function withoutUndefined(fields: Readonly<Record<string, string | number | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
