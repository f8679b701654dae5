import { gatewayLimits } from "../limits.ts";

/** The wait that a Retry-After header asks for, in seconds or as a date (RFC 9110); undefined when it asks for none that can be read. */
export function retryAfterMsOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  if (Number.isNaN(waitMs)) return undefined;
  return Math.min(Math.max(waitMs, 0), gatewayLimits.retryAfterMs);
}
