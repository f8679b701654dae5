import type { Turn, TurnEvent } from "@parley/engine";
import type { Attempt } from "./attempt.ts";

/** What the host says about its work. It says it after the fact; nothing waits for it. */
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
