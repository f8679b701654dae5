import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { StoreError } from "../store.ts";
import { finishCopy } from "./copy.ts";
import { failureOf } from "./failure.ts";
import { restoringName } from "./inspect.ts";
import { openReadOnly } from "./read-only.ts";
import { syncPath } from "./sync-path.ts";

/** What is restored, and where. */
export type RestoreOptions = {
  /** A file that `backUp` made. */
  readonly from: string;
  /** The store's file. */
  readonly path: string;
  /** The name that the former file gets, if there is one; its log gets it too, with `-wal`. It must be in the same folder. */
  readonly formerPath: string;
};

/**
 * Puts a backup in the place of a store's file and keeps the former one, damaged or not, under another name. The store then counts as not
 * closed cleanly. Gives whether there was a former one.
 *
 * Rejects with `StoreError`: `busy` when a store has the file open, `name-taken` when `formerPath` exists, `not-restored` when the backup is
 * absent, damaged or of a newer version; then the data is as it was.
 */
export async function restoreBackup({ from, path, formerPath }: RestoreOptions): Promise<{ hadFormer: boolean }> {
  const copy = restoringName(path);
  if (resolve(from) === resolve(copy))
    throw new StoreError("not-restored", `${from}: It is the unfinished copy of a restore; name the backup itself.`);
  using locks = new DisposableStack();
  locks.use(lockFormer(path));
  if (existsSync(formerPath) || existsSync(`${formerPath}-wal`)) throw new StoreError("name-taken", formerPath);
  try {
    rmSync(copy, { force: true });
    copyChecked(from, copy);
    await syncPath(copy);
  } catch (error) {
    rmSync(copy, { force: true });
    throw new StoreError("not-restored", `${from}: ${failureOf(error).detail}`);
  }
  // In this order a start in the middle finds a log without its file, or the copy without its name, and refuses to begin anew.
  // The log has both names for a moment, so that it is never without its file.
  if (existsSync(`${path}-wal`)) linkSync(`${path}-wal`, `${formerPath}-wal`);
  const hadFormer = existsSync(path);
  if (hadFormer) renameSync(path, formerPath);
  rmSync(`${path}-wal`, { force: true });
  renameSync(copy, path);
  await syncPath(dirname(path));
  return { hadFormer };
}

function copyChecked(from: string, copy: string): void {
  if (!statSync(from).isFile()) throw new Error("It is not a file");
  if (existsSync(`${from}-wal`)) throw new Error("It has a log beside it, so it is not a finished backup");
  copyFileSync(from, copy);
  finishCopy(copy);
}

/** Keeps a server from starting meanwhile, as far as a file that may be damaged can be locked. Throws `StoreError` when one has it open. */
function lockFormer(path: string): Disposable {
  using stack = new DisposableStack();
  if (!existsSync(path)) return stack.move();
  try {
    const { connection } = stack.use(openReadOnly(path));
    connection.exec("BEGIN; SELECT count(*) FROM sqlite_schema");
  } catch (error) {
    const { code, detail } = failureOf(error);
    if (code === "busy") throw new StoreError("busy", `${path}: ${detail}`);
  }
  return stack.move();
}
