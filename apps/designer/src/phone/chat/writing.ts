import type { PhoneContent } from "@parley/api";
import type { BubbleButton, BubbleRow } from "../../whatsapp/bubble-model.ts";

/** What a person does on the phone: types a text, or does something else, such as pressing a button. */
export type Writing = {
  readonly text?: string;
  readonly content?: PhoneContent;
  /** The message it answers, by its id. */
  readonly contextId?: string;
};

/** What pressing a button of a message gives the business; undefined for buttons that tell it nothing, such as links. */
export function pressOf(button: BubbleButton, messageId: string): Writing | undefined {
  const { type, title, value } = button;
  if (type === "reply") return { content: { type: "button-reply", id: value, title }, contextId: messageId };
  if (type !== "quick-reply") return undefined;
  return { content: { type: "postback", payload: value, text: title }, contextId: messageId };
}

/** What choosing a row of a list gives the business. */
export function choiceOf({ id, title, description }: BubbleRow, messageId: string): Writing {
  const content = { type: "list-reply", id, title, ...(description === "" ? {} : { description }) } as const;
  return { content, contextId: messageId };
}
