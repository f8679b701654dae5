import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Trash2,
} from "lucide-react";
import { type Alignment, alignItems, type Axis, distributeItems, removeItems } from "../document/commands/index.ts";
import { useSession, useSessionStore } from "../session/session-context.ts";
import { select } from "../session/flow-session.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import styles from "./inspector.module.css";

const alignments: readonly { readonly how: Alignment; readonly Icon: typeof Trash2 }[] = [
  { how: "left", Icon: AlignStartVertical },
  { how: "center", Icon: AlignCenterVertical },
  { how: "right", Icon: AlignEndVertical },
  { how: "top", Icon: AlignStartHorizontal },
  { how: "middle", Icon: AlignCenterHorizontal },
  { how: "bottom", Icon: AlignEndHorizontal },
];

const axes: readonly { readonly axis: Axis; readonly Icon: typeof Trash2 }[] = [
  { axis: "horizontal", Icon: AlignHorizontalDistributeCenter },
  { axis: "vertical", Icon: AlignVerticalDistributeCenter },
];

/** What can be done with several nodes and notes at once. */
export function SelectionInspector() {
  const session = useSession();
  const { inspector } = useTexts();
  const nodeIds = useSessionStore("view", (view) => view.nodeIds);
  const noteIds = useSessionStore("view", (view) => view.noteIds);
  const edgeIds = useSessionStore("view", (view) => view.edgeIds);
  const ids = [...nodeIds, ...noteIds];
  const { edit } = session.editor;
  const remove = () => {
    edit({ label: inspector.undo.remove }, (draft) => removeItems(draft, { nodeIds, edgeIds, noteIds }));
    select(session, {});
  };
  return (
    <div className={styles["stack"]}>
      <h2 className={styles["title"]}>{inspector.severalTitle}</h2>
      <p>{inspector.several(nodeIds.size, noteIds.size)}</p>
      {session.mode === "read" ? null : (
        <>
          <p className={styles["hint"]}>{inspector.severalHint}</p>
          <div role="toolbar" aria-label={inspector.align.name} className={styles["toolbar"]}>
            {alignments.map(({ how, Icon }) => (
              <IconButton
                key={how}
                label={inspector.align[how]}
                onClick={() => edit({ label: inspector.undo.align }, (draft) => alignItems(draft, ids, how))}
              >
                <Icon size={16} aria-hidden />
              </IconButton>
            ))}
            {axes.map(({ axis, Icon }) => (
              <IconButton
                key={axis}
                label={inspector.align[axis]}
                disabled={ids.length < 3}
                onClick={() => edit({ label: inspector.undo.distribute }, (draft) => distributeItems(draft, ids, axis))}
              >
                <Icon size={16} aria-hidden />
              </IconButton>
            ))}
          </div>
          <Button kind="danger" className={styles["add"] ?? ""} onClick={remove}>
            <Trash2 size={14} aria-hidden /> {inspector.removeSelection}
          </Button>
        </>
      )}
    </div>
  );
}
