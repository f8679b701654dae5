import { type DeliveryReceipt, receiptStatuses } from "@parley/messaging";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptSend, mergeReceipt, newSend, refuseSend, sendOutputs, verdictOf } from "./send-record.ts";

const receipts = fc.array(
  fc
    .record({
      status: fc.constantFrom(...receiptStatuses),
      at: fc.nat(3),
      code: fc.option(fc.constantFrom(0, 131026, 131047), { nil: undefined }),
    })
    .map(({ status, at, code }): DeliveryReceipt => {
      const error =
        status === "failed" && code !== undefined ? { error: { code, title: `Error ${code}`, details: "" } } : {};
      return { messageId: "wamid.1", status, at, ...error };
    }),
  { minLength: 1, maxLength: 8 },
);

/** Receipts, and the same in another order, some of them again. */
const shuffled = receipts.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.array(fc.constantFrom(...list)).chain((again) => {
      const all = [...list, ...again];
      return fc.shuffledSubarray(all, { minLength: all.length });
    }),
  ),
);

const submitting = newSend("c1-2", 1000);
const refusal = { code: "7705", sentence: "The message has expired." };
const beginnings = {
  submitting,
  accepted: acceptSend(submitting, "wamid.1"),
  refused: refuseSend(submitting, refusal),
};

describe("It is true that", () => {
  test.each(Object.entries(beginnings))(
    "receipts of a send that is %s give the same record in any order and however often they come",
    (_, beginning) => {
      fc.assert(
        fc.property(shuffled, ([list, others]) => {
          const record = list.reduce(mergeReceipt, beginning);
          expect(others.reduce(mergeReceipt, beginning)).toEqual(record);
          expect(sendOutputs(others.reduce(mergeReceipt, beginning))).toEqual(sendOutputs(record));
          // What has been told already gives back the very same record, so that a turn with it is unhandled.
          expect(list.every((receipt) => mergeReceipt(record, receipt) === record)).toBe(true);
        }),
      );
    },
  );

  test("the record's status is the greatest that any receipt told", () => {
    fc.assert(
      fc.property(receipts, (list) => {
        const told = Math.max(...list.map(({ status }) => receiptStatuses.indexOf(status)));
        expect(list.reduce(mergeReceipt, submitting).status).toBe(receiptStatuses[told]);
      }),
    );
  });

  test("the gateway's answer may come before, between or after the receipts", () => {
    fc.assert(
      fc.property(receipts, fc.nat(8), (list, place) => {
        const before = list.slice(0, place).reduce(mergeReceipt, submitting);
        const record = list.slice(place).reduce(mergeReceipt, acceptSend(before, "wamid.1"));
        expect(record).toEqual(list.reduce(mergeReceipt, beginnings.accepted));
        expect(list.slice(place).reduce(mergeReceipt, refuseSend(before, refusal))).toEqual({ ...record });
      }),
    );
  });

  test("a verdict once given for success is never taken back, whatever a wait is for", () => {
    fc.assert(
      fc.property(receipts, fc.constantFrom("submit", "delivery", "read"), (list, awaited) => {
        const withoutFailures = list.filter(({ status }) => status !== "failed");
        let isDecided = false;
        let record = submitting;
        for (const receipt of withoutFailures) {
          record = mergeReceipt(record, receipt);
          const verdict = verdictOf(record, awaited);
          expect(verdict).not.toBe("failure");
          if (isDecided) expect(verdict).toBe("success");
          isDecided ||= verdict === "success";
        }
      }),
    );
  });
});
