import { waIdSchema } from "@parley/messaging";

/**
 * The link that opens a chat with a number, and types a text there (WhatsApp Help Centre, How to use click to chat): the digits of the number with
 * its country code, without plus sign or leading zeros. Undefined where the number is none.
 */
export function waLink(phoneNumber: string, text: string): string | undefined {
  const waId = waIdOfNumber(phoneNumber);
  if (waId === undefined) return undefined;
  return text.trim() === "" ? `https://wa.me/${waId}` : `https://wa.me/${waId}?text=${encode(text)}`;
}

/** The digits of a number as people write it; undefined where it is no number with a country code. */
export function waIdOfNumber(phoneNumber: string): string | undefined {
  if (!/^[+\d\s().\-/]+$/.test(phoneNumber.trim())) return undefined;
  const waId = phoneNumber.replaceAll(/\D/g, "").replace(/^00/, "");
  return waIdSchema.safeParse(waId).success ? waId : undefined;
}

/** Half a pair of surrogates, as it stands while an emoji is typed by its codes, has no place in a link. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
