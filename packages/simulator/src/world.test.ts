import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "@parley/testing";
import { createTestWorld, phoneNumberId, sam, type TestWorld } from "./world.test-support.ts";

const inChat = { phone: sam, phoneNumberId };

describe("a person's message", () => {
  test("is told with who wrote it, and by business-scoped id only if the person hides the number", () => {
    const { world, updates, write } = createTestWorld();
    world.changePhone(sam, { name: "Pablo", bsuid: "NL.1" });
    const id = write("Hola");
    const message = { type: "text", text: { body: "Hola" } };
    const contact = { name: "Pablo", waId: sam.waId, bsuid: "NL.1" };
    expect(updates).toEqual([{ type: "message", phoneNumberId, id, at: world.now(), message, contact }]);
    world.changePhone(sam, { hidesNumber: true });
    write();
    expect(updates[1]).toMatchObject({ contact: { name: "Pablo", waId: undefined, bsuid: "NL.1" } });
  });

  test("is pending, then delivered, then read, and never goes back", () => {
    const { world, write } = createTestWorld();
    const status = () => world.chat(inChat).entries[0]?.status;
    const messageId = write();
    expect(status()).toBe("pending");
    world.acknowledge(messageId);
    expect(status()).toBe("delivered");
    expect(world.markRead({ phoneNumberId, messageId, isTyping: false })).toBe(true);
    world.acknowledge(messageId);
    expect(status()).toBe("read");
  });

  test("is marked read with all before it and none after it", () => {
    const { world, write } = createTestWorld();
    const [, second] = [write("1"), write("2"), write("3")];
    world.markRead({ phoneNumberId, messageId: second ?? "", isTyping: false });
    expect(world.chat(inChat).entries.map(({ status }) => status)).toEqual(["read", "read", "pending"]);
  });

  test("cannot be marked read by another number, and neither can the business's own or an unknown one", () => {
    const { world, write, send } = createTestWorld();
    const messageId = write();
    const answer = send();
    const own = answer.type === "accepted" ? answer.id : "";
    expect(world.markRead({ phoneNumberId: "2", messageId, isTyping: false })).toBe(false);
    expect(world.markRead({ phoneNumberId, messageId: own, isTyping: false })).toBe(false);
    expect(world.markRead({ phoneNumberId, messageId: "wamid.unknown", isTyping: false })).toBe(false);
  });
});

describe("a chat", () => {
  test("gives again what changed since a sequence, in the order of writing", async () => {
    const { world, advance, write, send } = createTestWorld();
    const id = write("Hello");
    send({ text: "Hi" });
    const before = world.chat(inChat).entries;
    expect(before).toMatchObject([
      { direction: "in", text: "Hello", status: "pending", message: { type: "text" } },
      { direction: "out", text: "Hi", status: "pending" },
    ]);
    const after = Math.max(...before.map(({ sequence }) => sequence));
    expect(world.chat({ ...inChat, after }).entries).toEqual([]);
    await advance(0);
    expect(world.chat({ ...inChat, after }).entries).toMatchObject([{ text: "Hi", status: "sent" }]);
    world.acknowledge(id);
    expect(world.chat({ ...inChat, after }).entries).toMatchObject([{ status: "delivered" }, { status: "sent" }]);
  });

  test("shows typing until the next message or for 25 seconds", () => {
    const { world, write, send } = createTestWorld();
    const messageId = write();
    const isTyping = () => world.chat(inChat).isTyping;
    const startTyping = () => world.markRead({ phoneNumberId, messageId, isTyping: true });
    expect(isTyping()).toBe(false);
    startTyping();
    expect(isTyping()).toBe(true);
    send();
    expect(isTyping()).toBe(false);
    startTyping();
    world.advance(25_000);
    expect(isTyping()).toBe(false);
  });

  test("drops its oldest messages beyond its own maximum and beyond the world's", () => {
    const { world, write } = createTestWorld({ limits: { chatMessages: 3, messages: 4 } });
    const ids = ["1", "2", "3", "4"].map((text) => write(text));
    const texts = () => world.chat(inChat).entries.map(({ text }) => text);
    expect(texts()).toEqual(["2", "3", "4"]);
    expect(world.markRead({ phoneNumberId, messageId: ids[0] ?? "", isTyping: false })).toBe(false);
    const alex = { waId: "31687654321" };
    for (const text of ["5", "6"]) world.write({ phoneNumberId, from: alex, content: { type: "text", text } });
    expect(texts()).toEqual(["3", "4"]);
  });
});

describe("a world", () => {
  test("forgets phones, chats, sends, faults, counts and moved time on reset, and goes on counting sequences", async () => {
    const { world, advance, updates, write, send } = createTestWorld();
    const start = world.now();
    write();
    send();
    world.advance(5_000);
    world.faults.set({ apiDown: {} });
    world.changePhone(sam, { isOffline: true });
    const last = world.chat(inChat).entries.at(-1)?.sequence ?? 0;
    const told = updates.length;
    world.reset();
    await advance(60_000);
    expect(updates).toHaveLength(told);
    expect(world.now()).toBe(start + 60_000);
    expect(world.phones()).toEqual([]);
    expect(world.chat(inChat)).toEqual({ entries: [], isTyping: false });
    expect(world.sends({ limit: 10 })).toEqual([]);
    expect(world.faults.plan()).toEqual({});
    expect(world.counters()).toMatchObject({ written: 0, accepted: 0, faults: {} });
    expect(send()).toEqual({ type: "refused", code: 131047 });
    write();
    expect(world.chat(inChat).entries[0]?.sequence).toBeGreaterThan(last);
  });

  test("tells a listener nothing after it left", () => {
    const { world, write } = createTestWorld();
    const heard: string[] = [];
    const leave = world.subscribe((update) => heard.push(update.type));
    write();
    leave();
    write();
    expect(heard).toEqual(["message"]);
  });

  test("is the same for the same calls, clock and random numbers, and statuses of a message come in order", async () => {
    const step = fc.constantFrom("write", "send", "offline", "online", "skip", "wait", "move");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.integer(), async (steps, seed) => {
        const [once, again] = [await play(steps, seed), await play(steps, seed)];
        expect(once.updates).toEqual(again.updates);
        const order = ["sent", "delivered", "read"];
        const reached = new Map<string, number>();
        for (const update of once.updates) {
          if (update.type !== "status") continue;
          const place = order.indexOf(update.status);
          expect(place).toBeGreaterThan(reached.get(update.messageId) ?? -1);
          reached.set(update.messageId, place);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Plays one random number per step, so that the length of waits differs between seeds and never between runs. */
async function play(steps: readonly string[], seed: number): Promise<TestWorld> {
  const test = createTestWorld({ random: seededRandom(seed) });
  const random = seededRandom(seed + 1);
  for (const step of steps) {
    const ms = Math.floor(random() * 2_000);
    if (step === "write") test.write();
    if (step === "send") test.send();
    if (step === "offline" || step === "online") test.world.changePhone(sam, { isOffline: step === "offline" });
    if (step === "skip") test.world.faults.set({ skipDelivered: { count: 1 } });
    if (step === "move") test.world.advance(ms);
    if (step === "wait") await test.advance(ms);
  }
  return test;
}
