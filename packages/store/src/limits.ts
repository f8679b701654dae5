/** Limits of the stores, each with its reason. */
export const storeLimits = {
  /** Kept updates for numbers that are no app of ours: ample to see what is set up wrongly, some 10 MB. */
  unroutedRows: 10_000,
  /** Units that share a transaction: with more, throughput hardly grows and every one of them waits longer. */
  groupUnits: 128,
  /** Wait for the lock of a process that is just ending; one that still runs keeps it for ever. */
  lockWaitMs: 250,
  /** Silence after which the log is copied into the database: long enough never to fall between the turns of a busy server. */
  checkpointAfterIdleMs: 500,
  /** Pages in the log (64 MB) that are copied even on a busy server, so that log and recovery stay small. */
  logPages: 16_384,
  /** A log file that one huge commit blew up shrinks to this again: what `logPages` need. */
  logBytes: 16_384 * 4_096,
  /**
   * A database up to this size is checked in full whenever it is opened, within a second. A larger one, where each gigabyte takes a second from
   * memory and several from a disk, is checked only when it was not closed cleanly.
   */
  checkedBytes: 256 * 1024 * 1024,
  /** What is read or copied at once of a file: with more, a disk is no faster. */
  pieceBytes: 1024 * 1024,
  /** The log may grow to this while a backup is copied and it cannot be emptied; then the backup gives up rather than fill the disk. */
  copyLogBytes: 1024 * 1024 * 1024,
  /** What a probe writes: more than a file has left over when its disk is full, and nothing to a disk that is not. */
  probeBytes: 64 * 1024,
  /** Pages kept in memory: the threads of some 10,000 contacts. */
  cacheKibibytes: 64 * 1024,
} as const;
