/** How much may come: `burst` at once, and one more per `intervalMs`. */
export type RateLimit = { readonly burst: number; readonly intervalMs: number };

/** What is left of a rate limit at a time. */
export type RateQuota = { readonly left: number; readonly atMs: number };

/** What is left after one more at `nowMs`; undefined if that one is too many. An absent quota is a full one. */
export function takeFromQuota(limit: RateLimit, quota: RateQuota | undefined, nowMs: number): RateQuota | undefined {
  const known = quota ?? { left: limit.burst, atMs: nowMs };
  // A clock that was set back earns nothing and takes nothing away.
  const earned = Math.max(0, nowMs - known.atMs) / limit.intervalMs;
  const left = Math.min(limit.burst, known.left + earned);
  return left < 1 ? undefined : { left: left - 1, atMs: nowMs };
}
