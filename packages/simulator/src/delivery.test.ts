import { describe, expect, test } from "vitest";
import { createTestWorld, phoneNumberId, sam, type TestWorld } from "./world.test-support.ts";

/** A world in which Sam has just written, so that the business may answer. */
function openWorld(): TestWorld {
  const test = createTestWorld();
  test.write();
  return test;
}

function statusInChat({ world }: TestWorld): string | undefined {
  return world.chat({ phone: sam, phoneNumberId }).entries.at(-1)?.status;
}

describe("delivery", () => {
  test("says sent at once, delivered after 400 ms and read 800 ms later", async () => {
    const { world, updates, advance, send, statuses } = openWorld();
    const acceptedAt = world.now();
    const answer = send({ clientReference: "send-1" });
    expect(statuses()).toEqual([]);
    await advance(0);
    expect(statuses()).toEqual(["sent"]);
    await advance(399);
    expect(statuses()).toEqual(["sent"]);
    await advance(1);
    expect(statuses()).toEqual(["sent", "delivered"]);
    await advance(800);
    expect(statuses()).toEqual(["sent", "delivered", "read"]);
    const id = answer.type === "accepted" ? answer.id : "refused";
    const common = { type: "status", phoneNumberId, messageId: id, clientReference: "send-1" };
    expect(updates.slice(1)).toMatchObject([
      { ...common, at: acceptedAt },
      { ...common, at: acceptedAt + 400, contact: { waId: sam.waId } },
      { ...common, at: acceptedAt + 1_200 },
    ]);
  });

  test("brings nothing by itself where statuses come by hand, and each when it is reported", async () => {
    const test = openWorld();
    test.world.changePhone(sam, { isByHand: true });
    const answer = test.send();
    const id = answer.type === "accepted" ? answer.id : "refused";
    await test.advance(60_000);
    expect(test.statuses()).toEqual([]);
    expect(test.world.report(id, "delivered")).toBe(true);
    expect(statusInChat(test)).toBe("delivered");
    expect(test.world.report(id, "failed", 131026)).toBe(true);
    expect(test.statuses()).toEqual(["delivered", "failed 131026"]);
  });

  test("tells no status that a reported one has overtaken", async () => {
    const test = openWorld();
    const answer = test.send();
    expect(test.world.report(answer.type === "accepted" ? answer.id : "refused", "read")).toBe(true);
    await test.advance(60_000);
    expect(test.statuses()).toEqual(["read"]);
  });

  test("reports nothing of a message that the business did not send", () => {
    const { world, write, statuses } = createTestWorld();
    expect(world.report(write(), "read")).toBe(false);
    expect(world.report("unknown", "read")).toBe(false);
    expect(statuses()).toEqual([]);
  });

  test("waits for a phone that is offline, and goes on when it is back", async () => {
    const test = openWorld();
    test.world.changePhone(sam, { isOffline: true });
    test.send();
    test.send();
    await test.advance(60_000);
    expect(test.statuses()).toEqual(["sent", "sent"]);
    test.world.changePhone(sam, { name: "Still offline" });
    expect(test.statuses()).toEqual(["sent", "sent"]);
    test.world.changePhone(sam, { isOffline: false });
    expect(test.statuses()).toEqual(["sent", "sent", "delivered", "delivered"]);
    await test.advance(800);
    expect(test.statuses().slice(4)).toEqual(["read", "read"]);
  });

  test("holds a read back while the phone is offline", async () => {
    const test = openWorld();
    test.send();
    await test.advance(400);
    test.world.changePhone(sam, { isOffline: true });
    await test.advance(60_000);
    expect(test.statuses()).toEqual(["sent", "delivered"]);
    test.world.changePhone(sam, { isOffline: false });
    expect(test.statuses()).toEqual(["sent", "delivered", "read"]);
  });

  test("never reaches a phone that blocked the business", async () => {
    const test = openWorld();
    test.world.changePhone(sam, { isBlocked: true });
    test.send();
    await test.advance(60_000);
    expect(test.statuses()).toEqual(["sent"]);
    expect(statusInChat(test)).toBe("sent");
  });

  test("tells nothing of reading to whom read receipts are off", async () => {
    const test = openWorld();
    test.world.changePhone(sam, { hasReadReceipts: false });
    test.send();
    await test.advance(60_000);
    expect(test.statuses()).toEqual(["sent", "delivered"]);
  });

  test("fails with the phone's own error code instead of delivering", async () => {
    const test = openWorld();
    test.world.changePhone(sam, { failsWith: 131026 });
    test.send();
    await test.advance(60_000);
    expect(test.statuses()).toEqual(["sent", "failed 131026"]);
    expect(statusInChat(test)).toBe("failed");
  });

  test("takes as long as before when the clock is moved", async () => {
    const test = openWorld();
    test.send();
    test.world.advance(3_600_000);
    await test.advance(399);
    expect(test.statuses()).toEqual(["sent"]);
    await test.advance(1);
    expect(test.statuses()).toEqual(["sent", "delivered"]);
  });

  test("leaves out delivered before read when that fault is on", async () => {
    const test = openWorld();
    test.world.faults.set({ skipDelivered: { count: 1 } });
    test.send();
    await test.advance(60_000);
    expect(test.statuses()).toEqual(["sent", "read"]);
    test.send();
    await test.advance(60_000);
    expect(test.statuses().slice(2)).toEqual(["sent", "delivered", "read"]);
  });

  test("drops the statuses that the fault names, and the phone shows them all the same", async () => {
    const test = openWorld();
    test.world.faults.set({ dropStatuses: { statuses: ["sent", "read"] } });
    test.send();
    await test.advance(60_000);
    expect(test.statuses()).toEqual(["delivered"]);
    expect(statusInChat(test)).toBe("read");
    expect(test.world.counters()).toMatchObject({ statuses: 1, droppedStatuses: 2, faults: { dropStatuses: 2 } });
  });
});
