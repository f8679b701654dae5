import { receiptStatuses } from "@parley/messaging";
import { expect, test } from "vitest";
import { providerErrorCode, receiptCode } from "./status-code.ts";

test("each receipt has the code and text that Webex Connect gives it", () => {
  expect(receiptStatuses.map((status) => receiptCode(status, undefined))).toEqual([
    { code: "7501", description: "Submitted" },
    { code: "7500", description: "Delivered" },
    { code: "7200", description: "Failed" },
    { code: "7502", description: "Read" },
  ]);
});

test("a failure has the code of the provider's error and its title", () => {
  const error = { code: 131026, title: "Message undeliverable", details: "The phone has no WhatsApp." };
  expect(receiptCode("failed", error)).toEqual({ code: "7871", description: "Message undeliverable" });
});

test("an error that has no twin is of unknown status", () => {
  expect([undefined, -1, 999_999].map(providerErrorCode)).toEqual(["7200", "7200", "7200"]);
  expect([0, 131047, 131056].map(providerErrorCode)).toEqual(["7832", "7710", "7874"]);
});
