import { type Json, type MediaKind, mediaKinds, needsOf, type Template } from "@parley/messaging";
import { listAt, partAt, textAt } from "../nodes/in-words.ts";
import { type BubbleButton, type BubbleCard, bubbleMessage, type BubbleModel, type BubbleTop } from "./bubble-model.ts";
import { bubbleOfTemplate } from "./bubble-of-template.ts";
import { firstLink } from "./links.ts";

/** Finds a template by its name and language; undefined where it is not known. */
export type FindTemplate = (name: string, language: string) => Template | undefined;

/** What is known of a message beside its form on the wire. */
export type WireNotes = {
  /** What a person reads of it, for what says no more than a name. */
  readonly text: string;
  readonly findTemplate?: FindTemplate | undefined;
};

/**
 * A message in the Cloud API's own form, of the business or of a person, as a phone shows it (Cloud API, Messages reference; messages webhook). It comes
 * from outside: what cannot be read is left out.
 */
export function bubbleOfWire(given: unknown, notes: WireNotes): BubbleModel {
  const { text } = notes;
  // It was read from JSON, so that JSON is all it can be.
  const message = given as Json;
  const type = textAt(message, "type");
  switch (type) {
    case "text": {
      const body = textAt(message, "text", "body");
      const isPreviewed = partAt(message, "text", "preview_url") === true;
      return bubbleMessage({ body, link: isPreviewed ? firstLink(body) : undefined });
    }
    case "location":
      return bubbleMessage({ top: placeOf(partAt(message, "location")) });
    case "contacts":
      return bubbleMessage({ top: { type: "cards", cards: cardsOf(partAt(message, "contacts")) } });
    case "interactive":
      return interactiveOf(partAt(message, "interactive"), text);
    case "template":
      return templateOf(partAt(message, "template"), notes);
    // A quick reply that a person pressed.
    case "button":
      return bubbleMessage({ body: textAt(message, "button", "text") });
    case "reaction":
      return {
        type: "reaction",
        emoji: textAt(message, "reaction", "emoji"),
        messageId: textAt(message, "reaction", "message_id"),
      };
    default: {
      const kind = mediaKinds.find((one) => one === type);
      if (kind === undefined) return text === "" ? { type: "unknown", name: type } : bubbleMessage({ body: text });
      return bubbleMessage({ top: mediaOf(kind, partAt(message, type)), body: textAt(message, type, "caption") });
    }
  }
}

/** The id of the message that one answers; empty where it answers none. The business writes it one way, the webhook another. */
export function quotedBy(message: unknown): string {
  return textAt(message as Json, "context", "message_id") || textAt(message as Json, "context", "id");
}

function mediaOf(kind: MediaKind, file: Json): BubbleTop {
  const from = textAt(file, "link") || textAt(file, "id");
  return { type: "media", kind, from, fileName: textAt(file, "filename") };
}

function placeOf(place: Json): BubbleTop {
  const [latitude = "", longitude = "", name = "", address = ""] = placeFields.map((field) => textAt(place, field));
  return { type: "place", latitude, longitude, name, address };
}

const placeFields = ["latitude", "longitude", "name", "address"];

/** Some clients send cards as a text of JSON, as the Graph API's forms allow. */
function cardsOf(given: Json): readonly BubbleCard[] {
  const cards = typeof given === "string" ? listIn(given) : given;
  return Array.isArray(cards) ? cards.map(cardOf) : [];
}

function listIn(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function cardOf(card: Json): BubbleCard {
  const work = ["title", "department", "company"].map((field) => textAt(card, "org", field));
  return {
    name: textAt(card, "name", "formatted_name"),
    lines: [
      work.filter((one) => one !== "").join(", "),
      ...listAt(card, "phones").map((phone) => textAt(phone, "phone")),
      ...listAt(card, "emails").map((email) => textAt(email, "email")),
      ...listAt(card, "urls").map((url) => textAt(url, "url")),
    ].filter((line) => line !== ""),
  };
}

function interactiveOf(interactive: Json, text: string): BubbleModel {
  const parts = {
    top: headerOf(partAt(interactive, "header")),
    body: textAt(interactive, "body", "text"),
    footer: textAt(interactive, "footer", "text"),
  };
  const action = partAt(interactive, "action");
  switch (textAt(interactive, "type")) {
    case "button":
      return bubbleMessage({ ...parts, buttons: listAt(action, "buttons").map(replyOf) });
    case "list":
      return bubbleMessage({ ...parts, list: listOf(action) });
    case "cta_url": {
      const title = textAt(action, "parameters", "display_text");
      const value = textAt(action, "parameters", "url");
      return bubbleMessage({ ...parts, buttons: [{ type: "url", title, value }] });
    }
    case "location_request_message":
      return bubbleMessage({ ...parts, buttons: [{ type: "location", title: "", value: "" }] });
    case "button_reply":
      return bubbleMessage({ body: textAt(interactive, "button_reply", "title") });
    case "list_reply": {
      const [title = "", description = ""] = ["title", "description"].map((field) =>
        textAt(interactive, "list_reply", field),
      );
      return bubbleMessage({ body: description === "" ? title : `${title}\n${description}` });
    }
    default:
      return bubbleMessage({ ...parts, body: parts.body || text });
  }
}

function headerOf(header: Json): BubbleTop {
  const type = textAt(header, "type");
  if (type === "text") return { type: "text", text: textAt(header, "text") };
  const kind = mediaKinds.find((one) => one === type);
  return kind === undefined ? { type: "none" } : mediaOf(kind, partAt(header, type));
}

function replyOf(button: Json): BubbleButton {
  return { type: "reply", title: textAt(button, "reply", "title"), value: textAt(button, "reply", "id") };
}

function listOf(action: Json) {
  return {
    button: textAt(action, "button"),
    sections: listAt(action, "sections").map((section) => ({
      title: textAt(section, "title"),
      rows: listAt(section, "rows").map((row) => ({
        id: textAt(row, "id"),
        title: textAt(row, "title"),
        description: textAt(row, "description"),
      })),
    })),
  };
}

/** Without its template, a phone knows what the message says but not its buttons' words. */
function templateOf(given: Json, { text, findTemplate }: WireNotes): BubbleModel {
  const name = textAt(given, "name");
  const language = textAt(given, "language", "code");
  const components = listAt(given, "components");
  const template = findTemplate?.(name, language);
  if (template === undefined) return bubbleMessage({ top: { type: "template", name, language }, body: text });
  const parametersOf = (type: string) =>
    listAt(components.find((one) => textAt(one, "type").toLowerCase() === type) ?? null, "parameters");
  const [header = null] = parametersOf("header");
  const body = parametersOf("body");
  return bubbleOfTemplate(template, {
    headerText: shownOf(header),
    body: needsOf(template).body.map((need, index) => {
      const named = body.find((parameter) => textAt(parameter, "parameter_name") === need);
      return shownOf(named ?? body[index] ?? null);
    }),
    top: textAt(header, "type") === "location" ? placeOf(partAt(header, "location")) : headerOf(header),
    values: new Map(components.flatMap(buttonValue)),
  });
}

function shownOf(parameter: Json): string {
  return (
    textAt(parameter, "text") ||
    textAt(parameter, "currency", "fallback_value") ||
    textAt(parameter, "date_time", "fallback_value")
  );
}

function buttonValue(component: Json): [number, string][] {
  if (textAt(component, "type").toLowerCase() !== "button") return [];
  const [parameter = null] = listAt(component, "parameters");
  const value = textAt(parameter, "payload") || textAt(parameter, "text") || textAt(parameter, "coupon_code");
  return [[Number(textAt(component, "index")), value]];
}
