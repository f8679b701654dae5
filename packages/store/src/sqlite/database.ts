import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { ContactRow } from "../contact-store.ts";
import { searchTextOf } from "../contact-search.ts";
import { storeLimits } from "../limits.ts";
import { DataError } from "./failure.ts";
import { inspectDatabase, isMarkedClean } from "./inspect.ts";
import { migrations } from "./migrations.ts";
import { readText } from "./read-text.ts";

/** A database that is open, and ours alone. */
export type Database = {
  readonly connection: DatabaseSync;
  /** The file itself, for who copies it. */
  readonly file: number;
  readonly wasClosedCleanly: boolean;
};

/**
 * Opens the file at a path, or makes it; brings it to the newest version and marks it as not closed cleanly. Throws `DataError` or an error of
 * `node:sqlite`, and then has let go of it; damaged data it leaves as they are.
 */
export function openDatabase(path: string): Database {
  inspectDatabase(path);
  const connection = new DatabaseSync(path, { timeout: storeLimits.lockWaitMs, returnArrays: true });
  try {
    configure(connection);
    migrate(connection);
    const wasClosedCleanly = isMarkedClean(connection);
    markClosedCleanly(connection, "no");
    return { connection, file: openSync(path, "r"), wasClosedCleanly };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Marks the close as clean, if it is, and lets go, whatever happens. Letting go, SQLite copies the log into the database. */
export function closeDatabase({ connection, file }: Database, isClean: boolean): void {
  try {
    if (isClean) markClosedCleanly(connection, "yes");
  } finally {
    connection.close();
    closeSync(file);
  }
}

/** Says whether the last process that had the database open closed it. */
export function markClosedCleanly(connection: DatabaseSync, value: "yes" | "no"): void {
  connection.prepare("UPDATE meta SET value = ? WHERE name = 'closed cleanly'").run(value);
}

/**
 * The lock is the operating system's and lasts as long as the process, so that a second server is refused and the next one after a crash is
 * not. Nothing may close the file in this process before the connection does: that would drop the lock.
 */
function configure(connection: DatabaseSync): void {
  connection.exec(`PRAGMA cache_size = -${storeLimits.cacheKibibytes}; PRAGMA locking_mode = EXCLUSIVE`);
  const mode = readText(connection, "PRAGMA journal_mode = WAL");
  if (mode !== "wal") throw new DataError("unexpected", `The file cannot have a write-ahead log; its mode is ${mode}.`);
  connection.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA temp_store = MEMORY;
    PRAGMA journal_size_limit = ${storeLimits.logBytes}`);
  letLogBeCopied(connection, true);
}

/** Lets commits copy the log into the file when it is long, or keeps them from it, so that the file stays as it is. */
export function letLogBeCopied(connection: DatabaseSync, isAllowed: boolean): void {
  connection.exec(`PRAGMA wal_autocheckpoint = ${isAllowed ? storeLimits.logPages : 0}`);
}

function migrate(connection: DatabaseSync): void {
  const version = Number(readText(connection, "PRAGMA user_version"));
  connection.function("search_text_of", (row) => searchTextOf(JSON.parse(String(row)) as ContactRow));
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    connection.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}
