import type { NodeType } from "@parley/flow";
import { type LucideIcon, StickyNote } from "lucide-react";
import { createPortal } from "react-dom";
import { nodeGroups } from "../nodes/node-face.ts";
import { nodeFaces, nodeTypes } from "../nodes/index.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { useCanvas } from "./canvas-state.ts";
import { usePaletteDrag } from "./palette-drag.ts";
import styles from "./palette.module.css";

/** What can be added: dragged to its place, or chosen to be added after the selected node. Not shown where nothing can be changed. */
export function Palette() {
  const session = useSession();
  const texts = useTexts();
  if (session.mode === "read") return null;
  return (
    <nav className={styles["palette"]} aria-label={texts.canvas.palette}>
      {nodeGroups.map((group) => {
        // A flow begins once: its Start is there from the beginning.
        const types = nodeTypes.filter((type) => type !== "start" && nodeFaces[type].group === group);
        return types.length === 0 ? null : (
          <section key={group} aria-label={texts.nodes.groups[group]}>
            <h3 className={styles["group"]}>{texts.nodes.groups[group]}</h3>
            {types.map((type) => (
              <Item key={type} of={type} icon={nodeFaces[type].icon} group={group} {...texts.nodes.types[type]} />
            ))}
          </section>
        );
      })}
      <section aria-label={texts.canvas.note}>
        <h3 className={styles["group"]}>{texts.canvas.notes}</h3>
        <Item of="note" icon={StickyNote} group="note" title={texts.canvas.note} hint={texts.canvas.noteHint} />
      </section>
      <Ghost />
    </nav>
  );
}

type ItemProps = {
  readonly of: NodeType | "note";
  readonly icon: LucideIcon;
  readonly group: string;
  readonly title: string;
  readonly hint: string;
};

function Item({ of, icon: Icon, group, title, hint }: ItemProps) {
  const handlers = usePaletteDrag(of);
  return (
    <button
      type="button"
      className={styles["item"]}
      data-palette={of}
      data-group={group}
      aria-label={title}
      title={hint}
      {...handlers}
    >
      <span className={styles["icon"]}>
        <Icon size={16} aria-hidden />
      </span>
      <span className={styles["title"]}>{title}</span>
    </button>
  );
}

/** What is being dragged, at the pointer. */
function Ghost() {
  const texts = useTexts();
  const ghost = useCanvas((state) => state.ghost);
  if (ghost === undefined) return null;
  const title = ghost.of === "note" ? texts.canvas.note : texts.nodes.types[ghost.of].title;
  const Icon = ghost.of === "note" ? StickyNote : nodeFaces[ghost.of].icon;
  return createPortal(
    <div className={styles["ghost"]} style={{ left: ghost.at.x, top: ghost.at.y }} aria-hidden>
      <Icon size={16} />
      {title}
    </div>,
    document.body,
  );
}
