import { existsSync, rmSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { storeLimits } from "../limits.ts";
import { failureOf } from "./failure.ts";
import { readText } from "./read-text.ts";

/** A database that is open for reading alone. */
export type ReadOnlyDatabase = Disposable & { readonly connection: DatabaseSync };

/**
 * Opens a database for reading. Its end changes nothing: unlike a connection that may write, it does not copy the log into the file. Throws
 * errors of `node:sqlite`.
 *
 * What files reading makes beside the database lose their names at once, while the lock of the first read keeps every writer of ours away: before
 * it they may be those of a store that has just opened, and after it those of the next one.
 */
export function openReadOnly(path: string): ReadOnlyDatabase {
  const made = ["-shm", "-wal"].map((suffix) => `${path}${suffix}`).filter((name) => !existsSync(name));
  const connection = new DatabaseSync(path, { timeout: storeLimits.lockWaitMs, returnArrays: true, readOnly: true });
  // A log that is not empty was written by somebody meanwhile.
  const isOurs = (name: string): boolean =>
    name.endsWith("-shm") || statSync(name, { throwIfNoEntry: false })?.size === 0;
  const removeMade = (): void => made.filter(isOurs).forEach((name) => rmSync(name, { force: true }));
  try {
    readText(connection, "PRAGMA user_version");
    removeMade();
    return { connection, [Symbol.dispose]: () => connection.close() };
  } catch (error) {
    connection.close();
    // Nobody has a damaged database open; one that is locked somebody has.
    if (failureOf(error).code === "corrupt") removeMade();
    throw error;
  }
}
