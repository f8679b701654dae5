import { simulatorLimits } from "./limits.ts";
import type { WorldParts } from "./world-parts.ts";

/** The business says that it has read a person's message. */
export type ReadMark = {
  readonly phoneNumberId: string;
  readonly messageId: string;
  /** Whether a typing indicator comes along, which shows until the next message or for 25 s. */
  readonly isTyping: boolean;
};

/** Marks a person's message and all before it as read; false if the number has no such message (Cloud API, mark messages as read). */
export function markRead({ log, clock }: WorldParts, { phoneNumberId, messageId, isTyping }: ReadMark): boolean {
  const message = log.find(messageId);
  if (message?.entry.direction !== "in" || message.chat.phoneNumberId !== phoneNumberId) return false;
  const { chat } = message;
  for (const earlier of chat.messages.slice(0, chat.messages.indexOf(message) + 1)) {
    if (earlier.entry.direction === "in") log.moveTo(earlier, "read");
  }
  if (isTyping) chat.typingUntil = clock.now() + simulatorLimits.typingMs;
  return true;
}
