import type { Conversation, ConversationContext } from "./conversation.ts";

/** The node that sent a message, by the provider's id of it: its latest, or one of the few before; undefined when none did. */
export function senderOf({ sends }: Pick<ConversationContext, "sends">, messageId: string): string | undefined {
  const sender = Object.entries(sends).find(
    ([, { messageId: latest, formerIds = [] }]) => latest === messageId || formerIds.includes(messageId),
  );
  return sender?.[0];
}

/** Whether a conversation sent the message that has this id of the provider's, so that an answer to it is the conversation's own. */
export function sentMessage({ context }: Conversation, messageId: string): boolean {
  return senderOf(context, messageId) !== undefined;
}
