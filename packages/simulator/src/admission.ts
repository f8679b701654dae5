import { type Clock, invariant, isSessionWindowOpen } from "@parley/messaging";
import { createBoundedMap } from "./bounded-map.ts";
import type { Chat } from "./chat.ts";
import type { Faults } from "./faults.ts";
import { type RateQuota, takeFromQuota } from "./rate-limit.ts";

/** A number of the business. */
export type BusinessNumber = {
  readonly phoneNumberId: string;
  /** As people see it, such as +15550783881. */
  readonly displayPhoneNumber: string;
};

/** Why a send is refused, as Meta error codes: throughput, not on WhatsApp, window closed, pair rate. */
export type RefusalCode = 130429 | 131026 | 131047 | 131056;

/** What comes of asking for a message to be sent: it is taken, or taken to fail with a code later, or refused. */
export type Verdict =
  | { readonly type: "taken"; readonly failsWith?: RefusalCode | undefined }
  | { readonly type: "refused"; readonly code: RefusalCode };

/** The rules that stand before sending, and what is left of each quota. */
export interface Admission {
  putNumber(number: BusinessNumber): void;
  knows(phoneNumberId: string): boolean;
  /** Judges one message. Quotas are used up as the rules are passed: a message refused by a later rule has used its share of the earlier ones. */
  judge(chat: Chat, isFreeForm: boolean): Verdict;
  /** Gives every number its full throughput again. */
  reset(): void;
}

/** What admission needs: the world's time and faults, and how much is allowed. */
export type AdmissionOptions = {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly messagesPerSecond: number;
  readonly limits: { readonly numbers: number; readonly pairBurst: number; readonly pairIntervalMs: number };
};

/** Makes the admission of one world. */
export function createAdmission({ clock, faults, messagesPerSecond, limits }: AdmissionOptions): Admission {
  const throughput = { burst: messagesPerSecond, intervalMs: 1000 / messagesPerSecond };
  const pairRate = { burst: limits.pairBurst, intervalMs: limits.pairIntervalMs };
  const numbers = createBoundedMap<string, { readonly number: BusinessNumber; quota?: RateQuota | undefined }>(
    limits.numbers,
  );

  function judge(chat: Chat, isFreeForm: boolean): Verdict {
    const known = numbers.get(chat.phoneNumberId);
    invariant(known, "a message is sent from a number that was put");
    const quota = takeFromQuota(throughput, known.quota, clock.now());
    if (quota === undefined) return { type: "refused", code: 130429 };
    known.quota = quota;
    if (!chat.phone.settings.isOnWhatsApp) return { type: "refused", code: 131026 };
    const isClosed = isFreeForm && !isSessionWindowOpen(chat.lastInboundAt, clock.now());
    if (isClosed && faults.take("windowClosedAsStatus") === undefined) return { type: "refused", code: 131047 };
    const pairQuota = takeFromQuota(pairRate, chat.pairQuota, clock.now());
    if (pairQuota === undefined) return { type: "refused", code: 131056 };
    chat.pairQuota = pairQuota;
    return { type: "taken", failsWith: isClosed ? 131047 : undefined };
  }

  return {
    putNumber: (number) =>
      numbers.set(number.phoneNumberId, { number, quota: numbers.get(number.phoneNumberId)?.quota }),
    knows: (phoneNumberId) => numbers.get(phoneNumberId) !== undefined,
    judge,
    reset: () => {
      for (const known of numbers.values()) known.quota = undefined;
    },
  };
}
