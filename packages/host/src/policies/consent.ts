import { type Refusal, refusalCodes } from "@parley/engine";
import { formatIsoTime, type OptIn } from "@parley/messaging";

/** Refuses a proactive message to a contact who has not agreed to get such (WhatsApp node page, Get Opt-In for notification messages). */
export function consentRefusal(optIn: OptIn | undefined): Refusal | undefined {
  if (optIn?.status === "opted-in") return undefined;
  const why =
    optIn === undefined
      ? "no opt-in of the contact is recorded, which a template outside the session window needs"
      : `the contact opted out at ${formatIsoTime(optIn.at)}`;
  return { code: refusalCodes.noConsent, sentence: `The contact may not be messaged proactively: ${why}.` };
}
