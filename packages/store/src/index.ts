export type { ContactQuery, ContactRow, ContactStore } from "./contact-store.ts";
export type {
  FlowRow,
  FlowStore,
  FlowSummary,
  FlowVersionSummary,
  LiveFlow,
  MakeLive,
  SaveDraft,
} from "./flow-store.ts";
export type {
  AliasRow,
  ConversationRow,
  InboxRow,
  JournalRow,
  ParkedReceiptRow,
  PostRow,
  SeenContact,
  SendRow,
  TaskRow,
  ThreadEvent,
  TimerRow,
  TopicRow,
  UnroutedRow,
} from "./rows.ts";
export type { ConnectionRow, InboundWebhookRow, SettingsStore } from "./settings-store.ts";
export {
  type CommitResult,
  type CommitUnit,
  type ConversationQuery,
  type JournalQuery,
  type Loaded,
  type LoadRequest,
  type Store,
  type StoreCounts,
  StoreError,
} from "./store.ts";
export type { TemplateStore } from "./template-store.ts";
export type { LiveConversation, ReceivedMessage, Thread } from "./thread.ts";
