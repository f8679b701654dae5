import { bsuidSchema, messagingLimits, optInSchema, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";
import { wholeNumber } from "./whole-number.ts";

const params = z.strictObject({ contactId: z.string().max(100) });

/** What is said of a profile with too many fields, as a predicate. */
export const tooManyContactFields = `has too many fields; at most ${messagingLimits.contactFields} are allowed`;

const fieldName = z.string().regex(/^[A-Za-z_]\w{0,99}$/, "must be letters, digits and _");
const fieldValue = z.string().max(messagingLimits.contactFieldLength);
const fieldsSchema = z
  .record(fieldName, fieldValue)
  .refine((fields) => Object.keys(fields).length <= messagingLimits.contactFields, tooManyContactFields);

const customerId = z.string().trim().min(1).max(messagingLimits.customerIdLength);

const contactSchema = z.object({
  id: z.string(),
  waId: z.string().optional(),
  bsuid: z.string().optional(),
  customerId: z.string().optional(),
  name: z.string().optional(),
  username: z.string().optional(),
  fields: z.record(z.string(), z.unknown()),
  createdAt: z.int(),
  updatedAt: z.int(),
});

/** A contact in a list. */
export type ContactView = z.infer<typeof contactSchema>;

const threadSchema = z.object({
  threadId: z.string(),
  appId: z.string(),
  /** When the contact last wrote. */
  lastInboundAt: z.int().optional(),
  /** When the session window closes or has closed; absent when the contact never wrote. */
  windowClosesAt: z.int().optional(),
  /** When the free entry point closes or has closed. */
  freeEntryPointClosesAt: z.int().optional(),
  optIn: optInSchema.optional(),
  /** Their ids, oldest first. */
  liveConversations: z.array(z.object({ id: z.string(), flowId: z.string(), flowVersion: z.int() })),
});

/** A contact on one app. */
export type ContactThread = z.infer<typeof threadSchema>;

const detailSchema = contactSchema.extend({ threads: z.array(threadSchema) });

/** Contacts, the latest change first; `text` looks in name, user name, number, user id and customer id. `cursor` goes on after a page. */
export const listContacts = defineRoute({
  method: "GET",
  path: "/api/contacts",
  params: nothing,
  query: z.strictObject({
    text: z.string().max(200).prefault(""),
    cursor: z.string().max(200).optional(),
    limit: wholeNumber(1, apiLimits.pageSize).prefault("50"),
  }),
  body: nothing,
  response: z.object({ contacts: z.array(contactSchema), next: z.string().optional() }),
});

/** A contact and how it stands on each app. */
export const getContact = defineRoute({
  method: "GET",
  path: "/api/contacts/:contactId",
  params,
  query: nothing,
  body: nothing,
  response: detailSchema,
});

const identity = { waId: waIdSchema, bsuid: bsuidSchema, customerId };

/** Makes a contact, by at least one of number, user id and customer id; `conflict` when another has one of them. */
export const createContact = defineRoute({
  method: "POST",
  path: "/api/contacts",
  params: nothing,
  query: nothing,
  body: z
    .strictObject({ ...identity, name: z.string().max(messagingLimits.contactNameLength), fields: fieldsSchema })
    .partial()
    .refine(
      ({ waId, bsuid, customerId }) => [waId, bsuid, customerId].some((one) => one !== undefined),
      "must have a waId, a bsuid or a customerId",
    ),
  response: detailSchema,
});

/** Changes what is given; null takes a value away, and a field with null leaves the profile. */
export const changeContact = defineRoute({
  method: "PATCH",
  path: "/api/contacts/:contactId",
  params,
  query: nothing,
  body: z
    .strictObject({
      waId: waIdSchema.nullable(),
      bsuid: bsuidSchema.nullable(),
      customerId: customerId.nullable(),
      name: z.string().max(messagingLimits.contactNameLength).nullable(),
      /** Any name may be taken away, so that nothing stays that may not come in any more. */
      fields: z.record(z.string().max(100), fieldValue.nullable()).superRefine((fields, context) => {
        for (const [name, value] of Object.entries(fields))
          if (value !== null && !fieldName.safeParse(name).success)
            context.addIssue({
              code: "custom",
              path: [name],
              message: "is no name of a field; it must be letters, digits and _",
            });
      }),
    })
    .partial(),
  response: detailSchema,
});

/** Forgets a contact's record; what it wrote stays. */
export const deleteContact = defineRoute({
  method: "DELETE",
  path: "/api/contacts/:contactId",
  params,
  query: nothing,
  body: nothing,
  response: z.object({}),
});

/** Records a contact's word on being messaged proactively by an app. */
export const recordOptIn = defineRoute({
  method: "PUT",
  path: "/api/contacts/:contactId/opt-in",
  params,
  query: nothing,
  body: z.strictObject({
    appId: z.string().max(100),
    status: optInSchema.shape.status,
    evidence: optInSchema.shape.evidence.default(""),
    /** When the contact gave it; now unless given, and never later. */
    at: optInSchema.shape.at.optional(),
  }),
  response: detailSchema,
});
