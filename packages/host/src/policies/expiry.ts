import { type Refusal, refusalCodes } from "@parley/engine";
import { formatIsoTime } from "@parley/messaging";

/** Refuses a message whose time has run out (WhatsApp node page, Expiry). */
export function expiryRefusal(expiresAt: number | undefined, now: number): Refusal | undefined {
  if (expiresAt === undefined || now < expiresAt) return undefined;
  return {
    code: refusalCodes.expired,
    sentence: `The message expired at ${formatIsoTime(expiresAt)} and was not sent.`,
  };
}
