import type { Outcome } from "@parley/flow";
import { Handle, Position } from "@xyflow/react";
import { outcomeTitle } from "../nodes/titles.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { useCanvas } from "./canvas-state.ts";
import { faintTarget } from "./describe-node.ts";
import styles from "./node-card.module.css";
import { outcomeIcons } from "./outcome-icons.ts";
import { takenOf } from "./pulses.ts";

type OutcomeRowProps = {
  readonly nodeId: string;
  readonly outcome: Outcome;
  /** How long the node waits, in words; empty for no limit. */
  readonly wait: string;
};

/** One way out of a node, with the handle that edges begin at. Where a default of the flow serves it, that is said faintly. */
export function OutcomeRow({ nodeId, outcome, wait }: OutcomeRowProps) {
  const { name, colour } = outcome;
  const texts = useTexts();
  const { mode } = useSession();
  const faint = useDocument((document) => faintTarget(document, nodeId, name, texts));
  const isTaken = useSessionStore("trace", (trace) => takenOf(trace, nodeId, name) !== undefined);
  const isClicked = useCanvas(({ clickedHandle: from }) => from?.nodeId === nodeId && from.outcome === name);
  const Icon = outcomeIcons[colour];
  const title = outcomeTitle(name, texts);
  return (
    <div className={styles["row"]} data-colour={colour} data-taken={isTaken || undefined}>
      <Icon size={12} aria-hidden />
      <span className={styles["outcome"]} title={name}>
        {title}
        {colour === "amber" && wait !== "" ? <span className={styles["wait"]}> {texts.canvas.after(wait)}</span> : null}
      </span>
      {faint === "" ? null : (
        <span className={styles["faint"]} title={texts.canvas.byDefaultHint(faint)}>
          {texts.canvas.byDefault(faint)}
        </span>
      )}
      <Handle
        id={name}
        type="source"
        position={Position.Right}
        className={styles["source"] ?? ""}
        isConnectable={mode === "edit"}
        data-outcome={name}
        data-clicked={isClicked || undefined}
      />
    </div>
  );
}
