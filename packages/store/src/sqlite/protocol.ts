import type { MessagePort } from "node:worker_threads";
import type { Failure } from "./failure.ts";
import type { Outcome, Unit } from "./unit.ts";

/** What the store asks of its worker, one request at a time. */
export type Request =
  | { readonly type: "open"; readonly path: string }
  /** Run units in one transaction. */
  | { readonly type: "run"; readonly units: readonly Unit[] }
  /** Check a copy of a database, and make it fit to be restored. Needs no open database. */
  | { readonly type: "finish-copy"; readonly path: string }
  | { readonly type: "close"; readonly isClean: boolean };

/** Asks the worker to copy its database into another file while it goes on with requests. What becomes of it comes over the port. */
export type CopyOrder = { readonly type: "copy"; readonly to: string; readonly port: MessagePort };

/** What the worker says of a copy; the last of it is `copied` or a failure. */
export type CopyNews =
  | { readonly type: "progress"; readonly bytes: number; readonly of: number }
  | { readonly type: "copied" }
  | { readonly type: "failed"; readonly failure: Failure };

/** What each request gives. */
export type Results = {
  readonly open: { readonly wasClosedCleanly: boolean };
  readonly run: readonly Outcome[];
  readonly "finish-copy": "finished";
  readonly close: "closed";
};

/** The worker's reply to a request. A failure means that nothing of the request has happened. */
export type Reply<Type extends Request["type"]> = { readonly result: Results[Type] } | { readonly failure: Failure };
