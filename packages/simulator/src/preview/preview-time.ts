import type { Clock } from "@parley/messaging";
import { simulatorLimits } from "../limits.ts";
import { createManualClock } from "../manual-clock.ts";

/** The time of a preview, which stands still until it is let pass. */
export interface PreviewTime {
  readonly clock: Clock;
  /** Lets time pass; whatever falls due does all that it does at its own time. Stops early after `previewWakes` wake-ups. */
  pass(ms: number): Promise<void>;
}

/** Makes a time that stands at `startAt`. */
export function createPreviewTime(options: {
  readonly startAt: number;
  /** Resolves once every promise that can settle has settled. */
  readonly settle: () => Promise<void>;
}): PreviewTime {
  const { clock, advance, nextAt } = createManualClock(options.startAt);
  const pass = async (ms: number): Promise<void> => {
    const until = clock.now() + ms;
    await options.settle();
    for (let wakes = 0; wakes < simulatorLimits.previewWakes; wakes += 1) {
      const next = nextAt() ?? Infinity;
      await advance(Math.max(0, Math.min(next, until) - clock.now()));
      if (next > until) return;
      await options.settle();
    }
  };
  return { clock, pass };
}
