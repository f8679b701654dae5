import type { Clock } from "@parley/messaging";
import type { World } from "../index.ts";
import type { NumberBook } from "./number-book.ts";

/** What the routes of the simulator share. */
export type SimulatorParts = {
  readonly world: World;
  readonly numbers: NumberBook;
  /** Real time, for waits that a moved world clock must not shorten. */
  readonly clock: Clock;
  readonly random: () => number;
  /** Aborts when the simulator closes. */
  readonly closing: AbortSignal;
};
