import { type Json, type MediaKind, mediaKinds, needsOf, type Template } from "@parley/messaging";
import { listAt, partAt, textAt } from "../nodes/in-words.ts";
import {
  type BubbleButton,
  type BubbleCard,
  type BubbleMedia,
  bubbleMessage,
  type BubbleModel,
  type BubblePlace,
  type BubbleTop,
} from "./bubble-model.ts";
import { bubbleOfTemplate } from "./bubble-of-template.ts";
import { firstLink } from "./links.ts";

/**
 * A message as it is drawn, as WhatsApp will show it; texts keep their expressions. It may be unfinished or wrong: what cannot be read is left out. A
 * template message shows the words of its template, if that is given.
 */
export function bubbleOfConfig(config: Json, template?: Template): BubbleModel {
  const body = textAt(config, "body");
  const footer = textAt(config, "footer");
  switch (textAt(config, "type")) {
    case "text":
      return bubbleMessage({ body, link: partAt(config, "previewUrl") === true ? firstLink(body) : undefined });
    case "media":
      return bubbleMessage({ top: mediaOf(config), body: textAt(config, "caption") });
    case "location":
      return bubbleMessage({ top: placeOf(config) });
    case "contacts":
      return bubbleMessage({ top: { type: "cards", cards: listAt(config, "contacts").map(cardOf) } });
    case "list":
      return bubbleMessage({ top: textTop(textAt(config, "header")), body, footer, list: listOf(config) });
    case "reply-buttons":
      return bubbleMessage({ top: headerOf(config), body, footer, buttons: repliesOf(config) });
    case "cta-url": {
      const title = textAt(config, "displayText");
      return bubbleMessage({
        top: headerOf(config),
        body,
        footer,
        buttons: [{ type: "url", title, value: textAt(config, "url") }],
      });
    }
    case "location-request":
      return bubbleMessage({ body, buttons: [{ type: "location", title: "", value: "" }] });
    case "template":
      return templateOf(config, template);
    case "reaction":
      return { type: "reaction", emoji: textAt(config, "emoji"), messageId: textAt(config, "messageId") };
    case "read-mark":
      return { type: "read-mark", showsTyping: partAt(config, "showsTyping") === true };
    default:
      return { type: "unknown", name: textAt(config, "type") };
  }
}

function textTop(text: string): BubbleTop {
  return text === "" ? { type: "none" } : { type: "text", text };
}

function mediaOf(media: Json): BubbleMedia {
  return {
    type: "media",
    kind: kindOf(textAt(media, "kind")),
    from: textAt(media, "source", "url") || textAt(media, "source", "mediaId"),
    fileName: textAt(media, "fileName"),
  };
}

function kindOf(kind: string): MediaKind {
  return mediaKinds.find((one) => one === kind) ?? "image";
}

function placeOf(place: Json): BubblePlace {
  const [latitude = "", longitude = "", name = "", address = ""] = placeFields.map((field) => textAt(place, field));
  return { type: "place", latitude, longitude, name, address };
}

const placeFields = ["latitude", "longitude", "name", "address"];

function cardOf(card: Json): BubbleCard {
  const parts = ["prefix", "firstName", "middleName", "lastName", "suffix"].map((part) => textAt(card, "name", part));
  const name = textAt(card, "name", "formattedName") || parts.filter((part) => part !== "").join(" ");
  const work = ["title", "department", "company"].map((part) => textAt(card, "organization", part));
  return {
    name,
    lines: [
      work.filter((part) => part !== "").join(", "),
      ...listAt(card, "phones").map((phone) => textAt(phone, "phone")),
      ...listAt(card, "emails").map((email) => textAt(email, "email")),
      ...listAt(card, "urls").map((url) => textAt(url, "url")),
    ].filter((line) => line !== ""),
  };
}

function headerOf(config: Json): BubbleTop {
  switch (textAt(config, "header", "type")) {
    case "text":
      return textTop(textAt(config, "header", "text"));
    case "media":
      return mediaOf(partAt(config, "header", "media"));
    case "location":
      return placeOf(partAt(config, "header", "place"));
    default:
      return { type: "none" };
  }
}

function listOf(config: Json) {
  return {
    button: textAt(config, "button"),
    sections: listAt(config, "sections").map((section) => ({
      title: textAt(section, "title"),
      rows: listAt(section, "rows").map((row) => ({
        id: textAt(row, "id"),
        title: textAt(row, "title"),
        description: textAt(row, "description"),
      })),
    })),
  };
}

function repliesOf(config: Json): readonly BubbleButton[] {
  return listAt(config, "buttons").map((button) => ({
    type: "reply",
    title: textAt(button, "title"),
    value: textAt(button, "id"),
  }));
}

function templateOf(config: Json, template: Template | undefined): BubbleModel {
  const [name, language] = [textAt(config, "name"), textAt(config, "language")];
  if (template === undefined || template.name !== name || template.language !== language) {
    return bubbleMessage({ top: { type: "template", name, language } });
  }
  const given = listAt(config, "body");
  return bubbleOfTemplate(template, {
    headerText: shownOf(partAt(config, "header", "parameter")),
    body: needsOf(template).body.map((need, index) => {
      const named = given.find((parameter) => textAt(parameter, "name") === need);
      return shownOf((template.parameterFormat === "named" ? named : given[index]) ?? null);
    }),
    top: headerOf(config),
    values: new Map(
      listAt(config, "buttons").map((button) => [
        Number(textAt(button, "index")),
        textAt(button, "payload") || textAt(button, "suffix") || textAt(button, "code"),
      ]),
    ),
  });
}

/** What a person reads in the place of a parameter. */
function shownOf(parameter: Json): string {
  return textAt(parameter, "type") === "text" ? textAt(parameter, "text") : textAt(parameter, "fallback");
}
