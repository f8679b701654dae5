import { describe, expect, test } from "vitest";
import { businessNumber, createTestWorld, phoneNumberId, sam } from "./world.test-support.ts";

const day = 24 * 60 * 60 * 1000;

describe("sending", () => {
  test("is refused with 131047 to a person who never wrote, unless the message is no free-form one", () => {
    const { send } = createTestWorld();
    expect(send()).toEqual({ type: "refused", code: 131047 });
    expect(send({ isFreeForm: false })).toMatchObject({ type: "accepted" });
  });

  test("is possible until 24 hours after the person's last message by the world's clock", () => {
    const { world, write, send } = createTestWorld();
    write();
    world.advance(day - 1);
    expect(send()).toMatchObject({ type: "accepted" });
    world.advance(1);
    expect(send()).toEqual({ type: "refused", code: 131047 });
    write();
    expect(send()).toMatchObject({ type: "accepted" });
  });

  test("counts the window from when the person's message was sent, and an older one does not shorten it", () => {
    const { world, send } = createTestWorld();
    const message = { phoneNumberId, from: sam, content: { type: "text", text: "Hello" } } as const;
    world.write({ ...message, sentAt: world.now() - day });
    expect(send()).toMatchObject({ type: "refused" });
    world.write({ ...message, sentAt: world.now() - day + 1 });
    world.write({ ...message, sentAt: world.now() - day });
    expect(send()).toMatchObject({ type: "accepted" });
  });

  test("has a window for each business number", () => {
    const { world, write, send } = createTestWorld();
    world.putNumber({ ...businessNumber, phoneNumberId: "2" });
    write();
    expect(send({ phoneNumberId: "2" })).toEqual({ type: "refused", code: 131047 });
  });

  test("is accepted outside the window and fails afterwards when that fault is on", async () => {
    const { world, advance, send, statuses } = createTestWorld();
    world.faults.set({ windowClosedAsStatus: { count: 1 } });
    expect(send()).toMatchObject({ type: "accepted" });
    await advance(60_000);
    expect(statuses()).toEqual(["failed 131047"]);
    expect(send()).toEqual({ type: "refused", code: 131047 });
  });

  test("takes 45 messages to one person at once and one more each six seconds, over which it is 131056", () => {
    const { world, write, send } = createTestWorld({ messagesPerSecond: 1_000 });
    write();
    const burst = Array.from({ length: 46 }, () => send());
    expect(burst.filter(({ type }) => type === "accepted")).toHaveLength(45);
    expect(burst.at(-1)).toEqual({ type: "refused", code: 131056 });
    world.advance(5_999);
    expect(send()).toEqual({ type: "refused", code: 131056 });
    world.advance(1);
    expect([send(), send()]).toMatchObject([{ type: "accepted" }, { type: "refused", code: 131056 }]);
  });

  test("takes 80 messages in a second from one number to anybody, over which it is 130429", () => {
    const { world, send } = createTestWorld();
    const sendTo = (place: number) => send({ to: { waId: `316${10_000_000 + place}` }, isFreeForm: false });
    const answers = Array.from({ length: 81 }, (_, place) => sendTo(place));
    expect(answers.filter(({ type }) => type === "accepted")).toHaveLength(80);
    expect(answers.at(-1)).toEqual({ type: "refused", code: 130429 });
    world.putNumber({ ...businessNumber, phoneNumberId: "2" });
    expect(send({ phoneNumberId: "2", isFreeForm: false })).toMatchObject({ type: "accepted" });
    world.advance(1_000);
    expect(sendTo(0)).toMatchObject({ type: "accepted" });
  });

  test("is refused with 131026 to a number that is not on WhatsApp", () => {
    const { world, write, send } = createTestWorld();
    write();
    world.changePhone(sam, { isOnWhatsApp: false });
    expect(send()).toEqual({ type: "refused", code: 131026 });
    expect(world.counters()).toMatchObject({ accepted: 0, refused: 1 });
  });

  test("names the person by what the business used and by what the person shows", () => {
    const { world, send } = createTestWorld();
    const bsuid = "NL.13491208655302741918";
    world.changePhone(sam, { bsuid });
    const toBsuid = () => send({ to: { bsuid }, isFreeForm: false });
    expect(toBsuid()).toMatchObject({ contact: { waId: sam.waId, bsuid } });
    world.changePhone(sam, { hidesNumber: true });
    expect(toBsuid()).toMatchObject({ contact: { waId: undefined, bsuid } });
    expect(send({ isFreeForm: false })).toMatchObject({ contact: { waId: sam.waId, bsuid } });
  });

  test("is remembered with its reference, in order, page by page and by number", () => {
    const { world, send } = createTestWorld();
    world.putNumber({ ...businessNumber, phoneNumberId: "2" });
    for (const text of ["a", "b", "c"]) send({ text, clientReference: `ref-${text}`, isFreeForm: false });
    send({ text: "d", phoneNumberId: "2", isFreeForm: false });
    const [first, second] = world.sends({ limit: 2 });
    expect([first, second]).toMatchObject([
      { to: sam.waId, text: "a", clientReference: "ref-a", at: world.now(), phoneNumberId },
      { text: "b" },
    ]);
    expect(world.sends({ limit: 10, after: second?.sequence })).toMatchObject([{ text: "c" }, { text: "d" }]);
    expect(world.sends({ limit: 10, phoneNumberId: "2" })).toMatchObject([{ text: "d" }]);
  });

  test("forgets the oldest sends beyond the maximum", () => {
    const { world, send } = createTestWorld({ limits: { sends: 2 } });
    for (const text of ["a", "b", "c"]) send({ text, isFreeForm: false });
    expect(world.sends({ limit: 10 })).toMatchObject([{ text: "b" }, { text: "c" }]);
  });
});
