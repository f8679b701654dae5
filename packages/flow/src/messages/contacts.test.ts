import { expect, test } from "vitest";
import { contacts } from "./contacts.ts";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";

const name = { formattedName: "Ada Lovelace", firstName: "Ada" };
const whole = {
  name: { ...name, middleName: "King", lastName: "Lovelace", prefix: "Countess", suffix: "FRS" },
  phones: [{ phone: "+44 20 7946 0958", type: "WORK", waId: "442079460958" }],
  emails: [{ email: "$(mail)", type: "HOME" }],
  urls: [{ url: "https://example.com", type: "WORK" }],
  addresses: [
    {
      street: "St James's Sq 12",
      city: "London",
      state: "",
      zip: "SW1Y",
      country: "UK",
      countryCode: "gb",
      type: "HOME",
    },
  ],
  organization: { company: "Analytical Engines", department: "Programs", title: "Author" },
  birthday: "1815-12-10",
};

test("a new card lacks its name", () => {
  expect(drawMessage(contacts.newConfig)).toEqual(contacts.newConfig);
  expect(problemsOf(contacts.newConfig)).toEqual([
    "contacts[0].name.formattedName is empty; give the name as it is shown",
    "contacts[0].name needs at least one part beside the formatted name, such as the first name",
  ]);
});

test("every field of a card is sent, with expressions in all but the types", () => {
  expect(messageOf({ type: "contacts", contacts: [whole] })).toEqual({
    type: "contacts",
    contacts: [{ ...whole, emails: [{ email: "<mail>", type: "HOME" }] }],
  });
  const fields = fieldsOf({ type: "contacts", contacts: [whole] });
  expect(fields).toHaveLength(6 + 2 + 1 + 1 + 6 + 3 + 1);
  expect(fields).toContain("contacts[0].emails[0].email");
  expect(fields.filter((field) => field.endsWith(".type"))).toEqual([]);
});

test.each([
  [[], "contacts is empty; add a contact"],
  [
    [{ name: { formattedName: "Ada" } }],
    "contacts[0].name needs at least one part beside the formatted name, such as the first name",
  ],
  [[{ name, birthday: "10-12-1815" }], "contacts[0].birthday must be a date such as 1999-01-23, or empty"],
  [[{ name, phones: [{}] }], "contacts[0].phones[0].phone is empty"],
  [
    [{ name: { ...name, lastName: "x".repeat(501) } }],
    "contacts[0].name.lastName is 501 characters long; WhatsApp takes at most 500",
  ],
])("%j is refused", (cards, sentence) => {
  expect(problemsOf({ type: "contacts", contacts: cards })).toEqual([sentence]);
});
