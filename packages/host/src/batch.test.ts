import { describe, expect, test } from "vitest";
import { compile, newConversation, type Signal, takeTurn } from "@parley/engine";
import type { Loaded, SendRow, Thread } from "@parley/store";
import { takeBatch } from "./batch.ts";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import type { BatchEvent } from "./host-event.ts";
import { silentLog } from "./host-log.ts";
import { furtherRequestFor, loadRequestFor } from "./load-request.ts";
import { sendRow } from "./send-row.test-support.ts";

const contact = { waId: "31612345678" };
const speaker = compile(flowOf("speaker", [say("Hello", { waitFor: "delivery" }), hear()]), 1);
const text = (id: string): BatchEvent => ({
  type: "message",
  appId: "main",
  contact,
  message: { id, sentAt: 5, content: { type: "text", text: "x" }, payload: {} },
});
const receipt = (messageId: string, sendKey?: string): BatchEvent => ({
  type: "receipt",
  appId: "main",
  receipt: { messageId, sendKey, status: "delivered", at: 5 },
});

/** A thread with a conversation that has just sent its first message, as it is loaded. */
function submitting(rest: Partial<SendRow> = {}): { loaded: Loaded; key: string } {
  const begun = newConversation(speaker, { id: "t-1", appId: "main", contact });
  const message = { id: "m0", sentAt: 1, content: { type: "text", text: "x" }, payload: {} } as const;
  const { conversation, effects } = takeTurn(speaker, begun, { type: "conversation-started", at: 1, contact, message });
  const request = effects.find((effect) => effect.type === "send-message");
  const row = sendRow({ key: request?.key ?? "", ...(request === undefined ? {} : { request }), ...rest });
  const live = [{ conversation, startedAt: 1, deferred: [] }];
  const thread: Thread = { id: "t", appId: "main", contact, lastInboundAt: 5, conversationCount: 1, live };
  const aliases = [{ appId: "main", identity: "wa:31612345678", threadId: "t" }];
  const threads = [{ revision: 4, thread }];
  return { loaded: { seenInboxIds: [], aliases, sends: [row], parkedReceipts: [], topics: [], threads }, key: row.key };
}

const nothing: Loaded = { seenInboxIds: [], aliases: [], sends: [], parkedReceipts: [], topics: [], threads: [] };

function take(events: readonly BatchEvent[], loaded: Loaded) {
  let sequence = 100;
  const { units, touches } = takeBatch(events, loaded, {
    flows: { startingOn: () => [{ compiled: speaker, appIds: null }], get: () => speaker },
    now: 10,
    nextSequence: () => (sequence += 1),
    newThreadId: () => "new",
    appOf: () => undefined,
  });
  return { units, unitsOfEvent: touches.map((ofEvent) => ofEvent.map(({ unit }) => unit)) };
}

