import { flowLimits } from "@parley/flow";
import { useEffect, useRef } from "react";
import { canvasOf } from "../canvas/canvas-state.ts";
import { renameNode } from "../document/commands/index.ts";
import type { DocumentNode } from "../document/flow-document.ts";
import { nodeTitle } from "../nodes/titles.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./outline.module.css";
import { outlineOf } from "./outline-state.ts";

/** A node's name while it is written. Enter and leaving it take the new name, Escape keeps the old one; the focus returns to the row. */
export function RenameField({ node }: { readonly node: DocumentNode }) {
  const session = useSession();
  const texts = useTexts();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);

  const end = (isTaken: boolean, isLeft: boolean): void => {
    if (outlineOf(session).getState().renamedId !== node.id) return;
    outlineOf(session).setState({ renamedId: undefined });
    const name = input.current?.value.trim() ?? node.name;
    if (isTaken && name !== node.name)
      session.editor.edit({ label: texts.outline.undoRename }, (draft) => renameNode(draft, node.id, name));
    if (!isLeft) canvasOf(session).setState({ wantedFocus: node.id });
  };

  return (
    <input
      ref={input}
      className={styles["rename"]}
      type="text"
      aria-label={texts.outline.renameLabel(nodeTitle(node, texts))}
      defaultValue={node.name}
      maxLength={flowLimits.nameLength}
      onBlur={() => end(true, true)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        end(event.key === "Enter", false);
      }}
    />
  );
}
