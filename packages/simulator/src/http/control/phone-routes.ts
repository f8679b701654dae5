import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { bsuidSchema } from "@parley/messaging";
import type { PhoneChange } from "../../index.ts";
import { simulatorLimits } from "../../limits.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { ControlError, read, readNumber, readPerson } from "./control-error.ts";
import { contentSchema, writingOf } from "./content.ts";

type PhonePath = { Params: { phone: string } };

const waitMs = z.int().min(0).max(simulatorLimits.waitMs);

const phoneChangeSchema = z.strictObject({
  name: z.string().min(1).max(simulatorLimits.nameLength).optional(),
  bsuid: bsuidSchema.optional(),
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
  sentAt: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

const chatQuerySchema = z.strictObject({ phoneNumberId: z.string(), after: z.coerce.number().int().min(0).optional() });

/** Routes of the virtual phones: write a message, look at the chat, change how the phone behaves. A phone is named by WA ID or BSUID. */
export function phoneRoutes(app: FastifyInstance, { world, numbers, random }: SimulatorParts): void {
  app.post<PhonePath>("/phones/:phone/messages", (request) => {
    const { content, contextId, sentAt, phoneNumberId } = read(writeSchema, request.body);
    const number = readNumber(numbers, phoneNumberId);
    const writing = writingOf(content, { contextId, businessNumber: number.displayPhoneNumber, random });
    return { id: world.write({ phoneNumberId, from: readPerson(request.params.phone), sentAt, ...writing }) };
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
