import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeStatus, type ReceiptStatus, receiptStatuses } from "./delivery-receipt.ts";

const statuses = fc.constantFrom(...receiptStatuses);

function mergeAll(received: readonly ReceiptStatus[]): ReceiptStatus | undefined {
  return received.reduce<ReceiptStatus | undefined>(mergeStatus, undefined);
}

test("receipts merge to the same status in any order of arrival", () => {
  const shuffled = fc
    .array(statuses, { minLength: 1, maxLength: 8 })
    .chain((received) =>
      fc.tuple(
        fc.constant(received),
        fc.shuffledSubarray(received, { minLength: received.length, maxLength: received.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([sent, arrived]) => {
      expect(mergeAll(arrived)).toBe(mergeAll(sent));
    }),
  );
});

test("a receipt that comes twice changes nothing", () => {
  fc.assert(
    fc.property(fc.array(statuses, { minLength: 1 }), fc.nat(), (received, pick) => {
      const again = received[pick % received.length] ?? "submitted";
      expect(mergeAll([...received, again])).toBe(mergeAll(received));
    }),
  );
});

test("a status never goes back", () => {
  fc.assert(
    fc.property(statuses, statuses, (known, next) => {
      expect(receiptStatuses.indexOf(mergeStatus(known, next))).toBeGreaterThanOrEqual(receiptStatuses.indexOf(known));
    }),
  );
});
