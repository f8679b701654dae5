import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import type { MessageDefinition } from "./definition.ts";
import { optionalText } from "./parts.ts";

const entries = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).max(messagingLimits.cardEntries).default([]);

const cardConfigSchema = z.strictObject({
  name: z.strictObject({
    formattedName: optionalText,
    firstName: optionalText,
    middleName: optionalText,
    lastName: optionalText,
    prefix: optionalText,
    suffix: optionalText,
  }),
  /** `type` is HOME, WORK or the like. */
  phones: entries(z.strictObject({ phone: optionalText, type: z.string().max(40).default(""), waId: optionalText })),
  emails: entries(z.strictObject({ email: optionalText, type: z.string().max(40).default("") })),
  urls: entries(z.strictObject({ url: optionalText, type: z.string().max(40).default("") })),
  addresses: entries(
    z.strictObject({
      street: optionalText,
      city: optionalText,
      state: optionalText,
      zip: optionalText,
      country: optionalText,
      countryCode: optionalText,
      type: z.string().max(40).default(""),
    }),
  ),
  organization: z
    .strictObject({ company: optionalText, department: optionalText, title: optionalText })
    .default({ company: "", department: "", title: "" }),
  birthday: optionalText,
});

/** A message of contact cards as drawn (WhatsApp node page, Contact). */
export const contactsMessageConfigSchema = z.strictObject({
  type: z.literal("contacts"),
  contacts: z.array(cardConfigSchema).max(messagingLimits.contactCards).default([]),
});

export const contacts: MessageDefinition<z.infer<typeof contactsMessageConfigSchema>> = {
  newConfig: {
    type: "contacts",
    contacts: [
      {
        name: { formattedName: "", firstName: "", middleName: "", lastName: "", prefix: "", suffix: "" },
        phones: [],
        emails: [],
        urls: [],
        addresses: [],
        organization: { company: "", department: "", title: "" },
        birthday: "",
      },
    ],
  },
};
