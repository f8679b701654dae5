import { expect, test } from "vitest";
import { mergeStatus, type ReceiptStatus } from "./delivery-receipt.ts";

test.each<[ReceiptStatus | undefined, ReceiptStatus, ReceiptStatus]>([
  [undefined, "submitted", "submitted"],
  [undefined, "read", "read"],
  ["submitted", "delivered", "delivered"],
  ["delivered", "submitted", "delivered"],
  ["delivered", "failed", "failed"],
  ["failed", "delivered", "failed"],
  ["failed", "read", "read"],
  ["read", "delivered", "read"],
])("%s and then %s make %s", (known, next, merged) => {
  expect(mergeStatus(known, next)).toBe(merged);
});
