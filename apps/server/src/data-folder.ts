import { mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { StoreError } from "@parley/store";
import { openSqliteStore, type SqliteStore } from "@parley/store/sqlite";
import { StartError } from "./start-error.ts";

/** The database in a data folder. */
export function databaseIn(dataDir: string): string {
  return join(dataDir, "parley.db");
}

/** Where backups go unless they are told where. */
export function backupsIn(dataDir: string): string {
  return join(dataDir, "backups");
}

/** A name for what is made now, in the order of time: `parley-2026-11-21T05-50-12.345Z.db`. */
export function stampedName(now: Date): string {
  return `parley-${now.toISOString().replaceAll(":", "-")}.db`;
}

/** Makes the data folder, if need be, and opens what is in it. Throws `StartError`, which says what to do about it. */
export async function openData(dataDir: string): Promise<SqliteStore> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The data folder ${dataDir} cannot be made (${reason}). Set PARLEY_DATA_DIR to a writable folder.`,
    );
  }
  try {
    return await openSqliteStore({ path: databaseIn(dataDir) });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new StartError(error.code === "corrupt" ? `${error.message}\n${restoreAdvice(dataDir)}` : error.message);
  }
}

/** Which backup to restore, and how. */
function restoreAdvice(dataDir: string): string {
  const latest = latestBackup(dataDir);
  const command = `npm run restore -- --from ${latest ?? "<backup>"}`;
  const which =
    latest === undefined
      ? `There is no backup in ${backupsIn(dataDir)}; with one from elsewhere`
      : "Restore the latest backup";
  return `${which}: ${command}\nThe damaged data is kept aside.`;
}

function latestBackup(dataDir: string): string | undefined {
  const folder = backupsIn(dataDir);
  try {
    const latest = readdirSync(folder)
      .filter((name) => /^parley-.*\.db$/.test(name))
      .toSorted()
      .at(-1);
    return latest === undefined ? undefined : resolve(folder, latest);
  } catch {
    return undefined;
  }
}
