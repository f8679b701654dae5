import type { HeaderMedia, InteractiveHeader, JsonObject, MediaSource } from "@parley/messaging";

/** A file on the wire: by link, or by the id of an upload (Cloud API, Media messages). */
export function linkOrId(source: MediaSource): JsonObject {
  return source.type === "link" ? { link: source.url } : { id: source.mediaId };
}

/** A file in a header: `{ type: "image", image: { link } }`. */
export function headerMediaWireForm({ kind, source, fileName }: HeaderMedia): JsonObject {
  const file = { ...linkOrId(source), ...(fileName === "" ? {} : { filename: fileName }) };
  return { type: kind, [kind]: file };
}

/** The parts that interactive messages share; what is empty is left out. */
export function interactiveParts(message: {
  readonly header?: InteractiveHeader;
  readonly body: string;
  readonly footer?: string;
}): JsonObject {
  const { header, body, footer = "" } = message;
  return {
    ...(header === undefined || header.type === "none"
      ? {}
      : { header: header.type === "text" ? { type: "text", text: header.text } : headerMediaWireForm(header.media) }),
    body: { text: body },
    ...(footer === "" ? {} : { footer: { text: footer } }),
  };
}

/** An object without its empty texts. */
export function withoutEmpty(fields: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}
