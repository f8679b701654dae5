import type { Conversation } from "@parley/engine";
import type { Flow } from "@parley/flow";
import type { App } from "@parley/messaging";
import type {
  AliasRow,
  CommitUnit,
  ConnectionRow,
  ConversationRow,
  JournalRow,
  Loaded,
  LoadRequest,
  ParkedReceiptRow,
  SendRow,
  Store,
  Thread,
  TimerRow,
} from "@parley/store";
import { post, seen, task } from "./sample-records.ts";

// Rows of threads to store: complete and ordinary, but for what a test says.

export function thread(id: string, changes: Partial<Thread> = {}): Thread {
  return {
    id,
    appId: "app-1",
    contact: { waId: "31612345678", name: "Jan" },
    lastInboundAt: 1_000,
    conversationCount: 1,
    live: [{ conversation: conversationState(`${id}-1`), startedAt: 1_000, deferred: [] }],
    ...changes,
  };
}

export function conversationState(id: string): Conversation {
  return {
    id,
    flowId: "order-status",
    flowVersion: 3,
    turn: 2,
    value: { n3: "waiting" },
    status: "active",
    context: {
      conversationId: id,
      appId: "app-1",
      contact: { waId: "31612345678" },
      variables: { orderNumber: "12345" },
      outputs: { n2: { whatsapp: { message: "Where is my order?" } } },
      latest: { whatsapp: "n2" },
      sends: {},
      visits: 2,
      decision: null,
      waitMs: null,
      result: null,
    },
    timers: { "n3.timeout": { generation: 1, firesAt: 2_000 } },
  };
}

export function alias(identity: string, threadId: string): AliasRow {
  return { appId: "app-1", identity, threadId };
}

export function timer(timerId: string, changes: Partial<TimerRow> = {}): TimerRow {
  return { threadId: "thread-1", conversationId: "thread-1-1", timerId, generation: 1, firesAt: 2_000, ...changes };
}

export function send(key: string, changes: Partial<SendRow> = {}): SendRow {
  return {
    key,
    threadId: "thread-1",
    conversationId: "thread-1-1",
    appId: "app-1",
    sequence: 1,
    createdAt: 1_000,
    request: {
      type: "send-message",
      key,
      nodeId: "n4",
      to: { waId: "31612345678" },
      message: { type: "text", body: "It is on its way.", previewUrl: false },
    },
    state: "queued",
    attempts: 0,
    nextAttemptAt: 1_000,
    ambiguousRetries: 0,
    ...changes,
  };
}

export function parkedReceipt(messageId: string, changes: Partial<ParkedReceiptRow> = {}): ParkedReceiptRow {
  return { messageId, receipt: { messageId, status: "delivered", at: 1_500 }, parkedAt: 1_600, ...changes };
}

export function conversation(id: string, changes: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id,
    threadId: "thread-1",
    appId: "app-1",
    flowId: "order-status",
    flowVersion: 3,
    startedAt: 1_000,
    status: "live",
    ...changes,
  };
}

export function journalRow(conversationId: string | undefined, changes: Partial<JournalRow> = {}): JournalRow {
  return {
    threadId: "thread-1",
    conversationId,
    at: 1_000,
    event: { type: "timer-fired", at: 1_000, timerId: "n3.timeout", generation: 1 },
    entries: [{ type: "node-left", nodeId: "n3", outcome: "onTimeout", target: "n4" }],
    effects: [{ type: "cancel-timer", timerId: "n3.timeout" }],
    ...changes,
  };
}

/** Commits a whole unit of thread `id`, with one row of everything. */
export function wholeUnit(id: string, expectedRevision = 0): CommitUnit {
  return {
    thread: { expectedRevision, state: thread(id, { conversationCount: expectedRevision }) },
    inbox: [{ id: `inbox-${id}-${expectedRevision}`, receivedAt: 1_000 }],
    aliases: [alias(`wa:${id}`, id)],
    setTimers: [timer("n3.timeout", { threadId: id, conversationId: `${id}-1`, generation: expectedRevision })],
    cancelTimers: [{ conversationId: `${id}-1`, timerId: "n2.timeout" }],
    sends: [send(`${id}-1-2`, { threadId: id, messageId: `wamid.${id}` })],
    parkReceipts: [parkedReceipt(`early.${id}`)],
    unparkReceipts: ["wamid.known"],
    conversations: [conversation(`${id}-1`, { threadId: id })],
    journal: [journalRow(`${id}-1`, { threadId: id })],
    unrouted: [{ connectionId: "connection-1", phoneNumberId: "106540352242922", payload: {}, receivedAt: 1_000 }],
    topics: [{ threadId: id, conversationId: `${id}-1`, topics: [`topic-${id}`] }],
    tasks: [task(`${id}-1-3`, { threadId: id, createdAt: expectedRevision })],
    posts: [post(`post-${id}`, { threadId: id, attempts: expectedRevision })],
    contacts: [seen(id, { waId: `number-${id}`, name: `Name ${expectedRevision}` })],
  };
}

/** All that can be read of what `wholeUnit` wrote for a thread. */
export async function traceOf(store: Store, id: string): Promise<object> {
  const inboxIds = Array.from({ length: 5 }, (_, revision) => `inbox-${id}-${revision}`);
  return {
    loaded: await load(store, { inboxIds, threadIds: [id], aliases: [{ appId: "app-1", identity: `wa:${id}` }] }),
    bySend: await load(store, { sendKeys: [`${id}-1-2`], messageIds: [`wamid.${id}`, `early.${id}`, "wamid.known"] }),
    timers: (await store.dueTimers({ until: 9e12, limit: 1_000 })).filter(({ threadId }) => threadId === id),
    byTopic: await load(store, { topics: [`topic-${id}`, `later-${id}`] }),
    tasks: (await store.queuedTasks({ after: "", limit: 1_000 })).filter(({ threadId }) => threadId === id),
    posts: (await store.duePosts({ until: 9e12, limit: 1_000 })).filter(({ threadId }) => threadId === id),
    contact: await store.contacts.find(`wa:number-${id}`),
    conversation: await store.getConversation(`${id}-1`),
    journal: await store.readJournal({ conversationId: `${id}-1`, after: 0, limit: 1_000 }),
  };
}

/** Loads what is named, and nothing else. */
export function load(store: Store, request: Partial<LoadRequest>): Promise<Loaded> {
  return store.load({ inboxIds: [], aliases: [], threadIds: [], sendKeys: [], messageIds: [], topics: [], ...request });
}

export function flow(id: string, changes: Partial<Flow> = {}): Flow {
  return {
    format: "parley.flow/1",
    id,
    name: `Flow ${id}`,
    description: "",
    settings: { outcomeDefaults: {}, maxNodeExecutions: 1_000 },
    variables: [],
    nodes: [],
    edges: [],
    notes: [],
    ...changes,
  };
}

export function connection(id: string, sealedCredentials = "sealed"): ConnectionRow {
  return { id, kind: "cloud-api", sealedCredentials };
}

export function app(id: string, changes: Partial<App> = {}): App {
  return {
    id,
    connectionId: "connection-1",
    phoneNumberId: "106540352242922",
    displayPhoneNumber: "+15550783881",
    settings: { messagesPerSecond: 80, ambiguous: "retry" },
    ...changes,
  };
}
