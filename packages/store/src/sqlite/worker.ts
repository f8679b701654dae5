import { parentPort } from "node:worker_threads";
import { storeLimits } from "../limits.ts";
import { copyDatabase, finishCopy } from "./copy.ts";
import { closeDatabase, type Database, openDatabase } from "./database.ts";
import { DataError, failureOf } from "./failure.ts";
import type { CopyNews, CopyOrder, Reply, Request, Results } from "./protocol.ts";
import { prepareUnits } from "./run-units.ts";

// The thread that holds the database: SQLite blocks whoever calls it until the disk has answered.

type Opened = {
  readonly database: Database;
  readonly runUnits: ReturnType<typeof prepareUnits>;
  /** Fires when no request has come for a while. */
  readonly idle: NodeJS.Timeout;
  isBeingCopied: boolean;
};

let opened: Opened | undefined;

parentPort?.on("message", (request: Request | CopyOrder) => {
  if (request.type === "copy") void followCopy(request);
  else parentPort?.postMessage(replyTo(request));
});

function replyTo(request: Request): Reply<Request["type"]> {
  try {
    return { result: handle(request) };
  } catch (error) {
    const { code, detail } = failureOf(error);
    return { failure: { code, detail: "path" in request ? `${request.path}: ${detail}` : detail } };
  }
}

function handle(request: Request): Results[Request["type"]] {
  switch (request.type) {
    case "open":
      return open(request.path);
    case "run":
      return use().runUnits(request.units);
    case "finish-copy":
      return finishCopy(request.path);
    case "close":
      return close(request.isClean);
  }
}

function open(path: string): Results["open"] {
  const database = openDatabase(path);
  const idle = setTimeout(copyLog, storeLimits.checkpointAfterIdleMs);
  opened = { database, runUnits: prepareUnits(database.connection), idle, isBeingCopied: false };
  return { wasClosedCleanly: database.wasClosedCleanly };
}

function use(): Opened {
  if (opened === undefined) throw new DataError("closed", "");
  opened.idle.refresh();
  return opened;
}

function close(isClean: boolean): Results["close"] {
  const { database, idle } = use();
  clearTimeout(idle);
  opened = undefined;
  closeDatabase(database, isClean);
  return "closed";
}

/** Copies the log into the database while nobody waits, so that a commit seldom has to. Trouble is left to the next commit, which meets it too. */
function copyLog(): void {
  if (opened === undefined || opened.isBeingCopied) return;
  try {
    opened.database.connection.exec("PRAGMA wal_checkpoint(PASSIVE)");
  } catch {}
}

/** Copies the database and says over the order's port what becomes of it. A close in the middle changes the file, so that the copy is void. */
async function followCopy({ to, port }: CopyOrder): Promise<void> {
  const say = (news: CopyNews): void => port.postMessage(news);
  try {
    const source = use();
    if (source.isBeingCopied) throw new DataError("not-backed-up", "Another backup is being made.");
    source.isBeingCopied = true;
    await copyDatabase(source.database, to, (bytes, of) => say({ type: "progress", bytes, of })).finally(() => {
      source.isBeingCopied = false;
    });
    if (opened !== source) throw new DataError("closed", "");
    say({ type: "copied" });
  } catch (error) {
    say({ type: "failed", failure: failureOf(error) });
  } finally {
    port.close();
  }
}
