import { expect, test } from "vitest";
import { createFaults } from "./faults.ts";

test("a fault without a count strikes until the plan changes", () => {
  const faults = createFaults();
  expect(faults.take("apiDown")).toBeUndefined();
  faults.set({ apiDown: {} });
  for (let time = 0; time < 5; time += 1) expect(faults.take("apiDown")).toEqual({});
  faults.set({});
  expect(faults.take("apiDown")).toBeUndefined();
  expect(faults.struck()).toEqual({ apiDown: 5 });
});

test("a fault with a count strikes that often and is off then", () => {
  const faults = createFaults();
  faults.set({ apiStatus: { status: 503, count: 2 }, answerLost: {} });
  expect(faults.take("apiStatus")).toMatchObject({ status: 503 });
  expect(faults.plan()).toEqual({ apiStatus: { status: 503, count: 1 }, answerLost: {} });
  expect(faults.take("apiStatus")).toMatchObject({ status: 503 });
  expect(faults.plan()).toEqual({ answerLost: {} });
  expect(faults.take("apiStatus")).toBeUndefined();
});

test("an occasion that a fault does not apply to uses up nothing", () => {
  const faults = createFaults();
  faults.set({ dropStatuses: { statuses: ["read"], count: 1 } });
  expect(faults.take("dropStatuses", ({ statuses }) => statuses.includes("sent"))).toBeUndefined();
  expect(faults.take("dropStatuses", ({ statuses }) => statuses.includes("read"))).toBeDefined();
  expect(faults.struck()).toEqual({ dropStatuses: 1 });
});

test("a reset switches everything off and forgets what struck", () => {
  const faults = createFaults();
  faults.set({ apiDown: {} });
  faults.take("apiDown");
  faults.reset();
  expect(faults.plan()).toEqual({});
  expect(faults.struck()).toEqual({});
});
