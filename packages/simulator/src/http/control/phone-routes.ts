import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { bsuidSchema } from "@parley/messaging";
import type { PhoneChange } from "../../index.ts";
import { simulatorLimits } from "../../limits.ts";
import { contentSchema, referralSchema } from "../../writing.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { ControlError, read, readNumber, readPerson } from "./control-error.ts";

type PhonePath = { Params: { phone: string } };

const waitMs = z.int().min(0).max(simulatorLimits.waitMs);

const phoneChangeSchema = z.strictObject({
  name: z.string().min(1).max(simulatorLimits.nameLength).optional(),
  bsuid: bsuidSchema.optional(),
  identityHash: z.string().min(1).max(simulatorLimits.nameLength).optional(),
  deliverAfterMs: waitMs.optional(),
  readAfterMs: waitMs.optional(),
  hasReadReceipts: z.boolean().optional(),
  isOffline: z.boolean().optional(),
  isBlocked: z.boolean().optional(),
  hidesNumber: z.boolean().optional(),
  isOnWhatsApp: z.boolean().optional(),
  failsWith: z.int().positive().nullable().optional(),
}) satisfies z.ZodType<PhoneChange>;

const writeSchema = z.strictObject({
  phoneNumberId: z.string(),
  content: contentSchema,
  contextId: z.string().min(1).max(simulatorLimits.nameLength).optional(),
  /** The advertisement that led the person here; an empty object is any. */
  referral: referralSchema.optional(),
  sentAt: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

const marketingSchema = z.strictObject({ phoneNumberId: z.string(), value: z.enum(["stop", "resume"]) });

const chatQuerySchema = z.strictObject({ phoneNumberId: z.string(), after: z.coerce.number().int().min(0).optional() });

/**
 * Routes of the virtual phones: write a message or do something else in a chat, stop or resume marketing, look at the chat, change how the phone
 * behaves. A phone is named by WA ID or BSUID.
 */
export function phoneRoutes(app: FastifyInstance, { world, numbers }: SimulatorParts): void {
  app.post<PhonePath>("/phones/:phone/messages", (request) => {
    const writing = read(writeSchema, request.body);
    readNumber(numbers, writing.phoneNumberId);
    return { id: world.write({ from: readPerson(request.params.phone), ...writing }) };
  });

  app.post<PhonePath>("/phones/:phone/marketing", (request) => {
    const { phoneNumberId, value } = read(marketingSchema, request.body);
    readNumber(numbers, phoneNumberId);
    world.setMarketing({ phone: readPerson(request.params.phone), phoneNumberId }, value);
    return {};
  });

  app.get<PhonePath>("/phones/:phone/chat", (request) => {
    const { phoneNumberId, after } = read(chatQuerySchema, request.query);
    readNumber(numbers, phoneNumberId);
    return world.chat({ phone: readPerson(request.params.phone), phoneNumberId, after });
  });

  app.patch<PhonePath>("/phones/:phone", (request) => {
    const person = readPerson(request.params.phone);
    const problem = world.changePhone(person, read(phoneChangeSchema, request.body));
    if (problem !== undefined) throw new ControlError(409, problem);
    return world.phone(person);
  });
}
