import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { storeLimits } from "../limits.ts";
import { DataError } from "./failure.ts";
import { findLogDamage } from "./log-damage.ts";
import { migrations } from "./migrations.ts";
import { openReadOnly } from "./read-only.ts";
import { readText } from "./read-text.ts";

/**
 * Looks at a database before it is opened for writing, and changes nothing: neither a refusal nor its end copies the log into the file, as the
 * close of a connection that may write does. A file that is absent is right, as it will be made.
 *
 * All pages are read when the file is small, or when it was not closed cleanly. A large one that was closed cleanly shows its damage where it
 * is read. Throws `DataError` or an error of `node:sqlite`.
 */
export function inspectDatabase(path: string): void {
  if (!isPresent(path)) return;
  // Closed after the database: to close a file drops all locks that a process has on it.
  const file = openSync(path, "r");
  try {
    using database = openReadOnly(path);
    const { connection } = database;
    checkVersion(connection);
    const damage = findLogDamage(`${path}-wal`);
    if (damage !== undefined) throw new DataError("corrupt", damage);
    if (!isWholeCheckDue(connection)) return;
    readThrough(file);
    checkPages(connection);
  } finally {
    closeSync(file);
  }
}

/** Brings a file into memory in its order: the check reads pages in theirs, which takes a disk five times as long. */
function readThrough(file: number): void {
  const piece = Buffer.allocUnsafe(storeLimits.pieceBytes);
  while (readSync(file, piece) > 0);
}

/** What a backup is called while it is put in the place of a database. */
export function restoringName(path: string): string {
  return `${path}.restoring`;
}

/** Throws `DataError` unless all pages of a database hang together. */
export function checkPages(connection: DatabaseSync): void {
  const verdict = readText(connection, "PRAGMA quick_check(1)");
  if (verdict !== "ok") throw new DataError("corrupt", `${verdict}.`);
}

/** Throws `DataError` when a newer program wrote a database. */
export function checkVersion(connection: DatabaseSync): void {
  const version = Number(readText(connection, "PRAGMA user_version"));
  if (version <= migrations.length) return;
  throw new DataError("newer", `Its version is ${version}; this program knows versions up to ${migrations.length}.`);
}

function isPresent(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined && existsSync(restoringName(path))) {
    throw new DataError("corrupt", "A restore was interrupted; run it again.");
  }
  if (file === undefined && sizeOf(`${path}-wal`) === 0) return false;
  if (file === undefined) throw new DataError("corrupt", "The file is missing, and its log is there.");
  if (!file.isFile()) throw new DataError("read-only", "It is not a file.");
  // Empty is also what another process makes at this moment.
  if (file.size === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, storeLimits.lockWaitMs);
  if (sizeOf(path) > 0) return true;
  throw new DataError("corrupt", "The file is empty; if it never held anything, delete it.");
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function isWholeCheckDue(connection: DatabaseSync): boolean {
  const bytes = Number(readText(connection, "PRAGMA page_count")) * Number(readText(connection, "PRAGMA page_size"));
  return bytes <= storeLimits.checkedBytes || !isMarkedClean(connection);
}

/** Whether the last process that had a database open closed it. One without tables was never in use. */
export function isMarkedClean(connection: DatabaseSync): boolean {
  if (Number(readText(connection, "PRAGMA user_version")) === 0) return true;
  return readText(connection, "SELECT value FROM meta WHERE name = 'closed cleanly'") === "yes";
}
