import { formatPath, type Parsed } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { isSamePerson, recipientOf } from "./recipient.ts";

function told(parsed: Parsed<unknown>): unknown {
  return parsed.ok ? parsed.value : parsed.problems.map(({ path, message }) => `${formatPath(path)}${message}`);
}

describe("a text names", () => {
  test.each([
    ["waId", "+31 (0)6-1234.5678", { waId: "31612345678" }],
    ["waId", " +31 6 1234 5678 ", { waId: "31612345678" }],
    ["waId", "0031612345678", { waId: "31612345678" }],
    ["waId", "US.13491208655302741918", { bsuid: "US.13491208655302741918" }],
    ["bsuid", " US.ENT.11815799212886844830 ", { bsuid: "US.ENT.11815799212886844830" }],
    ["customerId", " customer 7 ", { customerId: "customer 7" }],
  ] as const)("as %s %j somebody", (type, text, recipient) => {
    expect(told(recipientOf(type, text))).toEqual(recipient);
  });

  test.each([
    ["waId", "", 'is ""; it must be a phone number with its country code, such as +31612345678'],
    ["waId", "06-1234", /^is "06-1234"/],
    ["waId", "customer 7", 'is "customer 7"; it must be a phone number with its country code, such as +31612345678'],
    ["bsuid", "31612345678", 'is "31612345678"; it must be a business-scoped user id such as US.13491208655302741918'],
    ["customerId", " ", "is empty; it must be the customer id of a contact"],
    ["customerId", "x".repeat(201), "is 201 characters long; a customer id has at most 200"],
  ] as const)("as %s %j nobody", (type, text, sentence) => {
    expect(told(recipientOf(type, text))).toEqual([
      typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
    ]);
  });
});

test("contacts are one person who share an identity", () => {
  const ada = { waId: "31612345678", bsuid: "NL.7" };
  expect(isSamePerson(ada, { waId: "31612345678", bsuid: "NL.8" })).toBe(true);
  expect(isSamePerson({ bsuid: "NL.7", name: "Ada" }, ada)).toBe(true);
  expect(isSamePerson({ waId: "31612345678" }, { bsuid: "NL.7" })).toBe(false);
  expect(isSamePerson({ waId: "31612345678", name: "Ada" }, { waId: "31612345670", name: "Ada" })).toBe(false);
  expect(isSamePerson({}, {})).toBe(false);
});
