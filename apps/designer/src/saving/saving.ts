import { createStore, type StoreApi } from "zustand/vanilla";
import type { FlowDocument } from "../document/flow-document.ts";
import { toDraft } from "../document/open-document.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { createCopyKeeper } from "./copy-keeper.ts";
import type { DraftServer } from "./draft-server.ts";
import type { LocalCopies, LocalCopy } from "./local-copy.ts";
import { replaceDocument } from "./replace-document.ts";
import { type Conflict, createSaveLoop, isSame, type SavingClock } from "./save-loop.ts";
import { isUnsaved } from "./save-queue.ts";

/** What saving needs of the world. */
export type SavingParts = SavingClock & {
  readonly server: DraftServer;
  readonly copies: LocalCopies;
  /** The id of the copy of what is unsaved. */
  readonly copyId: string;
  /** The ids of copies that are kept of conflicts. */
  readonly newId: () => string;
};

/** Saves one session. */
export type Saving = {
  /** The conflict that waits for a person; what is edited meanwhile is kept on this device. */
  readonly conflict: StoreApi<{ readonly met: Conflict | undefined }>;
  readonly isUnsaved: () => boolean;
  /** Saves without waiting. Gives whether the server has all of it now. */
  readonly saveNow: () => Promise<boolean>;
  /** Saves what is here over theirs, which stays on this device as a copy. */
  readonly keepMine: () => Promise<void>;
  /** Goes on with theirs; what was here stays on this device as a copy. */
  readonly takeTheirs: () => Promise<void>;
  /** Puts a copy in the document's place, as one step that can be undone. Unsaved changes to an older revision are a conflict. */
  readonly restore: (copy: LocalCopy, label: string) => Promise<void>;
  /** The page may go at any moment: keeps what is unsaved, and tries to send it. */
  readonly leave: () => void;
  /** Ends it: what is unsaved is sent if it can be, and stays on this device if not. */
  readonly stop: () => Promise<void>;
};

/** Saves a session's changes. `canPatch` says that the stored draft has every field that a patch may name. */
export function createSaving(session: FlowSession, about: { readonly canPatch: boolean }, parts: SavingParts): Saving {
  const { editor, flowId } = session;
  const { copies, now, newId } = parts;
  const conflict = createStore<{ readonly met: Conflict | undefined }>(() => ({ met: undefined }));
  const keeper = createCopyKeeper(session, parts);
  const loop = createSaveLoop(session, {
    ...parts,
    ...about,
    onStep: (queue) => (isUnsaved(queue) ? keeper.keep(queue.revision) : keeper.drop()),
    onConflict: (met) => conflict.setState({ met }),
  });
  const { step, saveNow, queue } = loop;
  const stopListening = editor.onChange(({ patches }) => step({ type: "changed", patches, at: now() }));

  const keepSide = async (kind: "mine" | "theirs", document: FlowDocument, revision: number): Promise<void> => {
    await copies.put({ id: newId(), flowId, kind, revision, at: now(), draft: toDraft(document) });
    conflict.setState({ met: undefined });
  };

  return {
    conflict,
    saveNow,
    isUnsaved: () => isUnsaved(queue()),
    keepMine: async () => {
      const { met } = conflict.getState();
      if (met === undefined) return;
      await keepSide("theirs", met.theirs, met.revision);
      step({ type: "put-over", revision: met.revision, at: now() });
      await saveNow();
    },
    takeTheirs: async () => {
      const { met } = conflict.getState();
      if (met === undefined) return;
      await keepSide("mine", editor.document(), queue().revision);
      editor.reset(met.theirs);
      step({ type: "adopted", revision: met.revision, at: met.updatedAt });
    },
    restore: async (copy, label) => {
      await saveNow();
      const theirs = editor.document();
      const { revision, savedAt = now() } = queue();
      replaceDocument(session, copy.draft, label);
      if (copy.kind === "unsaved" && copy.revision !== revision && !isSame(theirs, editor.document())) {
        step({ type: "conflicted" });
        conflict.setState({ met: { theirs, revision, updatedAt: savedAt } });
      }
      await keeper.settled();
      await copies.remove(copy);
    },
    leave: () => {
      if (!isUnsaved(queue())) return;
      keeper.keepNow(queue().revision);
      step({ type: "woken" });
    },
    stop: async () => {
      stopListening();
      await saveNow();
      loop.stopTimer();
      await keeper.settled();
    },
  };
}
