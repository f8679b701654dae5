import { Redo2, Undo2 } from "lucide-react";
import { useStore } from "zustand";
import { keysOf, runAction } from "../actions/registry.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";

/** Undo and redo, each saying what it would do. */
export function UndoButtons() {
  const session = useSession();
  const { shell } = useTexts();
  const undoLabel = useStore(session.editor.store, (state) => state.undoLabel);
  const redoLabel = useStore(session.editor.store, (state) => state.redoLabel);
  return (
    <>
      <IconButton
        label={undoLabel === undefined ? shell.undo : shell.undoStep(undoLabel)}
        keys={keysOf("undo")}
        disabled={undoLabel === undefined}
        onClick={() => runAction("undo", session)}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={redoLabel === undefined ? shell.redo : shell.redoStep(redoLabel)}
        keys={keysOf("redo")}
        disabled={redoLabel === undefined}
        onClick={() => runAction("redo", session)}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </>
  );
}
