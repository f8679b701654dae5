import { Trash2 } from "lucide-react";
import { removeItems, updateNote } from "../document/commands/index.ts";
import { useDocument, useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import styles from "./outline.module.css";

/** The sticky notes, below the nodes. */
export function OutlineNotes() {
  const { editor, mode } = useSession();
  const texts = useTexts().outline;
  const notes = useDocument((document) => document.notes);
  if (notes.length === 0) return null;
  return (
    <section className={styles["notes"]} aria-label={texts.notes}>
      <h3>{texts.notes}</h3>
      {notes.map(({ id, text }, index) => (
        <div key={id} className={styles["note"]}>
          <TextArea
            aria-label={texts.note(index + 1)}
            value={text}
            readOnly={mode === "read"}
            onChange={({ target }) =>
              editor.edit({ label: texts.undoNote, gesture: `note ${id}` }, (draft) =>
                updateNote(draft, id, { text: target.value }),
              )
            }
            onBlur={() => editor.endGesture()}
          />
          {mode === "edit" ? (
            <IconButton
              label={texts.deleteNote(index + 1)}
              onClick={() =>
                editor.edit({ label: texts.undoDeleteNote }, (draft) => removeItems(draft, { noteIds: [id] }))
              }
            >
              <Trash2 size={16} aria-hidden />
            </IconButton>
          ) : null}
        </div>
      ))}
    </section>
  );
}
