import { type NodeProps, NodeResizer } from "@xyflow/react";
import { type KeyboardEvent, memo, useEffect, useRef } from "react";
import { updateNote } from "../document/commands/index.ts";
import { snap } from "../document/geometry.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { canvasOf, useCanvas } from "./canvas-state.ts";
import styles from "./note-card.module.css";
import type { NoteNode } from "./projection.ts";

/** A sticky note: written in place, sized by its corners while it is selected. */
export const NoteCard = memo(function NoteCard({ id, data, selected }: NodeProps<NoteNode>) {
  const { mode } = useSession();
  const texts = useTexts().canvas;
  const isEdited = useCanvas(({ editedNoteId }) => editedNoteId === id) && mode === "edit";
  const { text } = data.note;
  return (
    <div className={styles["note"]} data-selected={selected || undefined}>
      {selected && mode === "edit" ? <Resizer id={id} /> : null}
      {isEdited ? (
        <NoteText id={id} text={text} />
      ) : (
        <div id={`about-${id}`} className={styles["text"]} dir="auto">
          {text.trim() === "" ? <i>{texts.emptyNote}</i> : text}
        </div>
      )}
    </div>
  );
});

function NoteText({ id, text }: { readonly id: string; readonly text: string }) {
  const session = useSession();
  const texts = useTexts().canvas;
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  const end = (): void => {
    session.editor.endGesture();
    canvasOf(session).setState({ editedNoteId: undefined });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys that are written are not the canvas's.
    event.stopPropagation();
    if (event.key !== "Escape") return;
    end();
    canvasOf(session).setState({ wantedFocus: id });
  };
  return (
    <textarea
      className={`${styles["text"]} nodrag nopan nowheel`}
      aria-label={texts.noteText}
      dir="auto"
      ref={area}
      value={text}
      onChange={({ target }) =>
        session.editor.edit({ label: texts.undoNote, gesture: `note ${id}` }, (draft) =>
          updateNote(draft, id, { text: target.value }),
        )
      }
      onKeyDown={onKeyDown}
      onBlur={end}
    />
  );
}

function Resizer({ id }: { readonly id: string }) {
  const session = useSession();
  const texts = useTexts().canvas;
  return (
    <NodeResizer
      minWidth={120}
      minHeight={60}
      lineClassName={styles["line"] ?? ""}
      handleClassName={styles["corner"] ?? ""}
      onResize={(_event, { x, y, width, height }) =>
        session.editor.edit({ label: texts.undoResize, gesture: `resize ${id}` }, (draft) =>
          updateNote(draft, id, { position: snap({ x, y }), width: Math.round(width), height: Math.round(height) }),
        )
      }
      onResizeEnd={() => session.editor.endGesture()}
    />
  );
}
