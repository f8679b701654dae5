import { expect } from "vitest";
import type { TestGateway } from "../describe-gateway.ts";
import { send, sendAccepted } from "./updates.ts";

/** Sends that the provider takes. */
export function describeAccepted(testGateway: TestGateway): void {
  testGateway("hands a message over and gives the provider's id and the contact", async (subject) => {
    const message = { type: "text", body: "Grüße, \u{1F469}\u200D\u{1F4BB}", previewUrl: true } as const;
    const answer = await send(subject, "c1-2", { message });
    expect(answer).toMatchObject({ type: "accepted", contact: { waId: subject.person.waId } });
    const { messageId } = answer as Extract<typeof answer, { type: "accepted" }>;
    const to = { waId: subject.person.waId };
    expect(subject.taken()).toMatchObject([{ messageId, sendKey: "c1-2", to, text: message.body }]);
  });

  testGateway("carries every send key that the port allows", async (subject) => {
    const keys = ["a", "Z9", "c-1.a_B9", `${"x".repeat(99)}-`];
    for (const key of keys) await sendAccepted(subject, key);
    expect(subject.taken().map(({ sendKey }) => sendKey)).toEqual(keys);
  });

  testGateway("gives every message an id of its own, also when a key comes twice", async (subject) => {
    const ids = [];
    for (const key of ["c1-2", "c1-3", "c1-2"]) ids.push(await sendAccepted(subject, key));
    expect(new Set(ids).size).toBe(3);
    expect(subject.taken().map(({ messageId }) => messageId)).toEqual(ids);
  });

  testGateway("carries which message is quoted, and nothing where none is", async (subject) => {
    const contextId = await subject.write({ type: "text", text: "Which colour?" }, { from: subject.person });
    await sendAccepted(subject, "c1-2", { contextId });
    await sendAccepted(subject, "c1-3");
    expect(subject.taken().map((taken) => taken.contextId)).toEqual([contextId, undefined]);
  });

  testGateway("reaches a person who shows no phone number", async (subject) => {
    const hidden = { bsuid: "NL.13491208655302741918" };
    await subject.write({ type: "text", text: "Hi" }, { from: hidden });
    const answer = await send(subject, "c1-2", { to: hidden });
    expect(answer).toMatchObject({ type: "accepted", contact: hidden });
    expect(subject.taken()).toMatchObject([{ to: hidden }]);
  });

  testGateway("sends many messages at once, each with its own answer", async (subject) => {
    const keys = Array.from({ length: 20 }, (_, index) => `c${index}-1`);
    const ids = await Promise.all(keys.map((key) => sendAccepted(subject, key)));
    const byKey = new Map(subject.taken().map(({ sendKey, messageId }) => [sendKey, messageId]));
    expect(keys.map((key) => byKey.get(key))).toEqual(ids);
  });
}
