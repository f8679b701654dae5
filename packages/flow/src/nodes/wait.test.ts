import { expect, test } from "vitest";
import { awaitedOutcome, awaitedSchema, onDeliveryReportFail, waitOutcomes } from "./wait.ts";

test("each thing waited for has its own green outcome", () => {
  expect(awaitedSchema.options.map(awaitedOutcome)).toEqual(["onSubmit", "onDeliveryReportSuccess", "onRead"]);
});

test("a wait leaves by what was waited for, or by onTimeout, which falls back to the failed receipt's edge", () => {
  const green = { name: "onRead", colour: "green", isRequired: true };
  const amber = { name: "onTimeout", colour: "amber", fallback: "onDeliveryReportFail" };
  expect(waitOutcomes("read", true)).toEqual([green, { ...amber, isRequired: true }]);
  expect(waitOutcomes("read", false)).toEqual([green, { ...amber, isRequired: false }]);
});

test("a failed receipt is a failure that need not lead anywhere", () => {
  expect(onDeliveryReportFail).toEqual({ name: "onDeliveryReportFail", colour: "red", isRequired: false });
});
