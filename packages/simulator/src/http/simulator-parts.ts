import type { Clock } from "@parley/messaging";
import type { World } from "../index.ts";
import type { FileLinks } from "./file-links.ts";
import type { NumberBook } from "./number-book.ts";
import type { ProfileBook } from "./profile-book.ts";

/** What the routes of the simulator share. */
export type SimulatorParts = {
  readonly world: World;
  readonly numbers: NumberBook;
  readonly profiles: ProfileBook;
  readonly links: FileLinks;
  /** Real time, for waits that a moved world clock must not shorten. */
  readonly clock: Clock;
  readonly random: () => number;
  /** Without a slash at the end. */
  readonly baseUrl: () => string;
  /** Aborts when the simulator closes. */
  readonly closing: AbortSignal;
};
