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

/** What keeps a draft from being saved until a person sees to it. */
export type SavingTrouble = { readonly conflict: Conflict | undefined; readonly isSignedOut: boolean };

/** Saves one session. */
export type Saving = {
  /** What waits for a person; what is edited meanwhile is kept on this device. */
  readonly trouble: StoreApi<SavingTrouble>;
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
  /** Listens to changes from now on. */
  readonly start: () => void;
  /** Listens no more: what is unsaved is sent if it can be, and stays on this device if not. It may be started again. */
  readonly stop: () => Promise<void>;
};

/** Saves a session's changes. `canPatch` says that the stored draft has every field that a patch may name. */
export function createSaving(session: FlowSession, about: { readonly canPatch: boolean }, parts: SavingParts): Saving {
  const { copies, now } = parts;
  const trouble = createStore<SavingTrouble>(() => ({ conflict: undefined, isSignedOut: false }));
  const keeper = createCopyKeeper(session, parts);
  const loop = createSaveLoop(session, {
    ...parts,
    ...about,
    onStep: (queue) => (isUnsaved(queue) ? keeper.keep(queue.revision) : keeper.drop()),
    onConflict: (conflict) => trouble.setState({ conflict }),
    onSignedOut: (isSignedOut) => trouble.setState({ isSignedOut }),
  });
  const { step, saveNow, queue } = loop;
  let stopListening = (): void => {};

  return {
    trouble,
    saveNow,
    isUnsaved: () => isUnsaved(queue()),
    ...conflictChoices({ session, parts, trouble, loop }),
    restore: async (copy, label) => {
      await saveNow();
      const theirs = session.editor.document();
      const { revision, savedAt = now() } = queue();
      replaceDocument(session, copy.draft, label);
      if (copy.revision !== revision && !isSame(theirs, session.editor.document())) {
        step({ type: "conflicted" });
        trouble.setState({ conflict: { theirs, revision, updatedAt: savedAt } });
      }
      await keeper.settled();
      await copies.remove(copy);
    },
    leave: () => {
      if (!isUnsaved(queue())) return;
      keeper.keepNow(queue().revision);
      step({ type: "woken" });
    },
    start: () => {
      stopListening = session.editor.onChange(({ patches }) => step({ type: "changed", patches, at: now() }));
    },
    stop: async () => {
      stopListening();
      await saveNow();
      loop.stopTimer();
      await keeper.settled();
    },
  };
}

type ChoiceParts = {
  readonly session: FlowSession;
  readonly parts: SavingParts;
  readonly trouble: StoreApi<SavingTrouble>;
  readonly loop: ReturnType<typeof createSaveLoop>;
};

/** What can be done about a conflict. The side that is not taken is kept before anything else happens to it. */
function conflictChoices({ session, parts, trouble, loop }: ChoiceParts): Pick<Saving, "keepMine" | "takeTheirs"> {
  const { editor, flowId } = session;
  const { copies, now, newId } = parts;
  const keepSide = async (kind: "mine" | "theirs", document: FlowDocument, revision: number): Promise<void> => {
    await copies.put({ id: newId(), flowId, kind, revision, at: now(), draft: toDraft(document) });
    trouble.setState({ conflict: undefined });
  };
  return {
    keepMine: async () => {
      const { conflict } = trouble.getState();
      if (conflict === undefined) return;
      await keepSide("theirs", conflict.theirs, conflict.revision);
      loop.step({ type: "put-over", revision: conflict.revision, at: now() });
      await loop.saveNow();
    },
    takeTheirs: async () => {
      const { conflict } = trouble.getState();
      if (conflict === undefined) return;
      await keepSide("mine", editor.document(), loop.queue().revision);
      editor.reset(conflict.theirs);
      loop.step({ type: "adopted", revision: conflict.revision, at: conflict.updatedAt });
    },
  };
}
