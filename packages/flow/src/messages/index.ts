import type { Json } from "@parley/messaging";
import { z } from "zod";
import type { TemplateField } from "../fields.ts";
import { contacts, contactsMessageConfigSchema } from "./contacts.ts";
import { ctaUrl, ctaUrlMessageConfigSchema } from "./cta-url.ts";
import type { MessageDefinition } from "./definition.ts";
import { list, listMessageConfigSchema } from "./list.ts";
import { location, locationMessageConfigSchema } from "./location.ts";
import { locationRequest, locationRequestMessageConfigSchema } from "./location-request.ts";
import { mapTexts, textFields } from "./map-texts.ts";
import { media, mediaMessageConfigSchema } from "./media.ts";
import { reaction, reactionMessageConfigSchema } from "./reaction.ts";
import { readMark, readMarkConfigSchema } from "./read-mark.ts";
import { replyButtons, replyButtonsMessageConfigSchema } from "./reply-buttons.ts";
import { template, templateMessageConfigSchema } from "./template.ts";
import { text, textMessageConfigSchema } from "./text.ts";

/** A message as drawn, with expressions. */
export const messageConfigSchema = z.discriminatedUnion("type", [
  textMessageConfigSchema,
  mediaMessageConfigSchema,
  locationMessageConfigSchema,
  contactsMessageConfigSchema,
  listMessageConfigSchema,
  replyButtonsMessageConfigSchema,
  templateMessageConfigSchema,
  ctaUrlMessageConfigSchema,
  locationRequestMessageConfigSchema,
  reactionMessageConfigSchema,
  readMarkConfigSchema,
]);

/** A message as drawn, with expressions. */
export type MessageConfig = z.infer<typeof messageConfigSchema>;

type MessageType = MessageConfig["type"];

const definitions = {
  text,
  media,
  location,
  contacts,
  list,
  "reply-buttons": replyButtons,
  template,
  "cta-url": ctaUrl,
  "location-request": locationRequest,
  reaction,
  "read-mark": readMark,
} as const satisfies { [Type in MessageType]: MessageDefinition<Extract<MessageConfig, { type: Type }>> };

/** The types of messages, in the order in which a designer is offered them. */
export const messageTypes = Object.keys(definitions) as readonly MessageType[];

/** What a message of a type begins with: every field, some still to be filled in. */
export function newMessageConfigOf(type: MessageType): MessageConfig {
  return definitions[type].newConfig;
}

/** What a new send node's message begins with: a text still to be written. */
export const newMessageConfig: MessageConfig = text.newConfig;

/** The fields of a message that may hold expressions. */
export function messageTemplates(config: MessageConfig): readonly TemplateField[] {
  return textFields(config);
}

/** The message that a drawn message becomes, of values; it is not yet checked against the channel's rules, which `outboundMessageSchema` is for. */
export function resolveMessage(config: MessageConfig, resolve: (source: string) => string): Json {
  const resolved = mapTexts(config, resolve) as MessageConfig;
  const { toMessage } = definitions[config.type] as MessageDefinition<MessageConfig>;
  return toMessage === undefined ? resolved : toMessage(resolved);
}
