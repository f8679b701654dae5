import { existsSync } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { StoreError } from "../store.ts";
import { createAsk } from "./ask.ts";
import type { Connection } from "./connection.ts";
import type { CopyProgress } from "./order-copy.ts";
import { startWorker } from "./start-worker.ts";
import { syncPath } from "./sync-path.ts";

/** Where a backup goes. */
export type BackUpOptions = {
  /** The file, which must not exist; its folder is made. */
  readonly to: string;
  /** Called now and then while the copy grows; at the end it is checked, which takes about as long again. */
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined;
};

/** Copies a database under a name that says it is not finished, checks the copy, brings it to the disk and gives it its name. */
export async function backUp(
  connection: Connection,
  { to, onProgress = () => {} }: BackUpOptions,
): Promise<{ bytes: number }> {
  const unfinished = `${to}.unfinished`;
  await reserve(to, unfinished);
  try {
    await connection.copy(unfinished, onProgress);
    await finishElsewhere(unfinished);
    await syncPath(unfinished);
    if (existsSync(to)) throw new StoreError("name-taken", to);
    await rename(unfinished, to);
    await syncPath(dirname(to));
    return { bytes: (await stat(to)).size };
  } catch (error) {
    // What cannot be removed was not made: the trouble itself is told.
    await Promise.allSettled(["", "-journal", "-wal"].map((part) => rm(`${unfinished}${part}`, { force: true })));
    throw failureAt(to, error);
  }
}

/** Makes the folder and the unfinished file, so that nobody else takes the name meanwhile. */
async function reserve(to: string, unfinished: string): Promise<void> {
  for (const name of [to, unfinished]) if (existsSync(name)) throw new StoreError("name-taken", name);
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await writeFile(unfinished, "", { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw failureAt(to, error);
  }
}

function failureAt(to: string, error: unknown): StoreError {
  if (error instanceof StoreError && (error.code === "name-taken" || error.code === "closed")) return error;
  return new StoreError("not-backed-up", `${to}: ${error instanceof Error ? error.message : String(error)}`);
}

/** In a thread of its own: the store's goes on with its work. */
async function finishElsewhere(path: string): Promise<void> {
  const worker = startWorker();
  try {
    await createAsk(worker)({ type: "finish-copy", path });
  } finally {
    await worker.terminate();
  }
}
