import { expect } from "vitest";
import type { TestGateway } from "../describe-gateway.ts";
import { send, sendAccepted } from "./updates.ts";

/** Marks that messages were read. */
export function describeReadMarks(testGateway: TestGateway): void {
  testGateway("marks a message and those before it as read, which is no message of its own", async (subject) => {
    const { person } = subject;
    const ids = [];
    for (const text of ["one", "two", "three"]) ids.push(await subject.write({ type: "text", text }, { from: person }));
    expect(ids.map((id) => subject.isRead(id, person))).toEqual([false, false, false]);
    const message = { type: "read-mark", messageId: ids[1] ?? "", showsTyping: false } as const;
    const answer = await send(subject, "c1-2", { message });
    expect(answer).toMatchObject({ type: "accepted", contact: { waId: person.waId } });
    expect(answer.type === "accepted" ? answer.messageId : "none").toBeUndefined();
    expect(ids.map((id) => subject.isRead(id, person))).toEqual([true, true, false]);
    expect([subject.seesTyping(person), subject.taken()]).toEqual([false, []]);
  });

  testGateway("shows that the business is typing until it sends", async (subject) => {
    const { person } = subject;
    const messageId = await subject.write({ type: "text", text: "Hi" }, { from: person });
    const message = { type: "read-mark", messageId, showsTyping: true } as const;
    expect(await send(subject, "c1-2", { message })).toMatchObject({ type: "accepted" });
    expect(subject.seesTyping(person)).toBe(true);
    await sendAccepted(subject, "c1-3");
    expect(subject.seesTyping(person)).toBe(false);
  });

  testGateway("may mark a message again when the answer was lost, as that does no harm", async (subject) => {
    const messageId = await subject.write({ type: "text", text: "Hi" }, { from: subject.person });
    const message = { type: "read-mark", messageId, showsTyping: false } as const;
    await subject.treat({ type: "babbles" });
    expect(await send(subject, "c1-2", { message })).toMatchObject({ type: "retryable" });
    await subject.treat({ type: "accepts" });
    expect(await send(subject, "c1-2", { message })).toMatchObject({ type: "accepted" });
    expect(subject.isRead(messageId, subject.person)).toBe(true);
  });
}
