import { hostLimits } from "./limits.ts";

/** What an attempt showed of the gateway; undefined when it was not asked. */
export type GatewayHealth = "answers" | "fails" | undefined;

/** Whether the gateway of one app is out, as its attempts tell. */
export type Outage = {
  /** Whole milliseconds until the next attempt may go: during an outage only now and then one, to try. */
  readonly waitMs: (now: number) => number;
  /** Counts an attempt. */
  readonly take: (now: number) => void;
  /** Learns from an attempt. Says whether an outage is over by it. */
  readonly learn: (health: GatewayHealth) => boolean;
};

/** Watches a gateway that is thought to answer. Failures in a row mean an outage, and the first answer ends it. */
export function createOutage(): Outage {
  let failures = 0;
  let next = 0;
  const isOut = (): boolean => failures >= hostLimits.outageFailures;
  return {
    waitMs: (now) => {
      if (!isOut()) return 0;
      // Further ahead than one interval it can only be because the clock was set back.
      next = Math.min(next, now + hostLimits.outageProbeMs);
      return Math.max(0, Math.ceil(next - now));
    },
    take: (now) => {
      next = now + hostLimits.outageProbeMs;
    },
    learn: (health) => {
      const wasOut = isOut();
      if (health === "fails") failures += 1;
      if (health === "answers") failures = 0;
      return wasOut && !isOut();
    },
  };
}
