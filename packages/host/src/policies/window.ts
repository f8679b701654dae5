import { type Refusal, refusalCodes } from "@parley/engine";
import { formatIsoTime, isSessionWindowOpen } from "@parley/messaging";

/** Refuses a free-form message outside the session window (WhatsApp node page, 24 hour rolling window). */
export function windowRefusal(lastInboundAt: number | undefined, now: number): Refusal | undefined {
  if (isSessionWindowOpen(lastInboundAt, now)) return undefined;
  const since =
    lastInboundAt === undefined
      ? "the contact has never written"
      : `the contact last wrote at ${formatIsoTime(lastInboundAt)}`;
  return { code: refusalCodes.windowClosed, sentence: `The 24-hour session window is closed: ${since}.` };
}
