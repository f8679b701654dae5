import { flowLimits } from "@parley/flow";
import { updateNote } from "../document/commands/index.ts";
import { useDocument, useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { TextControl } from "./controls.tsx";
import styles from "./inspector.module.css";

/** A sticky note: its text. */
export function StickyInspector({ noteId }: { readonly noteId: string }) {
  const session = useSession();
  const { inspector } = useTexts();
  const text = useDocument((document) => document.notes.find(({ id }) => id === noteId)?.text ?? "");
  const about = { label: inspector.undo.note, gesture: `note ${noteId}` };
  const field = {
    name: "text",
    value: text,
    error: undefined,
    warning: undefined,
    isReadOnly: session.mode === "read",
    onBlur: session.editor.endGesture,
    set: (next: unknown) => session.editor.edit(about, (draft) => updateNote(draft, noteId, { text: String(next) })),
  };
  return (
    <div className={styles["stack"]}>
      <h2 className={styles["title"]}>{inspector.sticky}</h2>
      <TextControl field={field} label={inspector.stickyText} isMultiline limit={flowLimits.descriptionLength} />
    </div>
  );
}
