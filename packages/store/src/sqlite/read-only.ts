import { existsSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { storeLimits } from "../limits.ts";

/** A database that is open for reading alone. */
export type ReadOnlyDatabase = Disposable & { readonly connection: DatabaseSync };

/**
 * Opens a database for reading. Its end changes nothing: unlike a connection that may write, it does not copy the log into the file. What files
 * reading makes beside it go again. Throws errors of `node:sqlite`.
 */
export function openReadOnly(path: string): ReadOnlyDatabase {
  const made = ["-shm", "-wal"].map((suffix) => `${path}${suffix}`).filter((name) => !existsSync(name));
  const connection = new DatabaseSync(path, { timeout: storeLimits.lockWaitMs, returnArrays: true, readOnly: true });
  return {
    connection,
    [Symbol.dispose]: () => {
      connection.close();
      for (const name of made) rmSync(name, { force: true });
    },
  };
}
