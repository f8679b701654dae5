export { type CompiledFlow, type CompiledStart, type CompileOptions, compile } from "./compile.ts";
export type { Conversation, ConversationContext, PendingTimer } from "./conversation.ts";
export type { CancelTimer, Effect, Notify, SendMessage, SetTimer } from "./effect.ts";
export type { Refusal, Signal, TurnEvent } from "./event.ts";
export type { JournalEntry } from "./journal-entry.ts";
export { mergeReceipt, type SendRecord } from "./send-record.ts";
export { providerErrorCode, receiptCode, refusalCodes, type StatusCode } from "./status-code.ts";
export { contactTopic, customEventTopic, topicsOfContact, topicsOfSignal } from "./topic.ts";
export { accepts, isReceiving, newConversation, nodeOf, takeTurn, type Turn } from "./take-turn.ts";
