import type { Failure } from "./failure.ts";
import type { Outcome, Unit } from "./unit.ts";

/** What the store asks of its worker, one request at a time. */
export type Request =
  | { readonly type: "open"; readonly path: string }
  /** Run units in one transaction. */
  | { readonly type: "run"; readonly units: readonly Unit[] }
  | { readonly type: "close"; readonly isClean: boolean };

/** What each request gives. */
export type Results = {
  readonly open: { readonly wasClosedCleanly: boolean };
  readonly run: readonly Outcome[];
  readonly close: "closed";
};

/** The worker's reply to a request. A failure means that nothing of the request has happened. */
export type Reply<Type extends Request["type"]> = { readonly result: Results[Type] } | { readonly failure: Failure };
