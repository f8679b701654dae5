import { expect, test } from "vitest";
import { phoneDefaults } from "./phone.ts";
import { createPhoneBook } from "./phone-book.ts";

const sam = { waId: "31612345678" };
const bsuid = "NL.13491208655302741918";

test("a phone comes into being when it is named and is the same one afterwards", () => {
  const book = createPhoneBook(phoneDefaults, 10);
  expect(book.open(sam)).toBe(book.open(sam));
  expect(book.open({ bsuid })).toBe(book.open({ bsuid }));
  expect([...book.all()]).toHaveLength(2);
});

test("a phone that was given a bsuid is found by it, and by its latest one only", () => {
  const book = createPhoneBook(phoneDefaults, 10);
  const phone = book.open(sam);
  expect(book.change(phone, { bsuid: "NL.1" })).toBeUndefined();
  expect(book.change(phone, { bsuid })).toBeUndefined();
  expect(book.open({ bsuid })).toBe(phone);
  expect(book.open({ bsuid: "NL.1" })).not.toBe(phone);
});

test("a change keeps what it does not name", () => {
  const book = createPhoneBook(phoneDefaults, 10);
  const phone = book.open(sam);
  book.change(phone, { bsuid, name: "Alex" });
  book.change(phone, { isOffline: true, name: undefined });
  expect(phone).toMatchObject({ bsuid, settings: { ...phoneDefaults, name: "Alex", isOffline: true } });
});

test("changes that would leave a person unknown or doubly known are refused with a sentence", () => {
  const book = createPhoneBook(phoneDefaults, 10);
  const phone = book.open(sam);
  expect(book.change(phone, { hidesNumber: true })).toMatch("needs a bsuid");
  book.change(book.open({ waId: "31687654321" }), { bsuid });
  expect(book.change(phone, { bsuid })).toMatch("belongs to another phone");
  expect(book.change(book.open({ bsuid: "NL.2" }), { bsuid: "NL.3" })).toMatch("keeps it");
  expect(phone.settings).toEqual(phoneDefaults);
});

test("beyond the maximum the longest known phone is forgotten by both its identities", () => {
  const book = createPhoneBook(phoneDefaults, 2);
  const first = book.open(sam);
  book.change(first, { bsuid });
  book.open({ waId: "31600000001" });
  book.open({ waId: "31600000002" });
  expect([...book.all()]).toHaveLength(2);
  expect(book.open({ bsuid })).not.toBe(first);
});
