import type { App, RegisteredTemplate } from "@parley/messaging";
import type {
  AliasRow,
  ConnectionRow,
  ContactRow,
  ConversationRow,
  FlowRow,
  FlowVersionSummary,
  InboundWebhookRow,
  JournalRow,
  LiveFlow,
  ParkedReceiptRow,
  PostRow,
  SendRow,
  TaskRow,
  Thread,
  TimerRow,
  UnroutedRow,
} from "../index.ts";

/** What outlives a memory store, as a file outlives the process that wrote it. Only a memory store looks inside. */
export type MemoryData = {
  /** False from the moment a store opens it until that store is closed. */
  isClosedCleanly: boolean;
  readonly threads: Map<string, { readonly revision: number; readonly thread: Thread }>;
  /** By `keyOf(appId, identity)`. */
  readonly aliases: Map<string, AliasRow>;
  /** When each event was received, by its id. */
  readonly inbox: Map<string, number>;
  /** By `keyOf(conversationId, timerId)`. */
  readonly timers: Map<string, TimerRow>;
  readonly sends: Map<string, SendRow>;
  parkedReceipts: readonly ParkedReceiptRow[];
  readonly conversations: Map<string, ConversationRow>;
  /** The row at index n is number n + 1. */
  readonly journal: JournalRow[];
  readonly unrouted: UnroutedRow[];
  /** What each conversation waits for outside its thread, by its id; only of those that wait. */
  readonly topics: Map<string, { readonly threadId: string; readonly topics: readonly string[] }>;
  /** In the order in which they were first owed. */
  readonly posts: Map<string, PostRow>;
  readonly tasks: Map<string, TaskRow>;
  readonly contacts: Map<string, ContactRow>;
  /** The id of the contact with an identity such as `wa:31612345678`. */
  readonly contactIds: Map<string, string>;
  readonly flows: Map<string, StoredFlow>;
  /** The versions of each flow; the one at index n is version n + 1. */
  readonly flowVersions: Map<string, FlowVersion[]>;
  readonly connections: Map<string, ConnectionRow>;
  readonly apps: Map<string, App>;
  readonly inboundWebhooks: Map<string, InboundWebhookRow>;
  /** By `keyOf(appId, name, language)`. */
  readonly templates: Map<string, RegisteredTemplate>;
};

/** What is kept of a flow; the rest of its row is counted. */
export type StoredFlow = Omit<FlowRow, "liveVersion" | "nodeCount" | "liveConversations">;

type FlowVersion = LiveFlow & FlowVersionSummary;

/** Makes empty data, for a first store to open. */
export function createMemoryData(): MemoryData {
  return {
    isClosedCleanly: true,
    threads: new Map(),
    aliases: new Map(),
    inbox: new Map(),
    timers: new Map(),
    sends: new Map(),
    parkedReceipts: [],
    conversations: new Map(),
    journal: [],
    unrouted: [],
    topics: new Map(),
    posts: new Map(),
    tasks: new Map(),
    contacts: new Map(),
    contactIds: new Map(),
    flows: new Map(),
    flowVersions: new Map(),
    connections: new Map(),
    apps: new Map(),
    inboundWebhooks: new Map(),
    templates: new Map(),
  };
}

/** One key for several names. */
export function keyOf(...names: readonly string[]): string {
  return JSON.stringify(names);
}

/** A copy by way of JSON, which is all that a store keeps. Throws `TypeError` for what JSON cannot say, such as a cycle. */
export function copyOf<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** The order of two strings by their code units. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
