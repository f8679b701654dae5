import type { ContactCard } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { contactsWireForm } from "./contacts.ts";

const bare: ContactCard = {
  name: { formattedName: "Ada", firstName: "Ada", middleName: "", lastName: "", prefix: "", suffix: "" },
  phones: [],
  emails: [],
  urls: [],
  addresses: [],
  organization: { company: "", department: "", title: "" },
  birthday: "",
};
const whole: ContactCard = {
  name: {
    formattedName: "Dr Ada King Lovelace PhD",
    firstName: "Ada",
    middleName: "King",
    lastName: "Lovelace",
    prefix: "Dr",
    suffix: "PhD",
  },
  phones: [{ phone: "+31 6 12345678", type: "WORK", waId: "31612345678" }],
  emails: [{ email: "ada@example.com", type: "WORK" }],
  urls: [{ url: "https://example.com", type: "" }],
  addresses: [
    {
      street: "Dam 1",
      city: "Amsterdam",
      state: "NH",
      zip: "1012",
      country: "Netherlands",
      countryCode: "nl",
      type: "HOME",
    },
  ],
  organization: { company: "Engines", department: "Analysis", title: "Countess" },
  birthday: "1815-12-10",
};

describe("a contact card", () => {
  test("is written with every field that it has", () => {
    expect(contactsWireForm({ type: "contacts", contacts: [whole] })).toEqual({
      type: "contacts",
      contacts: [
        {
          name: {
            formatted_name: "Dr Ada King Lovelace PhD",
            first_name: "Ada",
            middle_name: "King",
            last_name: "Lovelace",
            prefix: "Dr",
            suffix: "PhD",
          },
          phones: [{ phone: "+31 6 12345678", type: "WORK", wa_id: "31612345678" }],
          emails: [{ email: "ada@example.com", type: "WORK" }],
          urls: [{ url: "https://example.com" }],
          addresses: [
            {
              street: "Dam 1",
              city: "Amsterdam",
              state: "NH",
              zip: "1012",
              country: "Netherlands",
              country_code: "nl",
              type: "HOME",
            },
          ],
          org: { company: "Engines", department: "Analysis", title: "Countess" },
          birthday: "1815-12-10",
        },
      ],
    });
  });

  test("is written without the fields that it has not", () => {
    expect(contactsWireForm({ type: "contacts", contacts: [bare, bare] })).toEqual({
      type: "contacts",
      contacts: [
        { name: { formatted_name: "Ada", first_name: "Ada" } },
        { name: { formatted_name: "Ada", first_name: "Ada" } },
      ],
    });
  });
});
