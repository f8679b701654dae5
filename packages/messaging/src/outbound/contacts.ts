import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { textFrom1To, textUpTo } from "./sized-text.ts";

const { cardEntries, cardFieldLength } = messagingLimits;
const field = textUpTo(cardFieldLength);
const entries = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).max(cardEntries);

const date = z.iso.date();

/** Name parts of a contact card. WhatsApp wants the formatted name and at least one part beside it. */
const nameSchema = z
  .strictObject({
    formattedName: textFrom1To(cardFieldLength, "is empty; give the name as it is shown"),
    firstName: field,
    middleName: field,
    lastName: field,
    prefix: field,
    suffix: field,
  })
  .refine(
    ({ formattedName: _, ...parts }) => Object.values(parts).some((part) => part !== ""),
    "needs at least one part beside the formatted name, such as the first name",
  );

/** A contact card. Empty texts stand for what is not given. */
export const contactCardSchema = z.strictObject({
  name: nameSchema,
  phones: entries(z.strictObject({ phone: textFrom1To(cardFieldLength, "is empty"), type: field, waId: field })),
  emails: entries(z.strictObject({ email: textFrom1To(cardFieldLength, "is empty"), type: field })),
  urls: entries(z.strictObject({ url: textFrom1To(cardFieldLength, "is empty"), type: field })),
  addresses: entries(
    z.strictObject({
      street: field,
      city: field,
      state: field,
      zip: field,
      country: field,
      countryCode: field,
      type: field,
    }),
  ),
  organization: z.strictObject({ company: field, department: field, title: field }),
  /** A date as 1999-01-23; empty for none. */
  birthday: z
    .string()
    .refine((text) => text === "" || date.safeParse(text).success, "must be a date such as 1999-01-23, or empty"),
});

/** A contact card. */
export type ContactCard = z.infer<typeof contactCardSchema>;

/** A message of contact cards (WhatsApp node page, Contact; Cloud API, Contacts messages). */
export const contactsMessageSchema = z.strictObject({
  type: z.literal("contacts"),
  contacts: z.array(contactCardSchema).min(1, "is empty; add a contact").max(messagingLimits.contactCards),
});

/** A message of contact cards. */
export type ContactsMessage = z.infer<typeof contactsMessageSchema>;
