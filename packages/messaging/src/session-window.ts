import { messagingLimits } from "./limits.ts";

/** When the session window closes: 24 h after the contact's last message. */
export function sessionWindowClosesAt(lastInboundAt: number): number {
  return lastInboundAt + messagingLimits.sessionWindowMs;
}

/** Whether free-form messages may be sent. A contact who never wrote has no window. */
export function isSessionWindowOpen(lastInboundAt: number | undefined, now: number): boolean {
  return lastInboundAt !== undefined && now < sessionWindowClosesAt(lastInboundAt);
}