describe("a batch", () => {
  test("makes one unit of the events of a thread, at the revision that was read", () => {
    const { loaded, key } = submitting();
    const accepted: BatchEvent = { type: "attempt", key, attempt: { type: "accepted", messageId: "w1" } };
    const { units, unitsOfEvent } = take([text("m1"), accepted, receipt("w1")], loaded);
    expect(unitsOfEvent).toEqual([[0], [0], [0]]);
    expect(units).toHaveLength(1);
    expect(units[0]?.unit.thread?.expectedRevision).toBe(4);
    expect(units[0]?.unit.sends).toMatchObject([{ key, state: "accepted", messageId: "w1", status: "delivered" }]);
  });

  test("parks a receipt before the thread that takes it in the same batch", () => {
    const { loaded, key } = submitting();
    const accepted: BatchEvent = { type: "attempt", key, attempt: { type: "accepted", messageId: "w1" } };
    const { units, unitsOfEvent } = take([text("m1"), receipt("w1"), accepted], loaded);
    expect(unitsOfEvent).toEqual([[1], [0], [1]]);
    expect(units.map(({ unit }) => [unit.parkReceipts?.length ?? 0, unit.unparkReceipts ?? []])).toEqual([
      [1, []],
      [0, ["w1"]],
    ]);
  });

  test("makes an event that changes nothing because of an earlier one share its fate", () => {
    const { loaded, key } = submitting();
    const late: BatchEvent = { type: "attempt", key, attempt: { type: "accepted", messageId: "w1" } };
    const stop: BatchEvent = { type: "stop-conversation", threadId: "t", conversationId: "t-1", reason: "" };
    const again = text("m1");
    expect(take([receipt("w1", key), late], loaded).unitsOfEvent).toEqual([[0], [0]]);
    expect(take([stop, stop], loaded).unitsOfEvent).toEqual([[0], [0]]);
    expect(take([again, again], loaded).unitsOfEvent).toEqual([[0], [0]]);
    expect(take([again, again], nothing).unitsOfEvent).toEqual([[0], [0]]);
  });

  test("has no unit for what changes nothing", () => {
    const { loaded, key } = submitting({ state: "accepted", messageId: "w1" });
    const late: BatchEvent = { type: "attempt", key, attempt: { type: "accepted", messageId: "w1" } };
    const suspect: BatchEvent = { type: "suspect-send", key, until: 99 };
    const seen = { ...loaded, seenInboxIds: ["main m1"] };
    expect(take([late, suspect, text("m1")], seen)).toEqual({
      units: [],
      unitsOfEvent: [[], [], []],
    });
  });

  test("changes nothing of what was loaded", () => {
    const { loaded, key } = submitting();
    const before = JSON.stringify(loaded);
    take([text("m1"), receipt("w1", key), text("m2")], loaded);
    expect(JSON.stringify(loaded)).toBe(before);
  });

  test("gives two new contacts of one batch a thread each, and one contact one", () => {
    let count = 0;
    const other: BatchEvent = { ...text("m2"), contact: { waId: "31600000001" } } as BatchEvent;
    const { units } = takeBatch([text("m1"), other, text("m3")], nothing, {
      flows: { startingOn: () => [], get: () => speaker },
      now: 10,
      nextSequence: () => 1,
      newThreadId: () => `t${(count += 1)}`,
      appOf: () => undefined,
    });
    expect(units.map(({ unit }) => [unit.thread?.state.id, unit.inbox?.map(({ id }) => id)])).toEqual([
      ["t1", ["main m1", "main m3"]],
      ["t2", ["main m2"]],
    ]);
  });

  test("passes over a Start that throws, and says so", () => {
    const broken = {
      ...speaker,
      start: {
        ...speaker.start,
        matches: () => {
          throw new Error("wrong");
        },
      },
    };
    const alerts: string[] = [];
    const { units } = takeBatch([text("m1")], nothing, {
      flows: {
        startingOn: () => [broken, speaker].map((compiled) => ({ compiled, appIds: null })),
        get: () => speaker,
      },
      now: 10,
      nextSequence: () => 1,
      newThreadId: () => "t",
      appOf: () => undefined,
    });
    const log = { ...silentLog, alert: ({ sentence }: { sentence: string }) => void alerts.push(sentence) };
    for (const { sayings } of units) for (const say of sayings) say(log);
    expect(units[0]?.unit.thread?.state.live).toHaveLength(1);
    expect(alerts).toEqual(["The Start of flow speaker threw and was passed over."]);
  });

  test("parks a conversation once, whatever else is asked of it", () => {
    const slow = compile(flowOf("slow", [pause(1), hear(), hear()]), 1);
    const message = { id: "m0", sentAt: 1, content: { type: "text", text: "x" }, payload: {} } as const;
    const begun = newConversation(slow, { id: "t-1", appId: "main", contact });
    const { conversation } = takeTurn(slow, begun, { type: "conversation-started", at: 1, contact, message });
    const deferred = ["m1", "m2"].map((id) => ({ contact, message: { ...message, id } }));
    const live = [{ conversation, startedAt: 1, deferred }];
    const thread: Thread = { id: "t", appId: "main", contact, conversationCount: 1, live };
    const [[timerId, timer] = ["", { generation: 0, firesAt: 0 }]] = Object.entries(conversation.timers);
    const fired: BatchEvent = { type: "timer", timer: { threadId: "t", conversationId: "t-1", timerId, ...timer } };
    let gets = 0;
    const { units } = takeBatch(
      [fired],
      { ...nothing, threads: [{ revision: 1, thread }] },
      {
        flows: {
          startingOn: () => [],
          get: () => {
            if ((gets += 1) === 2) throw new Error("wrong");
            return slow;
          },
        },
        now: timer.firesAt,
        nextSequence: () => 1,
        newThreadId: () => "u",
        appOf: () => undefined,
      },
    );
    const [unit] = units.map((one) => one.unit);
    expect(unit?.journal?.map(({ event }) => event.type)).toEqual(["timer-fired", "conversation-parked"]);
    expect(unit?.thread?.state.live).toMatchObject([{ parked: { reason: "wrong" }, deferred }]);
  });

  test("forgets the timer of a parked conversation when it fires", () => {
    const { loaded } = submitting();
    const [stored] = loaded.threads;
    const live = (stored?.thread.live ?? []).map((one) => ({
      ...one,
      conversation: { ...one.conversation, timers: { x: { generation: 1, firesAt: 5 } } },
      parked: { at: 5, reason: "wrong" },
    }));
    const threads = stored === undefined ? [] : [{ revision: 4, thread: { ...stored.thread, live } }];
    const timer = { threadId: "t", conversationId: "t-1", timerId: "x", generation: 1, firesAt: 5 };
    const { units } = take([{ type: "timer", timer }], { ...loaded, threads });
    expect(units.map(({ unit }) => unit.cancelTimers)).toEqual([[{ conversationId: "t-1", timerId: "x" }]]);
  });

  test("says what it did only by what it returns", () => {
    const { units } = take([text("m1")], nothing);
    const said: string[] = [];
    const log = { ...silentLog, turn: () => void said.push("turn") };
    for (const { sayings } of units) for (const say of sayings) say(log);
    expect(said).toEqual(["turn"]);
  });
});

