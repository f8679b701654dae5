import { receiptStatuses } from "@parley/messaging";
import { expect } from "vitest";
import type { TestGateway } from "../describe-gateway.ts";
import { receiptsOf, sendAccepted, updatesOf } from "./updates.ts";

/** What becomes of messages that were sent. */
export function describeReceipts(testGateway: TestGateway): void {
  testGateway(
    "tells that a message was submitted, delivered and read, each with our key and a time",
    async (subject) => {
      const messageId = await sendAccepted(subject, "c1-2");
      const receipts = await receiptsOf(subject, messageId, 3);
      const at = expect.any(Number);
      const statuses = ["submitted", "delivered", "read"];
      expect(receipts).toMatchObject(statuses.map((status) => ({ messageId, sendKey: "c1-2", status, at })));
      const times = receipts.map((receipt) => receipt.at);
      expect(times).toEqual(times.toSorted((left, right) => left - right));
      expect(receipts.every(({ error }) => error === undefined)).toBe(true);
    },
  );

  testGateway("tells that a message failed, and why", async (subject) => {
    const [code = 0] = subject.codes.permanent;
    await subject.failDeliveries(code);
    const messageId = await sendAccepted(subject, "c1-2");
    const receipts = await receiptsOf(subject, messageId, 2);
    expect(receipts.map(({ status }) => status)).toEqual(["submitted", "failed"]);
    const error = { code, title: expect.stringMatching(/./), details: expect.any(String) };
    expect(receipts[1]).toMatchObject({ sendKey: "c1-2", error });
  });

  testGateway("knows every status that there is", async (subject) => {
    const whole = await receiptsOf(subject, await sendAccepted(subject, "c1-2"), 3);
    await subject.failDeliveries(subject.codes.permanent[0] ?? 0);
    const broken = await receiptsOf(subject, await sendAccepted(subject, "c1-3"), 2);
    const told = new Set([...whole, ...broken].map(({ status }) => status));
    expect([...told].toSorted()).toEqual([...receiptStatuses].toSorted());
  });

  testGateway("says which app a receipt is for, and mixes up no two messages", async (subject) => {
    const ids = await Promise.all(["c1-2", "c2-2"].map((key) => sendAccepted(subject, key)));
    for (const id of ids) await receiptsOf(subject, id, 3);
    const told = updatesOf(subject).flatMap((update) =>
      update.type === "receipt"
        ? [`${update.phoneNumberId} ${update.receipt.messageId} ${update.receipt.sendKey}`]
        : [],
    );
    const { phoneNumberId } = subject.app;
    expect(told).toHaveLength(6);
    expect(new Set(told)).toEqual(
      new Set(["c1-2", "c2-2"].map((key, index) => `${phoneNumberId} ${ids[index]} ${key}`)),
    );
  });
}
