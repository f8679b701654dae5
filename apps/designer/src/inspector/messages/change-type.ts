import { type MessageConfig, newMessageConfigOf } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import { isObject } from "../../document/read-json.ts";
import { listAt, partAt, textAt } from "../../nodes/in-words.ts";

/** A type of message. */
export type MessageType = MessageConfig["type"];

/**
 * A drawn message as one of another type, with all that both have: the words, the header, the footer, what can be chosen, the file and the message that
 * is meant. Nothing is cut: what is too long there is said to be. Itself where it has the type already.
 */
export function changeType(config: Json, type: MessageType): JsonObject {
  if (textAt(config, "type") === type && isObject(config)) return config;
  const fresh = newMessageConfigOf(type) as unknown as JsonObject;
  // What goes into a template is known when it is chosen.
  if (type === "template") return fresh;
  const kept = {
    ...wordsOf(config),
    ...choicesOf(config),
    ...fileOf(config),
    ...headerOf(config, type),
    ...idOf(config),
  };
  return { ...fresh, ...Object.fromEntries(Object.entries(kept).filter(([name]) => Object.hasOwn(fresh, name))) };
}

/** The texts, by each name that a type may have for them. */
function wordsOf(config: Json): JsonObject {
  const words = textAt(config, "body") || textAt(config, "caption");
  const button = textAt(config, "button") || textAt(config, "displayText");
  return {
    ...(words === "" || isTemplate(config) ? {} : { body: words, caption: words }),
    ...(button === "" ? {} : { button, displayText: button }),
    ...textField("footer", textAt(config, "footer")),
  };
}

/** Of a template the body is no text but the values in it. */
function isTemplate(config: Json): boolean {
  return textAt(config, "type") === "template";
}

/** Buttons are the rows of a list, and the other way round. */
function choicesOf(config: Json): JsonObject {
  if (isTemplate(config)) return {};
  const buttons = listAt(config, "buttons").map(choiceOf);
  const rows = listAt(config, "sections").flatMap((section) => listAt(section, "rows"));
  if (buttons.length > 0)
    return { sections: [{ title: "", rows: buttons.map((choice) => ({ ...choice, description: "" })) }] };
  return rows.length === 0 ? {} : { buttons: rows.slice(0, mostButtons).map(choiceOf) };
}

/** A draft holds no more of them. */
const mostButtons = 10;

function choiceOf(item: Json): JsonObject {
  return { id: textAt(item, "id"), title: textAt(item, "title") };
}

/** The file of a media message, and its header's. */
function fileOf(config: Json): JsonObject {
  const media = textAt(config, "type") === "media" ? config : partAt(config, "header", "media");
  const source = partAt(media, "source");
  const kind = textAt(media, "kind");
  if (!isObject(source) || kind === "" || isNothing(source)) return {};
  return { kind, source, fileName: textAt(media, "fileName"), mimeType: textAt(media, "mimeType") };
}

function isNothing(source: JsonObject): boolean {
  return textAt(source, "url") === "" && textAt(source, "mediaId") === "";
}

const headerKinds: ReadonlySet<string> = new Set(["image", "video", "document"]);

/** The header in the form that the type has for it: a text for lists, one of several kinds for others. */
function headerOf(config: Json, type: MessageType): JsonObject {
  const header = partAt(config, "header");
  const text = typeof header === "string" ? header : textAt(header, "text");
  if (type === "list") return textField("header", text);
  if (type !== "reply-buttons" && type !== "cta-url") return {};
  const { kind = "", source, fileName = "" } = fileOf(config);
  if (source !== undefined && typeof kind === "string" && headerKinds.has(kind))
    return { header: { type: "media", media: { kind, source, fileName } } };
  return text === "" ? {} : { header: { type: "text", text } };
}

/** The message that a reaction or a read mark is about. */
function idOf(config: Json): JsonObject {
  return textField("messageId", textAt(config, "messageId"));
}

function textField(name: string, text: string): JsonObject {
  return text === "" ? {} : { [name]: text };
}