test("a batch asks the store for what its events name, each thing once", () => {
  const timer = { threadId: "t", conversationId: "t-1", timerId: "x", generation: 1, firesAt: 5 };
  const events: BatchEvent[] = [
    text("m1"),
    text("m1"),
    receipt("w1", "k1"),
    receipt("w2"),
    { type: "attempt", key: "k1", attempt: { type: "accepted", messageId: "w3" } },
    { type: "attempt", key: "k2", attempt: { type: "again", at: 9, isAmbiguous: false, reason: "" } },
    { type: "suspect-send", key: "k3", until: 9 },
    { type: "timer", timer },
    { type: "postpone-timer", timer, firesAt: 9 },
    { type: "stop-conversation", threadId: "u", conversationId: "u-1", reason: "" },
    { type: "unrouted", connectionId: "c", phoneNumberId: "1", payload: null },
  ];
  expect(loadRequestFor(events)).toEqual({
    inboxIds: ["main m1"],
    aliases: [{ appId: "main", identity: "wa:31612345678" }],
    threadIds: ["t", "u"],
    sendKeys: ["k1", "k2", "k3"],
    messageIds: ["w1", "w2", "w3"],
    topics: ['["from","main","wa:31612345678"]'],
  });
});

test("a batch asks besides for what the first reading shows to be needed, and mostly for nothing", () => {
  const { loaded, key } = submitting();
  const signal: Signal = {
    type: "custom-event",
    id: "s1",
    event: "go",
    correlationId: "",
    parameters: { order: "17" },
  };
  const trigger: BatchEvent = { type: "trigger", appId: "main", flowId: "f", contact, signal };
  const topics = [
    { topic: '["custom","go","order","17"]', threadId: "t", conversationId: "t-1" },
    { topic: '["from","main","wa:1"]', threadId: "u", conversationId: "u-1" },
  ];
  const accepted: BatchEvent = { type: "attempt", key, attempt: { type: "accepted", messageId: "w1" } };
  expect(furtherRequestFor([text("m1"), receipt("w1", key), accepted], loaded)).toBeUndefined();
  expect(furtherRequestFor([{ type: "signal", signal }], { ...loaded, topics })?.inboxIds).toEqual([" signal s1 t"]);
  expect(furtherRequestFor([trigger], loaded)?.inboxIds).toEqual([" signal s1 t"]);
  const [row] = submitting({ receiver: { bsuid: "NL.1" } }).loaded.sends;
  const elsewhere = { ...loaded, sends: row === undefined ? [] : [row] };
  expect(furtherRequestFor([receipt("w1", key)], elsewhere)?.aliases).toEqual([{ appId: "main", identity: "bs:NL.1" }]);
});

describe("a message that was taken before", () => {
  const seen = (loaded: Loaded): Loaded => ({ ...loaded, seenInboxIds: ["main m1"] });

  test("teaches the sender's thread what it has not learned, and is not routed", () => {
    const { loaded } = submitting();
    const [stored] = loaded.threads;
    const threads = stored === undefined ? [] : [{ ...stored, thread: { ...stored.thread, lastInboundAt: 1 } }];
    const { units, unitsOfEvent } = take([text("m1")], seen({ ...loaded, threads }));
    expect(unitsOfEvent).toEqual([[0]]);
    expect(units[0]?.unit).toMatchObject({ thread: { state: { lastInboundAt: 5 } }, inbox: [], journal: [] });
  });

  test("begins the thread of a sender who has none, as the one who waited for it has taken it", () => {
    const { units } = take([text("m1")], seen(nothing));
    expect(units.map(({ unit }) => [unit.thread?.state.lastInboundAt, unit.inbox, unit.contacts?.length])).toEqual([
      [5, [], 1],
    ]);
  });
});
