import type { JsonObject, ReactionMessage } from "@parley/messaging";

/** A reaction on the wire (Cloud API, Reaction messages). */
export function reactionWireForm({ messageId, emoji }: ReactionMessage): JsonObject {
  return { type: "reaction", reaction: { message_id: messageId, emoji } };
}
