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
  /** The business account it belongs to, whose templates it uses. */
  readonly businessAccountId: string;
  /** Whether the business is told people's identity hashes (Cloud API, Identity change check). */
  readonly hasIdentityCheck: boolean;
};

/**
 * Why a send is refused, as Meta error codes: throughput, not on WhatsApp, another identity, window closed, marketing stopped, pair rate.
 */
export type RefusalCode = 130429 | 131026 | 137000 | 131047 | 131050 | 131056;

/** What the rules ask of a message. */
export type Applicant = {
  /** Whether it may be sent only while the session window is open. */
  readonly isFreeForm: boolean;
  /** Whether it is made of a template of the category marketing. */
  readonly isMarketing?: boolean | undefined;
  /** The identity hash that the business knows of the person, if the message is for nobody else. */
  readonly identityHash?: string | undefined;
};

/** What comes of asking for a message to be sent: it is taken, or taken to fail with a code later, or refused. */
export type Verdict =
  | { readonly type: "taken"; readonly failsWith?: RefusalCode | undefined }
  | { readonly type: "refused"; readonly code: RefusalCode };

/** The rules that stand before sending, and what is left of each quota. */
export interface Admission {
  putNumber(number: BusinessNumber): void;
  /** A number that was put. */
  number(phoneNumberId: string): BusinessNumber | undefined;
  /** Judges one message. Quotas are used up as the rules are passed: a message refused by a later rule has used its share of the earlier ones. */
  judge(chat: Chat, applicant: Applicant): Verdict;
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

  function judge(chat: Chat, { isFreeForm, isMarketing = false, identityHash }: Applicant): Verdict {
    const known = numbers.get(chat.phoneNumberId);
    invariant(known, "a message is sent from a number that was put");
    const quota = takeFromQuota(throughput, known.quota, clock.now());
    if (quota === undefined) return { type: "refused", code: 130429 };
    known.quota = quota;
    if (!chat.phone.settings.isOnWhatsApp) return { type: "refused", code: 131026 };
    const isAnother = identityHash !== undefined && identityHash !== chat.phone.identityHash;
    if (isAnother && faults.take("identityMismatchAsStatus") === undefined) return { type: "refused", code: 137000 };
    const isClosed = isFreeForm && !isSessionWindowOpen(chat.lastInboundAt, clock.now());
    if (isClosed && faults.take("windowClosedAsStatus") === undefined) return { type: "refused", code: 131047 };
    if (isMarketing && chat.hasStoppedMarketing) return { type: "refused", code: 131050 };
    const pairQuota = takeFromQuota(pairRate, chat.pairQuota, clock.now());
    if (pairQuota === undefined) return { type: "refused", code: 131056 };
    chat.pairQuota = pairQuota;
    return { type: "taken", failsWith: isAnother ? 137000 : isClosed ? 131047 : undefined };
  }

  return {
    putNumber: (number) =>
      numbers.set(number.phoneNumberId, { number, quota: numbers.get(number.phoneNumberId)?.quota }),
    number: (phoneNumberId) => numbers.get(phoneNumberId)?.number,
    judge,
    reset: () => {
      for (const known of numbers.values()) known.quota = undefined;
    },
  };
}
