import { expect } from "vitest";
import * as fc from "fast-check";
import type { Json, JsonObject } from "@parley/messaging";
import type { Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import {
  alias,
  conversation,
  conversationState,
  journalRow,
  load,
  parkedReceipt,
  send,
  thread,
  timer,
} from "./sample-rows.ts";
import { contact, post, task, taskDone, template } from "./sample-records.ts";

const strangeTexts = [
  "Ünïcödé, \u{1F469}\u200D\u{1F4BB} and \u{1F1F3}\u{1F1F1}",
  "half a pair: \uD83D",
  "the other half: \uDC69",
  "nothing: \u0000, line: \u2028",
  "'; DROP TABLE thread; --",
  'quote " and \\u0041 backslash',
  "",
];

/** What goes in comes out: every string and every JSON value. */
export function describeValues(testStore: TestStore): void {
  testStore("keeps any text in any place unchanged", async (store) => {
    for (const text of strangeTexts) expect(await throughStore(store, text, { [text]: text })).toBe("unchanged");
  });

  testStore("keeps keys that have a meaning in JavaScript", async (store) => {
    const variables = JSON.parse('{"__proto__":{"a":1},"constructor":"c","toString":null,"1":[]}') as JsonObject;
    expect(await throughStore(store, "__proto__", variables)).toBe("unchanged");
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  testStore("keeps every name and every JSON value (a property)", async (store) => {
    const name = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
    const property = fc.asyncProperty(name, fc.jsonValue(), async (units, value) => {
      const text = String.fromCharCode(...units);
      expect(await throughStore(store, text, { value: value as Json })).toBe("unchanged");
    });
    await fc.assert(property, { numRuns: 50 });
  });
}

/** Writes a text as every name there is and variables as content, and reads them back by that name. */
async function throughStore(store: Store, text: string, variables: JsonObject): Promise<"unchanged" | object> {
  const known = (await load(store, { threadIds: [text] })).threads[0]?.revision ?? 0;
  const { context, ...state } = conversationState(text);
  const live = [{ conversation: { ...state, context: { ...context, variables } }, startedAt: 1, deferred: [] }];
  const rows = {
    thread: thread(text, { live }),
    aliases: [{ ...alias(text, text), appId: text }],
    sends: [send(text, { messageId: text })],
    parkedReceipts: [parkedReceipt(text)],
    timers: [timer(text, { threadId: text, conversationId: text })],
    conversation: conversation(text, { flowId: text, final: { ...state, context: { ...context, variables } } }),
    topics: [{ topic: text, threadId: text, conversationId: text }],
    tasks: [task(`task ${text}`, { threadId: text, conversationId: text, appId: text })],
    posts: [post(text, { threadId: text, url: text, body: variables })],
  };
  await store.commit([
    { inbox: [{ id: text, receivedAt: 1 }] },
    {
      thread: { expectedRevision: known, state: rows.thread },
      aliases: rows.aliases,
      sends: rows.sends,
      unparkReceipts: [text],
      parkReceipts: rows.parkedReceipts,
      setTimers: rows.timers,
      conversations: [rows.conversation],
      journal: [journalRow(text)],
      topics: [{ threadId: text, conversationId: text, topics: [text] }],
      tasks: rows.tasks,
      posts: rows.posts,
    },
  ]);
  const loaded = await load(store, { inboxIds: [text], aliases: rows.aliases, messageIds: [text], topics: [text] });
  const tasks = await store.queuedTasks({ after: "", limit: 1_000 });
  const posts = await store.duePosts({ until: 9_000, limit: 1_000 });
  const timers = await store.dueTimers({ until: 9_000, limit: 1_000 });
  const lines = await store.readJournal({ conversationId: text, after: 0, limit: 1_000 });
  const listed = await store.listConversations({ flowId: text, limit: 1 });
  await store.commit([
    { cancelTimers: rows.timers, tasks: [taskDone(`task ${text}`)], posts: [post(text, { state: "done" })] },
  ]);
  const read = {
    thread: loaded.threads[0]?.thread,
    aliases: loaded.aliases,
    sends: loaded.sends,
    parkedReceipts: loaded.parkedReceipts,
    timers,
    conversation: listed[0],
    topics: loaded.topics,
    tasks,
    posts,
  };
  expect(loaded.seenInboxIds).toEqual([text]);
  expect(lines.length).toBeGreaterThan(0);
  expect(await store.nextTimerAt()).toBeUndefined();
  await recordsThroughStore(store, text, variables);
  // As text, since a comparison of objects passes over keys such as `__proto__`.
  return JSON.stringify(sorted(read)) === JSON.stringify(sorted(rows)) ? "unchanged" : read;
}

async function recordsThroughStore(store: Store, text: string, fields: JsonObject): Promise<void> {
  const known = contact(text, { waId: text, bsuid: text, customerId: text, name: text, username: text, fields });
  expect(await store.contacts.save(known)).toBe("saved");
  for (const identity of ["wa:", "bs:", "cu:"]) {
    const found = (await store.contacts.find(`${identity}${text}`)) ?? expect.fail("the contact was not found");
    expect(JSON.stringify(bySortedKeys(found))).toBe(JSON.stringify(bySortedKeys(known)));
  }
  const found = await store.contacts.search({ text, limit: 1_000 });
  expect(found.map(({ id }) => id)).toContain(text);
  expect(await store.contacts.threadsOf([text])).toEqual([text]);
  const row = template(text, text, { appId: text });
  await store.templates.save([row]);
  expect([await store.templates.get(text, text, text), await store.templates.list(text)]).toEqual([row, [row]]);
}

function sorted(value: object): object {
  return Object.entries(value).map(([name, rows]) => [name, Array.isArray(rows) ? rows.map(bySortedKeys) : rows]);
}

function bySortedKeys(row: object): [string, unknown][] {
  return Object.entries(row).toSorted(([left], [right]) => (left < right ? -1 : 1));
}
