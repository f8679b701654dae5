import { messageTypes } from "@parley/flow";
import type { Json } from "@parley/messaging";
import type { LucideIcon } from "lucide-react";
import type { Texts } from "../texts/en/index.ts";
import { listAt, partAt, textAt } from "./in-words.ts";
import { mediaIcons, messageIcons } from "./message-icons.ts";

/** A message as a card has room for it. */
export type CardMessage = {
  /** What kind of message it is; a text needs none. */
  readonly icon: LucideIcon | undefined;
  /** Its words, with WhatsApp's marks; empty where there are none yet. */
  readonly text: string;
  /** Its buttons, or what else stands below the words. */
  readonly pills: readonly string[];
};

/** A drawn message as its card shows it. Never throws: it may be unfinished or wrong. */
export function cardMessageOf(message: Json, texts: Texts): CardMessage {
  const type = messageTypes.find((one) => one === textAt(message, "type"));
  const body = textAt(message, "body");
  const icon = type === undefined || type === "text" ? undefined : messageIcons[type];
  const say = (text: string, pills: readonly string[] = []): CardMessage => ({
    icon,
    text,
    pills: pills.filter(Boolean),
  });
  const { whatsapp, nodes } = texts;
  switch (type) {
    case "media":
      return { ...say(mediaWords(message, texts)), icon: mediaIcons[textAt(message, "kind")] ?? icon };
    case "location":
      return say(placeWords(message, texts), [textAt(message, "address")]);
    case "contacts":
      return say(
        listAt(message, "contacts")
          .map((card) => textAt(card, "name", "formattedName") || textAt(card, "name", "firstName"))
          .filter(Boolean)
          .join(", ") || whatsapp.noName,
      );
    case "list": {
      const rows = listAt(message, "sections").flatMap((section) => listAt(section, "rows")).length;
      return say(body, [textAt(message, "button"), nodes.rows(rows)]);
    }
    case "reply-buttons":
      return say(
        body,
        listAt(message, "buttons").map((button) => textAt(button, "title")),
      );
    case "template":
      return say(textAt(message, "name") || nodes.noTemplate, [
        textAt(message, "name") === "" ? "" : textAt(message, "language"),
      ]);
    case "cta-url":
      return say(body, [textAt(message, "displayText")]);
    case "location-request":
      return say(body, [whatsapp.sendLocation]);
    case "reaction":
      return say(textAt(message, "emoji") || nodes.reactionTakenAway);
    case "read-mark":
      return say(partAt(message, "showsTyping") === true ? nodes.marksReadAndTypes : nodes.marksRead);
    default:
      return say(body);
  }
}

function mediaWords(message: Json, { whatsapp }: Texts): string {
  const link = textAt(message, "source", "url");
  const named = textAt(message, "caption") || textAt(message, "fileName");
  if (named !== "") return named;
  const kind = whatsapp.kinds[textAt(message, "kind") as keyof typeof whatsapp.kinds] ?? whatsapp.kinds.image;
  if (link === "") return textAt(message, "source", "mediaId") === "" ? whatsapp.noFile : kind;
  return link.includes("$(") ? link : (URL.parse(link)?.pathname.split("/").at(-1) ?? "") || kind;
}

function placeWords(message: Json, { whatsapp }: Texts): string {
  const [latitude, longitude] = [textAt(message, "latitude"), textAt(message, "longitude")];
  if (textAt(message, "name") !== "") return textAt(message, "name");
  return latitude === "" && longitude === "" ? whatsapp.noPlace : whatsapp.place(latitude, longitude);
}
