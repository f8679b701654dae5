import { bsuidSchema, type JsonObject, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import { simulatorLimits } from "../limits.ts";
import type { PhoneIdentity } from "../phone.ts";
import type { SendRequest } from "../send.ts";
import type { Delivering } from "./message-types/message-type.ts";
import { messageTypes } from "./message-types/index.ts";
import { wireTypes } from "./message-types/wire-types.ts";
import { type Reading, read, readWith, refused } from "./reading.ts";

/** The parameter that every request of this API carries. */
export const product = z.literal("whatsapp", "must be whatsapp.");

const { clientReferenceLength, nameLength } = simulatorLimits;
const name = z.string("must be a string.").max(nameLength);

const envelopeSchema = z.object({
  messaging_product: product,
  recipient_type: z.literal("individual", "must be individual: the simulator knows no groups.").optional(),
  to: name.optional(),
  recipient: name.optional(),
  type: z
    .enum(wireTypes, {
      error: ({ input }) => `must be one of {${wireTypes.join(", ").toUpperCase()}} - got ${JSON.stringify(input)}.`,
    })
    .default("text"),
  context: z.object({ message_id: name.min(1) }).optional(),
  recipient_identity_key_hash: name.optional(),
  biz_opaque_callback_data: z
    .string("must be a string.")
    .max(clientReferenceLength, `must be at most ${clientReferenceLength} characters long.`)
    .optional(),
});

type Envelope = z.infer<typeof envelopeSchema>;

/** A send as it was read. `input` is the recipient as the business wrote it. */
export type SendReading = Omit<SendRequest, "phoneNumberId"> & { readonly input: string };

/** Reads a message to be sent (Cloud API, Messages reference). */
export function readSend(body: JsonObject, sender: Omit<Delivering, "to">): Reading<SendReading> {
  const envelope = readWith(envelopeSchema, body);
  if (!envelope.isValid) return envelope;
  const recipient = readRecipient(envelope.value);
  if (!recipient.isValid) return recipient;
  const { type, context, biz_opaque_callback_data: clientReference } = envelope.value;
  const { recipient_identity_key_hash: identityHash = "" } = envelope.value;
  const { isFreeForm, ...messageType } = messageTypes[type];
  const reading = messageType.read(body, { ...sender, to: recipient.value.to });
  if (!reading.isValid) return reading;
  const message: JsonObject = { type, [type]: body[type] ?? null, ...(context && { context }) };
  const identity = identityHash === "" ? {} : { identityHash };
  return read({ ...recipient.value, ...reading.value, ...identity, message, isFreeForm, clientReference });
}

/** `to` is a phone number that may be written for people; `recipient` is a business-scoped user id, and yields to `to`. */
function readRecipient({ to, recipient }: Envelope): Reading<{ to: PhoneIdentity; input: string }> {
  const input = to ?? recipient;
  if (input === undefined) return refused(100, { title: "The parameter to is required." });
  const waId = waIdSchema.safeParse(to?.replace(/[+\s().-]/g, "")).data;
  const bsuid = to === undefined ? bsuidSchema.safeParse(recipient).data : undefined;
  if (waId !== undefined) return read({ to: { waId }, input });
  if (bsuid !== undefined) return read({ to: { bsuid }, input });
  const details = `${to === undefined ? "Param recipient" : "Param to"} does not name a person: ${JSON.stringify(input)}.`;
  return refused(131009, { details });
}
