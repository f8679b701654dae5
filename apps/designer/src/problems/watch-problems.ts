import { checkDocument } from "../document/problems.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { factsOf } from "./facts.ts";
import { problemsOf } from "./problems-of.ts";

/** Time as the checks need it. Each wait gives what calls it off. */
export type Waiting = {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  /** When the browser has nothing else to do. */
  readonly idle: (run: () => void) => () => void;
};

/** How long after the last change a flow is checked that takes a while to check. */
const settleMs = 150;
/** A check as quick as this runs with every key, a quarter of a frame at 60 a second. */
const cheapMs = 4;
/** Above this a check waits until the browser is idle. */
const manyNodes = 500;

/**
 * Keeps the session's problems up with its document and what is known of the server, until what it returns is called. A flow that is checked in no time is checked with every
 * change; others when nothing has changed for a moment, and large ones when the browser is idle as well.
 */
export function watchProblems(session: FlowSession, waiting: Waiting = browserWaiting): () => void {
  const { store } = session.editor;
  const facts = factsOf(session);
  let lastMs = Number.POSITIVE_INFINITY;
  let callOff = (): void => undefined;

  const check = (): void => {
    const began = waiting.now();
    const issues = checkDocument(store.getState().document, facts.getState());
    lastMs = waiting.now() - began;
    session.problems.setState((before) => problemsOf(issues, before), true);
  };
  const plan = (): void => {
    callOff();
    if (lastMs < cheapMs) return check();
    callOff = waiting.after(settleMs, () => {
      if (store.getState().document.nodes.length <= manyNodes) return check();
      callOff = waiting.idle(check);
    });
  };

  check();
  const stop = store.subscribe((state, before) => (state.document === before.document ? undefined : plan()));
  const stopFacts = facts.subscribe(plan);
  return () => {
    stop();
    stopFacts();
    callOff();
  };
}

const browserWaiting: Waiting = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  idle: (run) => {
    if (typeof requestIdleCallback === "undefined") return browserWaiting.after(0, run);
    const idle = requestIdleCallback(run, { timeout: 1_000 });
    return () => cancelIdleCallback(idle);
  },
};
