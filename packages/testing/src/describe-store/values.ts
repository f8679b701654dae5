import { expect } from "vitest";
import * as fc from "fast-check";
import type { Json, JsonObject } from "@parley/messaging";
import type { Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import {
  alias,
  conversation,
  conversationState,
  flow,
  journalRow,
  load,
  parkedReceipt,
  send,
  thread,
  timer,
} from "./sample-rows.ts";

const strangeTexts = [
  "Ünïcödé, \u{1F469}\u200D\u{1F4BB} and \u{1F1F3}\u{1F1F1}",
  "half a pair: \uD83D",
  "the other half: \uDC69",
  "nothing: \u0000, line: \u2028",
  "'; DROP TABLE thread; --",
  'quote " and \\u0041 backslash',
  "",
];

/** What goes in comes out: every string and every JSON value, and copies at that. */
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

  testStore("shares nothing with those who write", async (store) => {
    const state = thread("a");
    const row = conversation("a-1");
    const draft = flow("a");
    const calls = [
      store.commit([{ thread: { expectedRevision: 0, state }, conversations: [row] }]),
      store.flows.saveDraft({ draft, expectedRevision: 0, at: 1 }),
    ];
    for (const value of [state.contact, row, draft]) Object.assign(value, { name: "changed", flowId: "changed" });
    await Promise.all(calls);
    expect((await load(store, { threadIds: ["a"] })).threads[0]?.thread).toEqual(thread("a"));
    expect(await store.getConversation("a-1")).toEqual(conversation("a-1"));
    expect((await store.flows.get("a"))?.draft).toEqual(flow("a"));
  });

  testStore("shares nothing with those who read", async (store) => {
    const unit = { thread: { expectedRevision: 0, state: thread("a") }, sends: [send("s", { threadId: "a" })] };
    await store.commit([{ ...unit, setTimers: [timer("t")], journal: [journalRow("a")] }]);
    await store.flows.makeLive({ flow: flow("a"), comment: "", appIds: ["app-1"], at: 1 });
    const read = async () => [
      (await load(store, { sendKeys: ["s"] })).threads[0]?.thread.contact,
      (await load(store, { sendKeys: ["s"] })).sends[0]?.request,
      (await store.dueTimers({ until: 9_000, limit: 1 }))[0],
      (await store.queuedSends({ after: 0, limit: 1 }))[0],
      (await store.readJournal({ conversationId: "a", after: 0, limit: 1 }))[0]?.event,
      (await store.flows.listLive())[0]?.flow.settings,
      await store.flows.getVersion("a", 1),
    ];
    const before = await read();
    const same = structuredClone(before);
    for (const value of before) Object.assign(value ?? expect.fail("nothing was read"), { type: "changed", extra: 1 });
    expect(await read()).toEqual(same);
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
    },
  ]);
  const loaded = await load(store, { inboxIds: [text], aliases: rows.aliases, messageIds: [text] });
  const timers = await store.dueTimers({ until: 9_000, limit: 1_000 });
  const lines = await store.readJournal({ conversationId: text, after: 0, limit: 1_000 });
  const listed = await store.listConversations({ flowId: text, limit: 1 });
  await store.commit([{ cancelTimers: rows.timers }]);
  const read = {
    thread: loaded.threads[0]?.thread,
    aliases: loaded.aliases,
    sends: loaded.sends,
    parkedReceipts: loaded.parkedReceipts,
    timers,
    conversation: listed[0],
  };
  expect(loaded.seenInboxIds).toEqual([text]);
  expect(lines.length).toBeGreaterThan(0);
  expect(await store.nextTimerAt()).toBeUndefined();
  // As text, since a comparison of objects passes over keys such as `__proto__`.
  return JSON.stringify(sorted(read)) === JSON.stringify(sorted(rows)) ? "unchanged" : read;
}

function sorted(value: object): object {
  return Object.entries(value).map(([name, rows]) => [name, Array.isArray(rows) ? rows.map(bySortedKeys) : rows]);
}

function bySortedKeys(row: object): [string, unknown][] {
  return Object.entries(row).toSorted(([left], [right]) => (left < right ? -1 : 1));
}
