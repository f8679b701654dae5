import { toDraft } from "../document/open-document.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { savingLimits as limits } from "./limits.ts";
import type { LocalCopies, LocalCopy } from "./local-copy.ts";
import type { SavingClock } from "./save-loop.ts";

/** Keeps one copy of what is unsaved in a session. */
export type CopyKeeper = {
  /** Writes the copy soon, with the document as it is then. */
  readonly keep: (revision: number) => void;
  /** Writes it at once, before the page goes. */
  readonly keepNow: (revision: number) => void;
  /** The server has it all: the copy goes. */
  readonly drop: () => void;
  /** When everything up to now is written. */
  readonly settled: () => Promise<void>;
};

/** Writes follow one another, so that the latest wins. */
export function createCopyKeeper(
  session: FlowSession,
  parts: SavingClock & { copies: LocalCopies; copyId: string },
): CopyKeeper {
  const { copies, copyId: id, now, wakeAt } = parts;
  const { flowId, editor } = session;
  let line: Promise<void> = Promise.resolve();
  let cancel: (() => void) | undefined;
  let isKept = false;

  const copyOf = (revision: number): LocalCopy => {
    isKept = true;
    return { id, flowId, kind: "unsaved", revision, at: now(), draft: toDraft(editor.document()) };
  };
  const then = (act: () => Promise<void>): void => {
    line = line.then(act);
  };
  const stopWaiting = (): void => {
    cancel?.();
    cancel = undefined;
  };
  const write = (revision: number): void => {
    stopWaiting();
    const copy = copyOf(revision);
    then(() => copies.put(copy));
  };

  let waitingRevision = 0;
  return {
    keep: (revision) => {
      waitingRevision = revision;
      cancel ??= wakeAt(now() + limits.copyMs, () => write(waitingRevision));
    },
    keepNow: (revision) => {
      stopWaiting();
      copies.putNow(copyOf(revision));
    },
    drop: () => {
      stopWaiting();
      if (!isKept) return;
      isKept = false;
      then(() => copies.remove({ id, flowId }));
    },
    settled: async () => {
      if (cancel !== undefined) write(waitingRevision);
      await line;
    },
  };
}
