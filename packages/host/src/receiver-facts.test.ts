import { describe, expect, test } from "vitest";
import type { Referral } from "@parley/messaging";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { ada, World } from "./host.test-support.ts";

const hour = 3_600_000;
const ben = { waId: "31687654321" };
const referral: Referral = { sourceType: "ad", sourceId: "1", sourceUrl: "", headline: "", body: "", clickId: "c1" };

function entry(world: World, index = 0) {
  return world.threads()[index]?.freeEntryPoint;
}

describe("a contact who came by an advertisement", () => {
  test("has an entry that the first message to them opens", async () => {
    const world = await World.open({ flows: [flowOf("slow", [pause(60), say("Hello"), say("Again"), hear()])] });
    const enteredAt = world.now();
    await world.write("x", { referral });
    expect(entry(world)).toEqual({ enteredAt });
    await world.run(60_000);
    expect(entry(world)).toEqual({ enteredAt, answeredAt: enteredAt + 60_000 });
  });

  test("has none once nobody has answered for a day", async () => {
    const template = { type: "template", name: "hello", language: "en" };
    const flow = flowOf("slow", [
      pause(25 * 3_600),
      { type: "whatsapp", config: { message: template }, by: "onSuccess" },
      hear(),
    ]);
    const world = await World.open({ flows: [flow], settings: { policy: "observe" } });
    await world.write("x", { referral });
    await world.run(25 * hour);
    expect(world.sends()).toMatchObject([{ state: "accepted" }]);
    expect(entry(world)).not.toHaveProperty("answeredAt");
  });

  test("enters anew by another advertisement, and not by an older message", async () => {
    const world = await World.open({ flows: [flowOf("quick", [say("Hello"), hear("whatsapp.list")])] });
    await world.run(hour);
    const first = world.now();
    await world.write("x", { referral });
    await world.write("late", { referral, sentAt: first - 1_000 });
    expect(entry(world)).toMatchObject({ enteredAt: first, answeredAt: first });
    await world.run(hour);
    await world.write("again", { referral, sentAt: world.now() });
    expect(entry(world)).toMatchObject({ enteredAt: first + hour });
  });

  test("is answered by a message of another contact's conversation too", async () => {
    const flow = flowOf("telling", [say("Hello", { destination: ben.waId }), hear("whatsapp.list")], {
      contains: ["tell"],
    });
    const world = await World.open({ flows: [flow] });
    await world.write("x", { from: ben, referral });
    await world.write("tell");
    expect(entry(world)).toMatchObject({ answeredAt: world.now() });
  });

  test("is answered by a message to the customer id of their record", async () => {
    const flow = flowOf(
      "telling",
      [say("Hello", { destinationType: "customerId", destination: "k-17" }), hear("whatsapp.list")],
      {
        contains: ["tell"],
      },
    );
    const world = await World.open({ flows: [flow] });
    await world.write("x", { from: ben, referral });
    const [record] = [...world.data.contacts.values()];
    if (record !== undefined) await world.store.contacts.save({ ...record, customerId: "k-17" });
    await world.write("tell");
    expect(world.sent()).toEqual(["31687654321 Hello"]);
    expect(entry(world)).toMatchObject({ answeredAt: world.now() });
    expect(world.sends()).toMatchObject([{ receiver: ben }]);
  });
});

describe("an identity key hash", () => {
  const hashes = (world: World) => world.threads().map(({ contact }) => contact.identityHash);
  const speaker = flowOf("speaker", [say("Hello"), hear("whatsapp.list")]);

  test("is kept as the newest message has it, whatever their order", async () => {
    const world = await World.open({ flows: [speaker] });
    await world.run(hour);
    await world.write("x", { from: { ...ada, identityHash: "new" } });
    await world.write("late", { from: { ...ada, identityHash: "old" }, sentAt: world.now() - 1_000 });
    await world.write("without");
    expect(hashes(world)).toEqual(["new"]);
    await world.run(1_000);
    await world.write("x", { from: { ...ada, identityHash: "newest" } });
    expect(hashes(world)).toEqual(["newest"]);
  });

  test("is kept as a receipt has it, unless a message told a newer one", async () => {
    const world = await World.open({ flows: [speaker] });
    await world.write("x", { from: { ...ada, identityHash: "first" } });
    const receipt = (at: number, identityHash: string) =>
      world.host.deliver([
        { type: "receipt", appId: "main", receipt: { messageId: "w1", status: "delivered", at, identityHash } },
      ]);
    await receipt(world.now() - 1, "older");
    expect(hashes(world)).toEqual(["first"]);
    await receipt(world.now() + 1, "changed");
    expect(hashes(world)).toEqual(["changed"]);
  });

  test("of a receipt belongs to the receiver, who need not be the conversation's contact", async () => {
    const telling = flowOf("telling", [say("Hello", { destination: ben.waId }), hear()], { contains: ["tell"] });
    const world = await World.open({ flows: [telling] });
    await world.write("hi", { from: ben });
    await world.write("tell");
    const receipt = { messageId: "w1", status: "delivered", at: world.now(), identityHash: "bens" } as const;
    await world.host.deliver([{ type: "receipt", appId: "main", receipt }]);
    expect(hashes(world)).toEqual(["bens", undefined]);
    expect(world.sends()).toMatchObject([{ status: "delivered" }]);
  });

  test("that a flow names goes to the gateway", async () => {
    const flow = flowOf("careful", [say("Secret", { identityKeyHash: "$(whatsapp.identityHash)" }), hear()]);
    const world = await World.open({ flows: [flow] });
    await world.write("x", { from: { ...ada, identityHash: "known" } });
    expect(world.requests()).toMatchObject([{ identityKeyHash: "known" }]);
  });
});

