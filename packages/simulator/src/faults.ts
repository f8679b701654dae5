import type { OutboundStatus } from "./chat.ts";

type Counted<Settings = unknown> = Settings & {
  /** How many times the fault strikes before it is off again; without it, until the plan changes. */
  readonly count?: number | undefined;
};

/** What goes wrong, each fault alone or with others. An absent fault is off. */
export type FaultPlan = {
  /** Every webhook is posted `extra` further times. */
  readonly webhookDuplicates?: Counted<{ readonly extra: number }> | undefined;
  /** Webhooks leave in any order: each waits a random part of `withinMs`, and no phone's webhooks wait for each other. */
  readonly reorder?: Counted<{ readonly withinMs: number }> | undefined;
  /** Updates are held for `holdMs`, and up to `size` of them leave in one webhook. */
  readonly batch?: Counted<{ readonly holdMs: number; readonly size: number }> | undefined;
  /** Statuses that happen without anybody being told. */
  readonly dropStatuses?: Counted<{ readonly statuses: readonly OutboundStatus[] }> | undefined;
  /** The business hears that a message was read and never that it was delivered. */
  readonly skipDelivered?: Counted | undefined;
  /** A message outside the session window is accepted and then fails, instead of being refused. */
  readonly windowClosedAsStatus?: Counted | undefined;
  /** A message for another identity than the person's is accepted and then fails, instead of being refused. */
  readonly identityMismatchAsStatus?: Counted | undefined;
  /** A send is answered with this HTTP status (and Meta error code) and not taken. */
  readonly apiStatus?: Counted<{ readonly status: number; readonly code?: number | undefined }> | undefined;
  /** A send's connection is cut before the message is taken. */
  readonly apiDown?: Counted | undefined;
  /** A send waits this long before anything else. */
  readonly apiLatencyMs?: Counted<{ readonly ms: number }> | undefined;
  /** A send is taken, and its connection is cut without an answer. */
  readonly answerLost?: Counted | undefined;
};

/** The name of a fault. */
export type FaultName = keyof FaultPlan;

type Fault<Name extends FaultName> = NonNullable<FaultPlan[Name]>;

/** The faults of one simulator. */
export interface Faults {
  /** Replaces the whole plan. */
  set(plan: FaultPlan): void;
  /** The plan as it stands: counts are what is left, and a fault whose count is used up is gone. */
  plan(): FaultPlan;
  /** How often each fault has struck since the last `reset`; those that never struck are absent. */
  struck(): Readonly<Partial<Record<FaultName, number>>>;
  /** The fault if it strikes now, which uses up one of its count; `applies` may spare an occasion that does not concern it. */
  take<Name extends FaultName>(name: Name, applies?: (fault: Fault<Name>) => boolean): Fault<Name> | undefined;
  /** Switches everything off and forgets what struck. */
  reset(): void;
}

/** Makes the faults of one simulator, all off. */
export function createFaults(): Faults {
  let plan: FaultPlan = {};
  let struck: Partial<Record<FaultName, number>> = {};

  function take<Name extends FaultName>(name: Name, applies: (fault: Fault<Name>) => boolean = () => true) {
    const fault = plan[name];
    if (fault === undefined || !applies(fault)) return undefined;
    struck[name] = (struck[name] ?? 0) + 1;
    if (fault.count !== undefined) plan = { ...plan, [name]: less(fault, fault.count) };
    return fault;
  }

  return {
    set: (next) => {
      plan = next;
    },
    plan: () => Object.fromEntries(Object.entries(plan).filter(([, fault]) => fault !== undefined)),
    struck: () => ({ ...struck }),
    take,
    reset: () => {
      plan = {};
      struck = {};
    },
  };
}

function less<Some extends Counted>(fault: Some, count: number): Some | undefined {
  return count > 1 ? { ...fault, count: count - 1 } : undefined;
}
