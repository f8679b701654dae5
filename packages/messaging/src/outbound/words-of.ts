import { assertNever } from "../invariant.ts";
import type { OutboundMessage } from "./index.ts";

/** A message in one line, as lists, logs and previews name it: its words, else what it is. */
export function wordsOf(message: OutboundMessage): string {
  switch (message.type) {
    case "text":
    case "list":
    case "reply-buttons":
    case "cta-url":
    case "location-request":
      return message.body;
    case "media":
      return message.caption || message.fileName || `[${message.kind}]`;
    case "location":
      return message.name || `${message.latitude}, ${message.longitude}`;
    case "contacts":
      return message.contacts.map(({ name }) => name.formattedName).join(", ");
    case "template":
      return `[template ${message.name}]`;
    case "reaction":
      return message.emoji || "[reaction taken away]";
    case "read-mark":
      return message.showsTyping ? "[read, typing]" : "[read]";
    default:
      return assertNever(message);
  }
}
