import { expect, test } from "vitest";
import { flowOf, hear, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";

const waId = "31612345678";
const bsuid = "NL.1001";
const listener = flowOf(
  "listener",
  Array.from({ length: 9 }, () => hear()),
);

test("a contact is found by phone number", async () => {
  const world = await World.open({ flows: [listener] });
  await world.write("a", { from: { waId } });
  await world.write("b", { from: { waId, name: "Ada" } });
  expect(world.threads()).toMatchObject([{ contact: { waId, name: "Ada" }, conversationCount: 1 }]);
});

test("a contact is found by business-scoped user id", async () => {
  const world = await World.open({ flows: [listener] });
  await world.write("a", { from: { bsuid } });
  await world.write("b", { from: { bsuid } });
  expect(world.threads()).toMatchObject([{ contact: { bsuid }, conversationCount: 1 }]);
});

test.each([
  ["phone number", { waId }],
  ["business-scoped user id", { bsuid }],
])("a contact first seen by %s is merged when the other identity comes with it", async (_, first) => {
  const world = await World.open({ flows: [listener] });
  await world.write("a", { from: first });
  await world.write("b", { from: { waId, bsuid } });
  await world.write("c", { from: { bsuid } });
  await world.write("d", { from: { waId } });
  expect(world.threads()).toMatchObject([{ contact: { waId, bsuid }, conversationCount: 1 }]);
  expect(world.live()).toEqual(["listener#1 n6"]);
});

test("the identities of a contact meet within one call as well", async () => {
  const world = await World.open({ flows: [listener] });
  await world.host.deliver([
    world.message("a", { from: { bsuid } }),
    world.message("b", { from: { waId, bsuid } }),
    world.message("c", { from: { waId } }),
  ]);
  expect(world.threads()).toHaveLength(1);
  expect(world.live()).toEqual(["listener#1 n5"]);
});

test("where two threads claim one contact, the phone number decides, and the other identity follows", async () => {
  const world = await World.open({ flows: [listener] });
  await world.write("a", { from: { waId } });
  await world.write("b", { from: { bsuid } });
  expect(world.threads()).toHaveLength(2);
  await world.write("c", { from: { waId, bsuid } });
  await world.write("d", { from: { bsuid } });
  expect(world.live()).toEqual(["listener#1 n5", "listener#1 n3"]);
  const aliases = [...world.data.aliases.values()].map(({ identity, threadId }) => [identity, threadId]);
  const [first] = world.threads();
  expect(aliases).toEqual([
    [`wa:${waId}`, first?.id],
    [`bs:${bsuid}`, first?.id],
  ]);
});

test("the conversations of a thread that lost its contact go on by receipts", async () => {
  const world = await World.open({ flows: [flowOf("speaker", [say("Hello", { waitFor: "delivery" })])] });
  await world.write("a", { from: { bsuid } });
  await world.write("b", { from: { waId } });
  await world.write("c", { from: { waId, bsuid } });
  await world.receipt("delivered", "w1");
  expect(world.results()).toEqual(["speaker#1 success"]);
});

test("a contact on two apps has two threads", async () => {
  const world = await World.open({ flows: [listener], apps: ["main", "other"] });
  await world.write("a", { app: "main" });
  await world.write("b", { app: "other" });
  expect(world.threads().map(({ appId }) => appId)).toEqual(["main", "other"]);
});

test("what is known of a contact reaches the conversation, and a send goes to the identities it has", async () => {
  const world = await World.open({ flows: [flowOf("greeter", [say("Hello $(whatsapp.username)")])] });
  await world.write("a", { from: { bsuid, name: "ada" } });
  expect(world.sent()).toEqual([`${bsuid} Hello ada`]);
});

test("the id of a thread says nothing of the contact", async () => {
  const world = await World.open({ flows: [listener] });
  for (let index = 0; index < 50; index += 1) await world.write("x", { from: { waId: `3160000${1_000 + index}` } });
  const ids = world.threads().map(({ id }) => id);
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
});

test("a message dated in the future counts as written now, one dated earlier than another changes nothing", async () => {
  const world = await World.open({ flows: [listener] });
  const now = world.now();
  await world.write("a", { sentAt: now + 60_000 });
  expect(world.threads()).toMatchObject([{ lastInboundAt: now }]);
  await world.write("b", { sentAt: now - 60_000 });
  expect(world.threads()).toMatchObject([{ lastInboundAt: now }]);
});

test("a notice about the contact is no message of theirs", async () => {
  const world = await World.open({ flows: [listener] });
  await world.write({ type: "system", notice: "changed number" });
  expect(world.threads()[0]?.lastInboundAt).toBeUndefined();
});
