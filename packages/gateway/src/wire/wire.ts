import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import { gatewayLimits } from "../limits.ts";

/** A provider's id of a message or a number. */
export const wireIdSchema = z.string().min(1).max(gatewayLimits.wireIdLength);

/** A text of the provider's own, as much of it as is kept. */
export const providerTextSchema = z.string().transform((text) => text.slice(0, gatewayLimits.providerTextLength));

/** An identity key hash; one that is longer than any that was seen is not kept. */
export const identityHashSchema = z.string().min(1).max(messagingLimits.identityHashLength);

/** Digits as a number: some clients of the wire write numbers as strings. */
function digits(most: number) {
  return z
    .string()
    .regex(new RegExp(`^\\d{1,${most}}$`), "must be digits")
    .transform(Number);
}

/** An error code, such as 131047. */
export const errorCodeSchema = z.union([z.int(), digits(9)]);

/** From here on a number of seconds would be a time after the year 5000, so it is taken as milliseconds. */
const firstMs = 100_000_000_000;

/** The last moment that ECMAScript can name. */
const lastMs = 8_640_000_000_000_000;

/** A time as the wire gives it, in seconds or milliseconds, a number or a string; read as milliseconds. */
export const timestampSchema = z
  .union([z.number().min(0).max(lastMs), digits(15)])
  .transform((value) => Math.round(value < firstMs ? value * 1000 : value));

/** A degree of latitude or longitude, a number or a string. */
export const degreesSchema = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,20})?$/, "must be degrees")
    .transform(Number),
]);

/** Reads a field that can be done without: what is unreadable counts as absent. */
export function lenient<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}
