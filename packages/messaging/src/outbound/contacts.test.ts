import { describe, expect, test } from "vitest";
import { contactCardSchema, contactsMessageSchema } from "./contacts.ts";
import { long, problemsOf } from "./problems-of.test-support.ts";

const name = { formattedName: "Ada Lovelace", firstName: "Ada", middleName: "", lastName: "", prefix: "", suffix: "" };
const card = {
  name,
  phones: [],
  emails: [],
  urls: [],
  addresses: [],
  organization: { company: "", department: "", title: "" },
  birthday: "",
};
const address = { street: "", city: "", state: "", zip: "", country: "", countryCode: "", type: "" };
const entries = {
  phones: { phone: "+31612345678", type: "WORK", waId: "31612345678" },
  emails: { email: "ada@example.com", type: "WORK" },
  urls: { url: "https://example.com", type: "WORK" },
  addresses: { ...address, city: "London" },
};
const problems = (changes: object) => problemsOf(contactCardSchema, { ...card, ...changes });

describe("a contact card", () => {
  test.each(Object.entries(entries))("has at most 20 %s", (field, entry) => {
    expect(problems({ [field]: Array.from({ length: 20 }, () => entry) })).toEqual([]);
    expect(problems({ [field]: Array.from({ length: 21 }, () => entry) })).toEqual([
      `${field} has 21 entries; it must have at most 20`,
    ]);
  });

  test("has fields of at most 500 characters", () => {
    expect(problems({ organization: { company: long(500), department: long(500), title: long(500) } })).toEqual([]);
    expect(problems({ addresses: [{ ...address, street: long(501) }] })).toEqual([
      "addresses[0].street is 501 characters long; WhatsApp takes at most 500",
    ]);
  });

  test("has a formatted name and at least one part of it", () => {
    expect(problems({ name: { ...name, formattedName: "" } })).toEqual([
      "name.formattedName is empty; give the name as it is shown",
    ]);
    expect(problems({ name: { ...name, firstName: "" } })).toEqual([
      "name needs at least one part beside the formatted name, such as the first name",
    ]);
    expect(problems({ name: { ...name, firstName: "", suffix: "PhD" } })).toEqual([]);
  });

  test("has no phone, email or site that is empty", () => {
    expect(problems({ phones: [{ ...entries.phones, phone: "" }] })).toEqual(["phones[0].phone is empty"]);
    expect(problems({ emails: [{ ...entries.emails, email: "" }] })).toEqual(["emails[0].email is empty"]);
    expect(problems({ urls: [{ ...entries.urls, url: "" }] })).toEqual(["urls[0].url is empty"]);
  });

  test("has a birthday that the calendar knows, or none", () => {
    expect(problems({ birthday: "2000-02-29" })).toEqual([]);
    for (const birthday of ["2001-02-29", "1999-1-23", "23-01-1999", "1999-01-23T00:00:00Z", " "])
      expect(problems({ birthday })).toEqual(["birthday must be a date such as 1999-01-23, or empty"]);
  });
});

test("A message has one to five contact cards", () => {
  const withCards = (length: number) =>
    problemsOf(contactsMessageSchema, { type: "contacts", contacts: Array.from({ length }, () => card) });
  expect(withCards(1)).toEqual([]);
  expect(withCards(5)).toEqual([]);
  expect(withCards(6)).toEqual(["contacts has 6 entries; it must have at most 5"]);
  expect(withCards(0)).toEqual(["contacts is empty; add a contact"]);
});
