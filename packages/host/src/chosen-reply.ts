import { formatIsoTime, type InboundMessage, type JsonObject } from "@parley/messaging";

/** Whether a button or a row was chosen, which cannot be meant for anyone but who offered it. */
export function isChoice(message: InboundMessage): boolean {
  return chosenReply(message) !== undefined;
}

/** What was chosen of the buttons or rows of a message, as `$(send.response_interactive)` shows it; undefined when nothing was (WhatsApp node page, Output Variables). */
export function chosenReply({ content, sentAt }: InboundMessage): JsonObject | undefined {
  const at = formatIsoTime(sentAt);
  switch (content.type) {
    case "button-reply":
      return { type: "reply", identifier: content.id, title: content.title, at };
    case "list-reply": {
      const { id: identifier, title, description } = content;
      return { type: "list", identifier, title, ...(description === "" ? {} : { description }), at };
    }
    case "postback":
      return { type: "postback", identifier: content.payload, title: content.text, at };
    default:
      return undefined;
  }
}
