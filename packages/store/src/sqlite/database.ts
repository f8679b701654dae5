import { DatabaseSync } from "node:sqlite";
import { storeLimits } from "../limits.ts";
import { DataError } from "./failure.ts";
import { migrations } from "./migrations.ts";

/** A database that is open, and ours alone. */
export type Database = { readonly connection: DatabaseSync; readonly wasClosedCleanly: boolean };

/**
 * Opens the file at a path, or makes it; brings it to the newest version and marks it as not closed cleanly. Throws `DataError` or an error of
 * `node:sqlite`, and then has let go of it.
 */
export function openDatabase(path: string): Database {
  const connection = new DatabaseSync(path, { timeout: storeLimits.lockWaitMs, returnArrays: true });
  try {
    configure(connection);
    const version = readVersion(connection);
    checkPages(connection);
    migrate(connection, version);
    const wasClosedCleanly = readText(connection, "SELECT value FROM meta WHERE name = 'closed cleanly'") === "yes";
    markClosedCleanly(connection, "no");
    return { connection, wasClosedCleanly };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Marks the close as clean, if it is, and lets go, whatever happens. Letting go, SQLite copies the log into the database. */
export function closeDatabase({ connection }: Database, isClean: boolean): void {
  try {
    if (isClean) markClosedCleanly(connection, "yes");
  } finally {
    connection.close();
  }
}

/**
 * The lock is the operating system's and lasts as long as the process, so that a second server is refused and the next one after a crash is
 * not. Nothing else may open the file in this process: closing it there would drop the lock.
 */
function configure(connection: DatabaseSync): void {
  connection.exec(`PRAGMA cache_size = -${storeLimits.cacheKibibytes}; PRAGMA locking_mode = EXCLUSIVE`);
  const mode = readText(connection, "PRAGMA journal_mode = WAL");
  if (mode !== "wal") throw new DataError("unexpected", `The file cannot have a write-ahead log; its mode is ${mode}.`);
  connection.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = ${storeLimits.logPages};
    PRAGMA journal_size_limit = ${storeLimits.logBytes}`);
}

function readVersion(connection: DatabaseSync): number {
  const version = Number(readText(connection, "PRAGMA user_version"));
  if (version <= migrations.length) return version;
  throw new DataError("newer", `Its version is ${version}; this program knows versions up to ${migrations.length}.`);
}

function checkPages(connection: DatabaseSync): void {
  const pages = Number(readText(connection, "PRAGMA page_count"));
  if (pages * Number(readText(connection, "PRAGMA page_size")) > storeLimits.checkedBytes) return;
  const verdict = readText(connection, "PRAGMA quick_check(1)");
  if (verdict !== "ok") throw new DataError("corrupt", `${verdict}.`);
}

function migrate(connection: DatabaseSync, version: number): void {
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    connection.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}

function markClosedCleanly(connection: DatabaseSync, value: "yes" | "no"): void {
  connection.prepare("UPDATE meta SET value = ? WHERE name = 'closed cleanly'").run(value);
}

/** The first column of the first row that a statement gives, as text. */
function readText(connection: DatabaseSync, sql: string): string {
  const row: unknown = connection.prepare(sql).get();
  return Array.isArray(row) ? String(row[0]) : "";
}
