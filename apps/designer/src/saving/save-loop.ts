import diff from "microdiff";
import type { FlowDocument } from "../document/flow-document.ts";
import { openDocument, toDraft } from "../document/open-document.ts";
import { ServerError } from "../server/server-error.ts";
import type { FlowSession, SavingState } from "../session/flow-session.ts";
import type { DraftServer } from "./draft-server.ts";
import { savingLimits as limits } from "./limits.ts";
import { isUnsaved, newQueue, nextQueue, type SaveEvent, type SaveQueue } from "./save-queue.ts";

/** Someone else saved the flow while it was edited here. */
export type Conflict = { readonly theirs: FlowDocument; readonly revision: number; readonly updatedAt: number };

/** The time, and being woken at one. */
export type SavingClock = {
  readonly now: () => number;
  /** Calls at a time, in milliseconds as `now` gives them, unless what it returns is called before. */
  readonly wakeAt: (at: number, wake: () => void) => () => void;
};

type LoopParts = SavingClock & {
  readonly server: DraftServer;
  /** Whether the stored draft has every field that a patch may name. */
  readonly canPatch: boolean;
  readonly onStep: (queue: SaveQueue) => void;
  readonly onConflict: (conflict: Conflict) => void;
  /** The server wants to be told again who saves, or has been. */
  readonly onSignedOut: (isSignedOut: boolean) => void;
};

/** The queue of a session, with its requests and its timer. */
export type SaveLoop = {
  readonly queue: () => SaveQueue;
  readonly step: (event: SaveEvent) => void;
  /** Saves without waiting. Gives whether the server has all of it now. */
  readonly saveNow: () => Promise<boolean>;
  readonly stopTimer: () => void;
};

/** Whether two documents, or drafts, say the same. */
export function isSame(left: object, right: object): boolean {
  return left === right || diff(left, right).length === 0;
}

export function createSaveLoop(session: FlowSession, parts: LoopParts): SaveLoop {
  const { now, wakeAt, canPatch } = parts;
  const { revision, savedAt } = session.saving.getState();
  let queue = newQueue({ revision, savedAt, canPatch });
  let stopTimer = (): void => {};
  let request: Promise<void> = Promise.resolve();
  /** What was sent without an answer: the server may have it. */
  let unanswered: readonly FlowDocument[] = [];

  const step = (event: SaveEvent): void => {
    const wasSending = queue.standing === "sending";
    queue = nextQueue(queue, event);
    session.saving.setState(stateOf(queue));
    stopTimer();
    if (queue.dueAt !== undefined) stopTimer = wakeAt(queue.dueAt, () => step({ type: "woken" }));
    parts.onStep(queue);
    if (queue.standing === "sending" && !wasSending) request = perform();
  };

  const perform = async (): Promise<void> => {
    const document = session.editor.document();
    unanswered = [...unanswered.filter((sent) => sent !== document), document].slice(-limits.unanswered);
    try {
      const saved = await send(parts.server, queue, document);
      unanswered = [];
      parts.onSignedOut(false);
      step({ type: "saved", revision: saved.revision, at: now() });
    } catch (error) {
      if (error instanceof ServerError && error.code === "conflict") await meetConflict();
      else {
        parts.onSignedOut(error instanceof ServerError && error.code === "unauthorized");
        step(failureOf(error, now()));
      }
    }
  };

  /** An answer may have been lost on its way: what was sent from here is no one else's. */
  const meetConflict = async (): Promise<void> => {
    try {
      const { draft, ...stored } = await parts.server.read(session.flowId);
      const theirs = openDocument(draft);
      const about = { revision: stored.revision, at: now() };
      if (isSame(theirs, session.editor.document())) return step({ type: "adopted", ...about });
      if (unanswered.some((sent) => isSame(theirs, sent))) return step({ type: "put-over", ...about });
      unanswered = [];
      step({ type: "conflicted" });
      parts.onConflict({ theirs, ...stored });
    } catch (error) {
      step(failureOf(error, now()));
    }
  };

  const saveNow = async (): Promise<boolean> => {
    do {
      step({ type: "woken" });
      await request;
    } while (queue.standing === "waiting");
    return !isUnsaved(queue);
  };

  return { queue: () => queue, step, saveNow, stopTimer: () => stopTimer() };
}

function send(server: DraftServer, { revision, underWay }: SaveQueue, document: FlowDocument) {
  const to = { flowId: document.id, revision };
  return underWay === undefined || underWay === "document"
    ? server.saveDraft({ ...to, draft: toDraft(document) })
    : server.savePatches({ ...to, patches: underWay });
}

/** Signing in again helps as waiting does; what the server would refuse again is told. */
function failureOf(error: unknown, at: number): SaveEvent {
  const reason = error instanceof ServerError && error.code !== "unreachable" ? error.message : undefined;
  const mayPass = !(error instanceof ServerError) || error.isPassing || error.code === "unauthorized";
  return mayPass ? { type: "failed", reason, at } : { type: "refused", reason: reason ?? "", at };
}

const statusOf = {
  resting: "saved",
  waiting: "unsaved",
  sending: "saving",
  retrying: "offline",
  conflict: "conflict",
  refused: "failed",
} as const satisfies Record<SaveQueue["standing"], SavingState["status"]>;

function stateOf({ standing, revision, savedAt, reason }: SaveQueue): SavingState {
  return { status: statusOf[standing], revision, savedAt, reason };
}
