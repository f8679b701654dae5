import { z } from "zod";

/** How a person is named: by phone number, by business-scoped user id, or by the customer id of a contact's profile (WhatsApp node page, Destination type). */
export const recipientTypeSchema = z.enum(["waId", "bsuid", "customerId"]);

/** How a person is named. */
export type RecipientType = z.infer<typeof recipientTypeSchema>;
