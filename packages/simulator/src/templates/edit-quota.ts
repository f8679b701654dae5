import type { Clock } from "@parley/messaging";
import { createBoundedMap } from "../bounded-map.ts";

/** How often approved templates may be edited. */
export interface EditQuota {
  /** Takes one edit of a template; false if that one is too many. */
  take(id: string): boolean;
  clear(): void;
}

const day = 24 * 60 * 60 * 1000;

/** Makes the quota of a registry: once in 24 hours, ten times in 30 days (Cloud API, Message templates, edits of approved ones). */
export function createEditQuota(clock: Pick<Clock, "now">, maximum: number): EditQuota {
  const times = createBoundedMap<string, readonly number[]>(maximum);
  return {
    take: (id) => {
      const now = clock.now();
      const recent = (times.get(id) ?? []).filter((at) => now - at < 30 * day);
      if (recent.length >= 10 || recent.some((at) => now - at < day)) return false;
      times.set(id, [...recent, now]);
      return true;
    },
    clear: () => times.clear(),
  };
}
