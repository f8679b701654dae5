import { setTimeout as sleep } from "node:timers/promises";
import { processLimits } from "./limits.ts";

/** What is waited for, for whom it may concern when it does not come. */
export type Wait = { readonly withinMs?: number | undefined; readonly otherwise: () => string | Promise<string> };

/** Looks again and again until there is something to see, and gives it. */
export async function until<Found>(look: () => Promise<Found | undefined>, wait: Wait): Promise<Found> {
  const deadline = performance.now() + (wait.withinMs ?? processLimits.waitMs);
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(await wait.otherwise());
    await sleep(processLimits.pollMs);
  }
}