describe("the record of a contact", () => {
  const listener = flowOf(
    "listener",
    Array.from({ length: 9 }, () => hear()),
  );
  const records = (world: World) => [...world.data.contacts.values()];

  test("is made when a contact is first seen, and completed when more is known", async () => {
    const world = await World.open({ flows: [listener] });
    await world.write("x");
    await world.write("y", { from: { ...ada, bsuid: "NL.1001", name: "Ada" } });
    expect(records(world)).toMatchObject([{ waId: ada.waId, bsuid: "NL.1001", name: "Ada" }]);
  });

  test("hears nothing of messages that tell nothing new", async () => {
    const seen: number[] = [];
    const wrapStore = (store: World["store"]): World["store"] => ({
      ...store,
      commit: (units) => {
        for (const { contacts = [] } of units) seen.push(contacts.length);
        return store.commit(units);
      },
    });
    const world = await World.open({ flows: [listener], wrapStore });
    const from = { ...ada, name: "Ada" };
    await world.write("x", { from });
    await world.write("y", { from });
    await world.write("z");
    await world.write("hash", { from: { ...from, identityHash: "abc=" } });
    await world.write("renamed", { from: { ...from, name: "Ada L." } });
    expect(seen).toEqual([1, 0, 0, 0, 1]);
  });
});

describe("a mark that a message was read", () => {
  const mark = { type: "read-mark", messageId: "$(whatsapp.transId)", showsTyping: true };
  const marking = (text: string) => [
    { type: "whatsapp", config: { message: mark }, by: "onSuccess" },
    say(text),
    hear("whatsapp.list"),
  ];

  test("goes out in its place, is accepted without an id, and waits for no receipt", async () => {
    const accepted = (request: { message: { type: string }; to: object }) =>
      request.message.type === "read-mark" ? ({ type: "accepted", contact: request.to } as never) : undefined;
    const world = await World.open({ flows: [flowOf("marker", marking("Hello"))], answer: accepted });
    await world.write("x");
    expect(world.sent()).toEqual(["31612345678 [read, typing]", "31612345678 Hello"]);
    expect(world.live()).toEqual(["marker#1 n5"]);
    expect(world.sends().map(({ state, messageId }) => [state, messageId])).toEqual([
      ["accepted", undefined],
      ["accepted", "w1"],
    ]);
  });

  test("is under no suspicion after a crash", async () => {
    const world = await World.open({
      flows: [flowOf("marker", marking("Hello"))],
      answer: () => new Promise(() => undefined) as never,
    });
    await world.write("x");
    world.answer = () => undefined;
    await world.crash();
    await world.run(1_000);
    expect(world.sent()).toEqual(["31612345678 [read, typing]", "31612345678 [read, typing]", "31612345678 Hello"]);
    expect(world.host.stats().ambiguous).toBe(0);
  });
});

describe("an app that leaves policies to the provider", () => {
  test("has what they would have refused in its journal", async () => {
    const trigger = { type: "custom-event", event: "go", contact: ada.waId };
    const flow = flowOf("proactive", [say("Hello"), hear()], { trigger });
    const world = await World.open({ flows: [flow], settings: { policy: "observe" } });
    await world.host.signal({ type: "custom-event", id: "s1", event: "go", correlationId: "", parameters: {} });
    await world.settle();
    expect(world.journal()).toEqual([
      "proactive#1 conversation-triggered s1 n2.onBegin",
      "proactive#1 policy-observed",
      "proactive#1 send-accepted w1 n3.onSuccess",
    ]);
  });
});
