import { messagingLimits } from "./limits.ts";

/** When the session window closes: 24 h after the contact's last message. */
export function sessionWindowClosesAt(lastInboundAt: number): number {
  return lastInboundAt + messagingLimits.sessionWindowMs;
}

/** Whether free-form messages may be sent. A contact who never wrote has no window. */
export function isSessionWindowOpen(lastInboundAt: number | undefined, now: number): boolean {
  return lastInboundAt !== undefined && now < sessionWindowClosesAt(lastInboundAt);
}

/**
 * The free entry point of a contact who came by a click-to-WhatsApp advertisement: it opens when the business answers within 24 h, and lasts 72 h
 * from that answer. In it templates need no opt-in, as the contact came by themselves; free-form messages need the session window all the same
 * (Cloud API, Pricing, Free entry point).
 */
export type FreeEntryPoint = {
  /** When the contact wrote from the advertisement. */
  readonly enteredAt: number;
  /** When the business first answered; absent until then. */
  readonly answeredAt?: number | undefined;
};

/** The free entry point once the business has answered at a time: the first answer within 24 h counts. */
export function answerEntryPoint(entry: FreeEntryPoint, at: number): FreeEntryPoint {
  const isLate = at >= entry.enteredAt + messagingLimits.sessionWindowMs;
  return entry.answeredAt !== undefined || isLate ? entry : { ...entry, answeredAt: at };
}

/** When the free entry point closes; undefined while the business has not answered. */
export function freeEntryPointClosesAt({ answeredAt }: FreeEntryPoint): number | undefined {
  return answeredAt === undefined ? undefined : answeredAt + messagingLimits.freeEntryPointMs;
}

/** Whether the free entry point is open. */
export function isFreeEntryPointOpen(entry: FreeEntryPoint | undefined, now: number): boolean {
  const closesAt = entry === undefined ? undefined : freeEntryPointClosesAt(entry);
  return closesAt !== undefined && now < closesAt;
}
