import { createReadStream, createWriteStream, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { DatabaseSync } from "node:sqlite";
import { storeLimits } from "../limits.ts";
import { type Database, letLogBeCopied, markClosedCleanly } from "./database.ts";
import { DataError } from "./failure.ts";
import { checkPages, checkVersion } from "./inspect.ts";
import { readText } from "./read-text.ts";

/**
 * Copies a database as it is now into another file, while it goes on. With a write-ahead log the file itself changes only when the log is
 * copied into it (SQLite, Write-Ahead Logging): so that is done first, and then not again until the copy is made. Nothing else may do it meanwhile.
 */
export async function copyDatabase(
  { connection, file }: Database,
  to: string,
  onProgress: (bytes: number, of: number) => void,
): Promise<void> {
  letLogBeCopied(connection, false);
  try {
    const end = emptyLog(connection);
    checkRoom(dirname(to), end + storeLimits.copyLogBytes);
    const log = `${connection.location()}-wal`;
    let copied = 0;
    const count = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        if (statSync(log).size > storeLimits.copyLogBytes) {
          throw new DataError(
            "not-backed-up",
            "It took so long that the log grew too large; choose a faster disk, or a quieter hour.",
          );
        }
        onProgress((copied += piece.length), end);
        yield piece;
      }
    };
    const reading = { fd: file, autoClose: false, start: 0, end: end - 1, highWaterMark: storeLimits.pieceBytes };
    await pipeline(createReadStream("", reading), count, createWriteStream(to, { mode: 0o600 }));
    if (copied !== end) throw new DataError("unexpected", `The file has ${copied} bytes and should have ${end}.`);
  } finally {
    if (connection.isOpen) letLogBeCopied(connection, true);
  }
}

/** A copy that fills the disk of the database would stop the server. */
function checkRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytes) return;
  const wanted = Math.ceil(bytes / 2 ** 20);
  throw new DataError(
    "not-backed-up",
    `${folder} has too little room: ${wanted} MB are needed, with room for what is written meanwhile.`,
  );
}

/** Copies the whole log into the file, and gives the size that the file has then. */
function emptyLog(connection: DatabaseSync): number {
  const [isBusy, logged, copied] = Object.values(connection.prepare("PRAGMA wal_checkpoint(PASSIVE)").get() ?? {});
  if (isBusy !== 0 || logged !== copied)
    throw new DataError("unexpected", "The log could not be copied into the file.");
  return Number(readText(connection, "PRAGMA page_count")) * Number(readText(connection, "PRAGMA page_size"));
}

/**
 * Checks all pages of a copy and makes it one file without a log. It says of itself that it was not closed cleanly, because what was queued in
 * it may have been sent since. Throws `DataError` or an error of `node:sqlite`.
 */
export function finishCopy(path: string): "finished" {
  const connection = new DatabaseSync(path, { timeout: storeLimits.lockWaitMs, returnArrays: true });
  try {
    checkVersion(connection);
    if (readText(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'meta'") !== "1") {
      throw new DataError("corrupt", "It is not a database of this program.");
    }
    checkPages(connection);
    readText(connection, "PRAGMA journal_mode = DELETE");
    markClosedCleanly(connection, "no");
  } finally {
    connection.close();
  }
  return "finished";
}
