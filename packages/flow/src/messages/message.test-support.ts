import { outboundMessageSchema } from "@parley/messaging";
import { type MessageConfig, messageConfigSchema, messageTemplates, resolveMessage } from "./index.ts";
import { messageProblems } from "./message-problems.ts";

/** A message as the schema fills it in. */
export function drawMessage(drawn: object): MessageConfig {
  return messageConfigSchema.parse(drawn);
}

/** What the channel would refuse in a drawn message, each as `field sentence`. */
export function problemsOf(drawn: object): string[] {
  return messageProblems(drawMessage(drawn)).map(({ field, message }) => `${field} ${message}`);
}

/** The fields of a drawn message that may hold expressions. */
export function fieldsOf(drawn: object): string[] {
  return messageTemplates(drawMessage(drawn)).map(({ field }) => field);
}

/** The message that a drawn one becomes; `$(x)` stands for `<x>`. Throws when the channel would refuse it. */
export function messageOf(drawn: object): unknown {
  return outboundMessageSchema.parse(
    resolveMessage(drawMessage(drawn), (source) => source.replaceAll(/\$\((\w+)\)/g, "<$1>")),
  );
}
