import type { OutboundMessage } from "@parley/messaging";
import { z } from "zod";
import type { TemplateField } from "../fields.ts";
import { text, textMessageConfigSchema } from "./text.ts";

/** A message as drawn, with expressions. */
export const messageConfigSchema = z.discriminatedUnion("type", [textMessageConfigSchema]);

/** A message as drawn, with expressions. */
export type MessageConfig = z.infer<typeof messageConfigSchema>;

const definitions = { text } as const satisfies Record<MessageConfig["type"], unknown>;

/** What a new send node's message begins with: a text still to be written. */
export const newMessageConfig: MessageConfig = { type: "text", body: "", previewUrl: false };

/** The fields of a message that may hold expressions. */
export function messageTemplates(config: MessageConfig): readonly TemplateField[] {
  return definitions[config.type].templates(config);
}

/** The message of values that a drawn message becomes; it is not yet checked against the channel's limits. */
export function resolveMessage(config: MessageConfig, resolve: (source: string) => string): OutboundMessage {
  return definitions[config.type].resolve(config, resolve);
}
