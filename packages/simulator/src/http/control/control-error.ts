import { bsuidSchema, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import type { PhoneIdentity } from "../../index.ts";
import type { NumberBook } from "../number-book.ts";
import type { RegisteredNumber } from "../number-registration.ts";

/** A request to the control API that cannot be served; its message is for the caller. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly statusCode: 400 | 404 | 409;

  constructor(statusCode: 400 | 404 | 409, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** Reads a part of a request, or throws a `ControlError` that names every field that is wrong. */
export function read<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const sentences = result.error.issues.map(
    ({ path, message }) => `${path.map(String).join(".") || "body"}: ${message}`,
  );
  throw new ControlError(400, sentences.join("; "));
}

/** The person that a path names, by WA ID or business-scoped user id. */
export function readPerson(text: string): PhoneIdentity {
  const waId = waIdSchema.safeParse(text).data;
  return waId === undefined ? { bsuid: read(z.object({ phone: bsuidSchema }), { phone: text }).phone } : { waId };
}

/** The number that a request names. */
export function readNumber(numbers: NumberBook, phoneNumberId: string): RegisteredNumber {
  const number = numbers.get(phoneNumberId);
  if (number === undefined)
    throw new ControlError(404, `no number ${phoneNumberId} is registered; PUT /control/numbers/:id does`);
  return number;
}
