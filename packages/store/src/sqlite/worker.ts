import { parentPort } from "node:worker_threads";
import { storeLimits } from "../limits.ts";
import { closeDatabase, type Database, openDatabase } from "./database.ts";
import { DataError, failureOf } from "./failure.ts";
import type { Reply, Request, Results } from "./protocol.ts";
import { prepareUnits } from "./run-units.ts";

// The thread that holds the database: SQLite blocks whoever calls it until the disk has answered.

type Opened = {
  readonly database: Database;
  readonly runUnits: ReturnType<typeof prepareUnits>;
  /** Fires when no request has come for a while. */
  readonly idle: NodeJS.Timeout;
};

let opened: Opened | undefined;

parentPort?.on("message", (request: Request) => parentPort?.postMessage(replyTo(request)));

function replyTo(request: Request): Reply<Request["type"]> {
  try {
    return { result: handle(request) };
  } catch (error) {
    const { code, detail } = failureOf(error);
    return { failure: { code, detail: request.type === "open" ? `${request.path}: ${detail}` : detail } };
  }
}

function handle(request: Request): Results[Request["type"]] {
  switch (request.type) {
    case "open":
      return open(request.path);
    case "run":
      return use().runUnits(request.units);
    case "close":
      return close(request.isClean);
  }
}

function open(path: string): Results["open"] {
  const database = openDatabase(path);
  const idle = setTimeout(() => copyLog(database), storeLimits.checkpointAfterIdleMs);
  opened = { database, runUnits: prepareUnits(database.connection), idle };
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
function copyLog({ connection }: Database): void {
  try {
    connection.exec("PRAGMA wal_checkpoint(PASSIVE)");
  } catch {}
}
