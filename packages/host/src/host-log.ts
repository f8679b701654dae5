import type { Turn, TurnEvent } from "@parley/engine";
import type { Attempt } from "./attempt.ts";

/** What the host says about its work. It says it after the commit; nothing waits for it, and what it throws is lost. */
export interface HostLog {
  turn(line: { readonly threadId: string; readonly turn: Turn; readonly event: TurnEvent }): void;
  /** Something that a person must look at. */
  alert(line: { readonly sentence: string; readonly conversationId?: string; readonly error?: unknown }): void;
  /** An attempt to send that was not accepted. */
  send(line: {
    readonly key: string;
    readonly appId: string;
    readonly attempts: number;
    readonly attempt: Attempt;
  }): void;
}

/** Says nothing. */
export const silentLog: HostLog = { turn: () => {}, alert: () => {}, send: () => {} };

/** A log that never throws, because what the host has begun must not break off over a line about it. */
export function harmless(log: HostLog): HostLog {
  return {
    turn: (line) => attempt(() => log.turn(line)),
    alert: (line) => attempt(() => log.alert(line)),
    send: (line) => attempt(() => log.send(line)),
  };
}

function attempt(say: () => void): void {
  try {
    say();
  } catch {
    // There is nobody left to tell.
  }
}
