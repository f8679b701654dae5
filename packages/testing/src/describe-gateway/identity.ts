import { expect } from "vitest";
import type { GatewayUnderTest, TestGateway } from "../describe-gateway.ts";
import { receiptsOf, send, sendAccepted, soon, updatesOf } from "./updates.ts";

/** Identity key hashes: who the person was when they were last known. */
export function describeIdentity(testGateway: TestGateway): void {
  testGateway("tells a person's identity key hash with messages and with receipts", async (subject) => {
    await subject.identify(subject.person, "DF2lS5v2W6x=");
    const id = await subject.write({ type: "text", text: "Hi" }, { from: subject.person });
    expect(await hashOfMessage(subject, id)).toBe("DF2lS5v2W6x=");
    const receipts = await receiptsOf(subject, await sendAccepted(subject, "c1-2"), 3);
    expect(new Set(receipts.map(({ identityHash }) => identityHash))).toEqual(new Set(["DF2lS5v2W6x="]));
  });

  testGateway("delivers nothing to a person who is another by now, and says so", async (subject) => {
    const { person } = subject;
    const [old, now] = ["DF2lS5v2W6x=", "UKD6Y/5SqDU="];
    await subject.identify(person, old);
    await sendAccepted(subject, "c1-2", { identityKeyHash: old });
    await subject.identify(person, now);
    const error = { code: subject.codes.identity, title: expect.stringMatching(/./), details: expect.any(String) };
    const refused = { type: "refused", isPolicy: true, error };
    expect(await send(subject, "c1-3", { identityKeyHash: old })).toEqual(refused);
    expect(subject.taken().map(({ sendKey }) => sendKey)).toEqual(["c1-2"]);
    // Without the hash it is delivered to whoever it is, and the receipt tells the new one.
    const receipts = await receiptsOf(subject, await sendAccepted(subject, "c1-4"), 1);
    expect(receipts[0]?.identityHash).toBe(now);
    await sendAccepted(subject, "c1-5", { identityKeyHash: now });
  });
}

function hashOfMessage(subject: GatewayUnderTest, id: string): Promise<string | undefined> {
  return soon(() => {
    const found = updatesOf(subject).find((update) => update.type === "message" && update.message.id === id);
    expect(found).toBeDefined();
    return found?.type === "message" ? found.contact.identityHash : undefined;
  });
}
