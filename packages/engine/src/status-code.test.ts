import { receiptStatuses } from "@parley/messaging";
import { expect, test } from "vitest";
import { providerErrorCode, providerStatusCodes, receiptCode } from "./status-code.ts";

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

test("an error of Meta's has one code, and a code of Webex Connect one row", () => {
  const meta = providerStatusCodes.flatMap((row) => row.meta);
  const codes = providerStatusCodes.map(({ code }) => code);
  expect(meta.length).toBeGreaterThan(30);
  expect(new Set(meta).size).toBe(meta.length);
  expect(codes).toEqual([...new Set(codes)].toSorted());
});

test.each([
  [137000, "7862"],
  [132000, "7804"],
  [132001, "7805"],
  [132007, "7811"],
  [132012, "7816"],
  [132015, "7869"],
  [132016, "7868"],
  [200, "7840"],
  [253, "7840"],
  [299, "7840"],
  [300, "7200"],
  [131049, "7200"],
])("Meta's %i is %s here", (meta, code) => {
  expect(providerErrorCode(meta)).toBe(code);
});

test("an error that has no twin is of unknown status", () => {
  expect([undefined, -1, 999_999].map(providerErrorCode)).toEqual(["7200", "7200", "7200"]);
  expect([0, 131047, 131056].map(providerErrorCode)).toEqual(["7832", "7710", "7874"]);
});
