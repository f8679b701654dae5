import { describe, expect, test } from "vitest";
import { phoneLimits } from "../limits.ts";
import { addContact, freeNumber, readContacts, readNumber, showNumber } from "./contacts.ts";

const sam = { waId: "15550100001", name: "Sam" };
const ada = { waId: "31612345678", name: "Ada" };

describe("It is true of contacts that", () => {
  test.each([
    undefined,
    "",
    "{",
    "null",
    "[]",
    '{"all":7}',
    '{"all":[{"waId":"x","name":"Y"},{"waId":"15550100001"}]}',
  ])("from %j there is one, who writes", (text) => expect(readContacts(text)).toEqual({ all: [sam], current: sam }));

  test("those that were remembered are there again, with the one who wrote", () => {
    const text = JSON.stringify({ all: [sam, ada], current: ada.waId });
    expect(readContacts(text)).toEqual({ all: [sam, ada], current: ada });
  });

  test("where the one who wrote is unknown, the first writes", () => {
    expect(readContacts(JSON.stringify({ all: [ada, sam], current: "7" })).current).toEqual(ada);
  });

  test("one who is added writes, and beyond the limit the oldest is forgotten", () => {
    let contacts = addContact(readContacts(undefined), ada);
    expect(contacts).toEqual({ all: [sam, ada], current: ada });
    for (let count = 1; count < phoneLimits.contacts; count += 1) {
      contacts = addContact(contacts, { waId: freeNumber(contacts), name: `Person ${count}` });
    }
    expect(contacts.all).toHaveLength(phoneLimits.contacts);
    expect(contacts.all).not.toContainEqual(sam);
    expect(new Set(contacts.all.map(({ waId }) => waId)).size).toBe(phoneLimits.contacts);
  });

  test("a new one gets the next test number that is free", () => {
    expect(freeNumber(readContacts(undefined))).toBe("15550100002");
    expect(freeNumber({ all: [ada], current: ada })).toBe("15550100001");
  });

  test.each([
    ["+1 555 010 0001", "15550100001"],
    ["(31) 6-1234.5678", "31612345678"],
    ["0612345678", undefined],
    ["", undefined],
    ["Sam", undefined],
  ])("%j is read as %j", (text, waId) => expect(readNumber(text)).toBe(waId));

  test.each([
    ["15550100001", "+1 555 010 0001"],
    ["31612345678", "+31 6 1234 5678"],
    ["4915112345678", "+4915112345678"],
  ])("%s is shown as %s", (waId, shown) => {
    expect(showNumber(waId)).toBe(shown);
    expect(readNumber(shown)).toBe(waId);
  });
});
