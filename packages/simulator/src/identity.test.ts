import { describe, expect, test } from "vitest";
import { businessNumber, createTestWorld, phoneNumberId, sam } from "./world.test-support.ts";

const checked = { ...businessNumber, hasIdentityCheck: true };

describe("an identity hash", () => {
  test("is each phone's own, always the same, and can be set", () => {
    const { world } = createTestWorld();
    const { identityHash } = world.phone(sam);
    expect(identityHash).toBe(createTestWorld().world.phone(sam).identityHash);
    expect(world.phone({ waId: "31687654321" }).identityHash).not.toBe(identityHash);
    world.changePhone(sam, { identityHash: "another" });
    world.changePhone(sam, { isOffline: true });
    expect(world.phone(sam).identityHash).toBe("another");
  });

  test("comes with messages, statuses and answers to a number with identity checks, and to no other", async () => {
    const { world, updates, write, send, advance } = createTestWorld();
    write();
    expect(updates[0]).not.toHaveProperty("contact.identityHash");
    world.putNumber(checked);
    const { identityHash } = world.phone(sam);
    write();
    expect(send()).toMatchObject({ contact: { identityHash } });
    await advance(0);
    expect(updates.slice(1)).toMatchObject([
      { type: "message", contact: { identityHash } },
      { type: "status", contact: { identityHash } },
    ]);
  });

  test("that changes is told to the numbers with identity checks that the person has a chat with, as a notice", () => {
    const { world, updates, write, send } = createTestWorld();
    world.putNumber(checked);
    world.putNumber({ ...checked, phoneNumberId: "2" });
    world.putNumber({ ...businessNumber, phoneNumberId: "3" });
    write();
    world.write({ phoneNumberId: "3", from: sam, content: { type: "text", text: "Hi" } });
    world.advance(24 * 60 * 60 * 1000);
    updates.length = 0;
    world.changePhone(sam, { identityHash: "another" });
    world.changePhone(sam, { identityHash: "another" });
    const system = { type: "customer_identity_changed", body: expect.stringContaining("Sam") };
    expect(updates).toMatchObject([
      {
        ...{ type: "message", phoneNumberId, contact: { identityHash: "another" } },
        message: { type: "system", identity: { hash: "another" }, system },
      },
    ]);
    // Nobody wrote: the session window stays closed, and the chat shows nothing.
    expect(send()).toEqual({ type: "refused", code: 131047 });
    expect(world.chat({ phone: sam, phoneNumberId }).entries).toHaveLength(1);
  });
});

describe("marketing", () => {
  test("that a person stops is told, refused for that number alone, and welcome again", () => {
    const { world, updates, write, send } = createTestWorld();
    world.putNumber({ ...businessNumber, phoneNumberId: "2" });
    write();
    const chat = { phone: sam, phoneNumberId };
    world.setMarketing(chat, "stop");
    expect(updates.at(-1)).toMatchObject({ type: "preference", phoneNumberId, value: "stop", at: world.now() });
    const marketing = { isFreeForm: false, isMarketing: true };
    expect(send(marketing)).toEqual({ type: "refused", code: 131050 });
    expect(send({ ...marketing, phoneNumberId: "2" })).toMatchObject({ type: "accepted" });
    expect(send({ isFreeForm: false })).toMatchObject({ type: "accepted" });
    world.setMarketing(chat, "resume");
    expect(updates.at(-1)).toMatchObject({ type: "preference", value: "resume" });
    expect(send(marketing)).toMatchObject({ type: "accepted" });
  });
});

test("a chat knows its own messages and nobody else's", () => {
  const { world, write } = createTestWorld();
  const id = write();
  const alex = { waId: "31687654321" };
  expect(world.hasMessage({ phone: sam, phoneNumberId }, id)).toBe(true);
  expect(world.hasMessage({ phone: alex, phoneNumberId }, id)).toBe(false);
  expect(world.hasMessage({ phone: sam, phoneNumberId: "2" }, id)).toBe(false);
  expect(world.hasMessage({ phone: sam, phoneNumberId }, "wamid.unknown")).toBe(false);
});
