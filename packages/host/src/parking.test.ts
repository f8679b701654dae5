import { describe, expect, test } from "vitest";
import type { Thread } from "@parley/store";
import { flowOf, hear, hearFrom, pause, say } from "./flow.test-support.ts";
import { ada, World } from "./host.test-support.ts";

const listener = flowOf("listener", [hear(), hear(), hear()]);
const sleeper = flowOf("sleeper", [pause(10), say("Awake")]);
const bob = { waId: "31600000002" };

/** Changes how the first conversation of a thread is stored, as a fault of ours or a lost version would. */
async function spoil(world: World, change: (live: Thread["live"][number]) => Thread["live"][number]): Promise<void> {
  const [stored] = [...world.data.threads.values()];
  if (stored === undefined) throw new Error("there is no thread to spoil");
  const live = stored.thread.live.map(change);
  const state = { ...stored.thread, live };
  const [result] = await world.store.commit([{ thread: { expectedRevision: stored.revision, state } }]);
  expect(result).toEqual({ type: "committed" });
}

const withoutVersion = (live: Thread["live"][number]) => ({
  ...live,
  conversation: { ...live.conversation, flowVersion: 99 },
});
const withoutState = (live: Thread["live"][number]) => ({
  ...live,
  conversation: { ...live.conversation, value: { at_n3: "nowhere" } },
});

describe.each([
  ["whose flow version is missing", withoutVersion],
  ["whose turn throws", withoutState],
])("a conversation %s", (_, change) => {
  test("is parked by a message, and its thread goes on", async () => {
    const world = await World.open({ flows: [listener] });
    await world.write("a");
    await spoil(world, change);
    await world.write("b");
    expect(world.live()).toEqual(["listener#1 parked", "listener#2 n3"]);
    expect(world.alerts).toEqual([expect.stringContaining("A turn threw and its conversation was parked.")]);
    expect(world.journal().slice(1)).toEqual([
      "listener#1 conversation-parked",
      "listener#2 conversation-started m2 n2.onBegin",
    ]);
  });

  test("is parked by its timer, which fires no more", async () => {
    const world = await World.open({ flows: [sleeper] });
    await world.write("a");
    await spoil(world, change);
    await world.run(60_000);
    expect(world.live()).toEqual(["sleeper#1 parked"]);
    expect(world.timers()).toEqual([]);
    expect(world.alerts).toHaveLength(1);
  });

  test("waits for nobody else any more, once it is parked by the message that it waited for", async () => {
    const asking = flowOf("asking", [hearFrom(bob.waId), hear()], { contains: ["ask"] });
    const world = await World.open({ flows: [asking] });
    await world.write("ask");
    expect(world.topics()).toHaveLength(1);
    await spoil(world, change);
    await world.write("yes", { from: bob });
    expect(world.live()).toEqual(["asking#1 parked"]);
    expect(world.topics()).toEqual([]);
    expect(world.journal().slice(-2)).toEqual(["- message-unhandled m2", "asking#1 conversation-parked"]);
  });

  test("keeps no other of its batch from being taken", async () => {
    const world = await World.open({ flows: [listener] });
    await world.write("a");
    await spoil(world, change);
    await world.host.deliver([world.message("b"), world.message("c", { from: bob }), world.message("d")]);
    expect(world.live()).toEqual(["listener#1 parked", "listener#2 n4", "listener#1 n3"]);
  });

  test("is ended by a person, at once", async () => {
    const world = await World.open({ flows: [listener] });
    await world.write("a");
    await spoil(world, change);
    const [thread] = world.threads();
    const [row] = [...world.data.conversations.values()];
    const stop = {
      type: "stop-conversation" as const,
      threadId: thread?.id ?? "",
      conversationId: row?.id ?? "",
      reason: "",
    };
    await world.host.deliver([stop]);
    expect(world.live()).toEqual([]);
    expect(world.results()).toEqual(["listener#1 error"]);
  });
});

describe("a parked conversation", () => {
  async function parked(): Promise<World> {
    const world = await World.open({ flows: [flowOf("speaker", [say("Hello", { waitFor: "read" }), hear()])] });
    await world.write("a");
    await spoil(world, withoutVersion);
    await world.receipt("delivered", "w1");
    expect(world.live()).toEqual(["speaker#1 parked"]);
    return world;
  }

  test("gets no events", async () => {
    const world = await parked();
    const before = world.journal().length;
    await world.receipt("read", "w1");
    await world.run(60_000);
    expect(world.live()).toEqual(["speaker#1 parked"]);
    expect(world.journal().slice(before)).toEqual(["speaker#1 receipt-recorded read"]);
    expect(world.sends().map(({ status }) => status)).toEqual(["read"]);
    expect(world.alerts).toHaveLength(1);
  });

  test("is listed as parked until a person ends it", async () => {
    const world = await parked();
    const [row] = await world.store.listConversations({ status: "parked", limit: 10 });
    expect(row).toMatchObject({ flowId: "speaker", status: "parked" });
    const { id: conversationId = "", threadId = "" } = row ?? {};
    await world.host.deliver([{ type: "stop-conversation", threadId, conversationId, reason: "broken" }]);
    expect(world.live()).toEqual([]);
    expect(world.results()).toEqual(["speaker#1 error"]);
    expect(world.journal().at(-1)).toBe("speaker#1 conversation-stopped");
  });

  test("hands on the messages it kept when it is ended", async () => {
    const world = await World.open({ flows: [flowOf("slow", [pause(100), hear()])] });
    await world.write("a");
    await world.write("kept");
    await spoil(world, withoutVersion);
    await world.run(100_000);
    expect(world.live()).toEqual(["slow#1 parked"]);
    const [thread] = world.threads();
    const conversationId = thread?.live[0]?.conversation.id ?? "";
    const stop = { type: "stop-conversation" as const, threadId: thread?.id ?? "", conversationId, reason: "" };
    await world.host.deliver([stop]);
    expect(world.live()).toEqual(["slow#2 n3"]);
    expect(world.journal().at(-1)).toBe("slow#2 conversation-started m2 n2.onBegin");
  });
});

test("stopping a live conversation ends it as incomplete and cancels its timer", async () => {
  const world = await World.open({ flows: [sleeper] });
  await world.write("a");
  const [thread] = world.threads();
  const conversationId = thread?.live[0]?.conversation.id ?? "";
  const stop = { type: "stop-conversation" as const, threadId: thread?.id ?? "", conversationId, reason: "enough" };
  await world.host.deliver([stop, stop]);
  await world.host.deliver([stop]);
  await world.run(60_000);
  expect(world.results()).toEqual(["sleeper#1 incomplete"]);
  expect(world.timers()).toEqual([]);
  expect(world.journal()).toHaveLength(2);
});

test("a live flow that does not compile starts nothing and keeps no other from starting", async () => {
  const broken = { ...listener, id: "broken", nodes: listener.nodes.filter(({ type }) => type !== "start") };
  const world = await World.open({ flows: [broken, listener] });
  await world.write("a", { from: ada });
  expect(world.live()).toEqual(["listener#1 n3"]);
  expect(world.alerts).toEqual([expect.stringContaining("Version 1 of flow broken does not compile.")]);
});
