import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Parsed } from "./parse.ts";
import { show } from "./problem-sentence.ts";

/** How a phone number may be written. */
export type PhoneNumberOptions = {
  /** Whether it must be written with the plus sign (WhatsApp node page, "+E.164 format"). */
  readonly demandsPlus?: boolean | undefined;
};

/** Mexican mobile numbers had a 1 after the country code until 2019, and WA IDs keep it, while no numbering plan has it any more. */
const mexicanWaId = /^521\d{10}$/;

/**
 * A phone number as people write it, with its country code, as the WA ID that WhatsApp knows: `+31 6 1234 5678`, `0031612345678` and `31612345678`
 * give `31612345678`. A number that no country has is refused with a sentence.
 */
export function waIdOf(text: string, { demandsPlus = false }: PhoneNumberOptions = {}): Parsed<string> {
  const written = text.trim();
  const refused = (message: string): Parsed<string> => ({ ok: false, problems: [{ path: [], message }] });
  const shown = show(written);
  if (demandsPlus && !written.startsWith("+"))
    return refused(`is ${shown}; it must begin with the plus sign and the country code, such as +31612345678`);
  if (!/^\+?[\d\s().\-/]{1,40}$/.test(written))
    return refused(`is ${shown}; it must be a phone number with its country code, such as +31612345678`);
  const digits = written.replaceAll(/\D/g, "");
  const number = !written.startsWith("+") && digits.startsWith("00") ? digits.slice(2) : digits;
  if (mexicanWaId.test(number)) return { ok: true, value: number };
  const parsed = parsePhoneNumberFromString(`+${number}`);
  if (parsed === undefined || !parsed.isPossible())
    return refused(`is ${shown}, which no country has as a phone number; it must be one such as +31612345678`);
  return { ok: true, value: parsed.number.slice(1) };
}
