import { expect, test } from "vitest";
import { makeNode } from "../flow.test-support.ts";
import { configProblemsOf } from "./index.ts";
import { recipientProblems } from "./recipient-type.ts";

const told = (...given: Parameters<typeof recipientProblems>) =>
  recipientProblems(...given).map(({ severity, code, field, message }) => `${severity} ${code} ${field} ${message}`);

test.each([
  ["waId", "+31 (0)6 1234-5678"],
  ["waId", "0031612345678"],
  ["waId", " 31612345678 "],
  ["waId", "US.13491208655302741918"],
  ["waId", "$(number)"],
  ["waId", "31$(rest)"],
  ["waId", ""],
  ["bsuid", "US.13491208655302741918"],
  ["bsuid", "$(id)"],
  ["customerId", "anything"],
] as const)("as %s %j may name somebody", (type, text) => {
  expect(told("contact", type, text)).toEqual([]);
});

test.each([
  ["waId", "06-12345678", "must be a phone number with its country code, such as +31612345678"],
  ["waId", "my boss", "must be a phone number with its country code, such as +31612345678"],
  ["bsuid", "31612345678", "must be a business-scoped user id such as US.13491208655302741918"],
] as const)("as %s %j names nobody", (type, text, sentence) => {
  expect(told("contact", type, text)).toEqual([`error bad-destination contact ${sentence}`]);
});

test("a Start and a Receive that name nobody are told so", () => {
  const trigger = { type: "custom-event", event: "paid", contact: "nobody" };
  expect(configProblemsOf(makeNode("start", { trigger }))).toMatchObject([{ field: "config.trigger.contact" }]);
  const events = [{ type: "whatsapp.mo" }, { type: "whatsapp.list", from: "my boss" }];
  expect(configProblemsOf(makeNode("receive", { events }))).toMatchObject([{ field: "config.events[1].from" }]);
});
