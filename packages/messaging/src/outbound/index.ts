import { z } from "zod";
import { type ContactsMessage, contactsMessageSchema } from "./contacts.ts";
import { type CtaUrlMessage, ctaUrlMessageSchema } from "./cta-url.ts";
import { type ListMessage, listMessageSchema } from "./list.ts";
import { type LocationMessage, locationMessageSchema } from "./location.ts";
import { type LocationRequestMessage, locationRequestMessageSchema } from "./location-request.ts";
import { type MediaMessage, mediaMessageSchema } from "./media.ts";
import { type ReactionMessage, reactionMessageSchema } from "./reaction.ts";
import { type ReadMark, readMarkSchema } from "./read-mark.ts";
import { type ReplyButtonsMessage, replyButtonsMessageSchema } from "./reply-buttons.ts";
import { type TemplateMessage, templateMessageSchema } from "./template.ts";
import { type TextMessage, textMessageSchema } from "./text.ts";

/** A message ready to be handed to a gateway: values only, no expressions. A new type is a file beside `text.ts` and its lines here. */
export const outboundMessageSchema = z.discriminatedUnion("type", [
  textMessageSchema,
  mediaMessageSchema,
  locationMessageSchema,
  contactsMessageSchema,
  listMessageSchema,
  replyButtonsMessageSchema,
  templateMessageSchema,
  ctaUrlMessageSchema,
  locationRequestMessageSchema,
  reactionMessageSchema,
  readMarkSchema,
]);

/** A message ready to be handed to a gateway. */
export type OutboundMessage =
  | TextMessage
  | MediaMessage
  | LocationMessage
  | ContactsMessage
  | ListMessage
  | ReplyButtonsMessage
  | TemplateMessage
  | CtaUrlMessage
  | LocationRequestMessage
  | ReactionMessage
  | ReadMark;

const freeForm = {
  text: true,
  media: true,
  location: true,
  contacts: true,
  list: true,
  "reply-buttons": true,
  template: false,
  "cta-url": true,
  "location-request": true,
  reaction: true,
  "read-mark": false,
} as const satisfies Record<OutboundMessage["type"], boolean>;

/** Whether a message may be sent only while the session window is open. */
export function isFreeForm(message: OutboundMessage): boolean {
  return freeForm[message.type];
}

/** Whether the provider gives the message an id and tells what became of it; a mark that a message was read has neither. */
export function hasReceipts({ type }: Pick<OutboundMessage, "type">): boolean {
  return type !== "read-mark";
}
