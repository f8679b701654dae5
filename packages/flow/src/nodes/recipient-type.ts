import { bsuidSchema } from "@parley/messaging";
import { z } from "zod";
import { literalOf, parseTemplate } from "../expression.ts";
import type { ConfigProblem } from "./definition.ts";

/** How a person is named: by phone number, by business-scoped user id, or by the customer id of a contact's profile (WhatsApp node page, Destination type). */
export const recipientTypeSchema = z.enum(["waId", "bsuid", "customerId"]);

/** How a person is named. */
export type RecipientType = z.infer<typeof recipientTypeSchema>;

const right = {
  waId: "a phone number with its country code, such as +31612345678",
  bsuid: "a business-scoped user id such as US.13491208655302741918",
};

/**
 * What can be told of a person who is named without expressions; whether a country has such a number, and a contact such a customer id, is found out
 * when it matters. Empty names nobody, which is for the field to judge.
 */
export function recipientProblems(field: string, type: RecipientType, source: string): ConfigProblem[] {
  const literal = literalOf(parseTemplate(source))?.trim();
  if (literal === undefined || literal === "" || type === "customerId") return [];
  const isBsuid = bsuidSchema.safeParse(literal).success;
  const isPhone = /^[+\d\s().\-/]{1,40}$/.test(literal) && /^(\+|00|[1-9])/.test(literal);
  if (isBsuid || (type === "waId" && isPhone)) return [];
  return [{ severity: "error", code: "bad-destination", field, message: `must be ${right[type]}` }];
}
