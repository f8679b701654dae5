import { z } from "zod";
import { metaError } from "../meta-error.ts";
import { unlessWrong } from "../reading.ts";
import { messageType } from "./message-type.ts";
import { someText } from "./wire-text.ts";

const nameSchema = z.object({
  formatted_name: someText.min(1, "must be at least 1 character long."),
  first_name: someText.optional(),
  last_name: someText.optional(),
  middle_name: someText.optional(),
  prefix: someText.optional(),
  suffix: someText.optional(),
});

const entry = z.object({ type: someText.optional() });

const cardSchema = z.object({
  name: nameSchema,
  phones: z.array(entry.extend({ phone: someText.optional(), wa_id: someText.optional() })).optional(),
  emails: z.array(entry.extend({ email: someText.optional() })).optional(),
  urls: z.array(entry.extend({ url: someText.optional() })).optional(),
  addresses: z
    .array(
      entry.extend({
        street: someText.optional(),
        city: someText.optional(),
        state: someText.optional(),
        zip: someText.optional(),
        country: someText.optional(),
        country_code: someText.optional(),
      }),
    )
    .optional(),
  org: z
    .object({ company: someText.optional(), department: someText.optional(), title: someText.optional() })
    .optional(),
  birthday: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date such as 1999-01-23.")
    .optional(),
});

/** Cards of one message: a page of Meta's says up to 257, though fewer are wise; Parley's own limit, 5, is that of the OpenAPI description. */
const cardsLimit = 257;

/** A message of contact cards (Cloud API, Contacts messages). */
export const contacts = messageType({
  schema: z.object({
    contacts: z
      .array(cardSchema, "must be an array.")
      .min(1, "must have at least 1 element.")
      .max(cardsLimit, `must have at most ${cardsLimit} elements.`),
  }),
  take: ({ contacts: cards }) => unlessWrong(cards.map(nameProblem), () => ({ text: cards.map(nameOf).join(", ") })),
});

type Card = z.infer<typeof cardSchema>;

/** The formatted name must not stand alone (Cloud API, Messages reference, Name object). */
function nameProblem({ name: { formatted_name: _, ...parts } }: Card, index: number) {
  if (Object.values(parts).some((part) => part !== undefined && part !== "")) return undefined;
  const details = `contacts[${index}]['name'] needs at least one of first_name, last_name, middle_name, suffix or prefix beside formatted_name.`;
  return metaError(131008, { details });
}

function nameOf({ name }: Card): string {
  return name.formatted_name;
}
