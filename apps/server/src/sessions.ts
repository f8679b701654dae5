import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "@parley/messaging";
import { serverLimits } from "./limits.ts";

/**
 * Who has given the admin token: for each a random id, which a cookie holds. Kept in memory as a digest, so that a restart signs all out, and a
 * picture of the memory signs nobody in.
 */
export type Sessions = {
  /** Begins a session and gives its id. */
  readonly begin: () => string;
  readonly isOpen: (id: string) => boolean;
  readonly end: (id: string) => void;
};

/** Makes sessions that last twelve hours. Of too many the oldest ends. */
export function createSessions(clock: Pick<Clock, "now">): Sessions {
  const endsAt = new Map<string, number>();
  return {
    begin: () => {
      const id = randomBytes(32).toString("base64url");
      endsAt.set(digest(id), clock.now() + serverLimits.sessionMs);
      const [oldest] = endsAt.keys();
      if (endsAt.size > serverLimits.sessions && oldest !== undefined) endsAt.delete(oldest);
      return id;
    },
    isOpen: (id) => (endsAt.get(digest(id)) ?? 0) > clock.now(),
    end: (id) => void endsAt.delete(digest(id)),
  };
}

function digest(id: string): string {
  return createHash("sha256").update(id).digest("base64");
}

/** Counts wrong tokens by address. */
export type WrongTokens = {
  /** How long an address must wait before it may try, in milliseconds; 0 when it may now. */
  readonly waitOf: (address: string) => number;
  readonly count: (address: string) => void;
};

/** Lets each address be wrong a few times a minute. */
export function createWrongTokens(clock: Pick<Clock, "now">): WrongTokens {
  const counted = new Map<string, { readonly wrong: number; readonly until: number }>();
  const present = (address: string) => {
    const found = counted.get(address);
    return found !== undefined && found.until > clock.now() ? found : undefined;
  };
  return {
    waitOf: (address) => {
      const { wrong = 0, until = 0 } = present(address) ?? {};
      return wrong < serverLimits.wrongTokens ? 0 : until - clock.now();
    },
    count: (address) => {
      const { wrong = 0, until = clock.now() + serverLimits.wrongTokensMs } = present(address) ?? {};
      counted.delete(address);
      counted.set(address, { wrong: wrong + 1, until });
      const [oldest] = counted.keys();
      if (counted.size > serverLimits.wrongAddresses && oldest !== undefined) counted.delete(oldest);
    },
  };
}
