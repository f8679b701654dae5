import type { Outcome } from "@parley/flow";
import { Spline } from "lucide-react";
import { memo } from "react";
import { outcomeIcons } from "../canvas/outcome-icons.ts";
import { takenOf } from "../canvas/pulses.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { nodeById, targetOf } from "../document/outcomes.ts";
import { nodeTitle, outcomeTitle } from "../nodes/titles.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { connectFrom } from "./keys.ts";
import styles from "./outline.module.css";
import { useOutline } from "./outline-state.ts";
import { RowButton, RowButtons } from "./row-button.tsx";

/** One outcome of a node, and where it leads. */
export const OutlineOutcome = memo(function OutlineOutcome(props: {
  readonly nodeId: string;
  readonly outcome: Outcome;
}) {
  const { nodeId, outcome } = props;
  const { name, colour } = outcome;
  const texts = useTexts();
  const session = useSession();
  const isActive = useOutline(({ active }) => active?.nodeId === nodeId && active.outcome === name);
  const isTaken = useSessionStore("trace", (trace) => takenOf(trace, nodeId, name) !== undefined);
  const target = useDocument((document) => targetWords(document, { nodeId, outcome: name }, texts));
  const isOwn = useDocument((document) => targetOf(document, nodeId, name)?.type === "edge");
  const Icon = outcomeIcons[colour];
  const row = { nodeId, outcome: name };
  return (
    <div
      role="treeitem"
      aria-level={2}
      data-node-id={nodeId}
      data-outcome={name}
      data-colour={colour}
      data-taken={isTaken || undefined}
      tabIndex={isActive ? 0 : -1}
      className={styles["row"]}
    >
      <Icon size={14} aria-hidden className={styles["icon"]} />
      <span>{outcomeTitle(name, texts)}</span>
      <span aria-hidden>→</span>
      <span className="visually-hidden"> {texts.outline.leadsTo} </span>
      <span className={styles["target"]} data-faint={isOwn ? undefined : ""}>
        {target}
      </span>
      <RowButtons>
        <RowButton label={texts.outline.lead} icon={Spline} onPress={() => connectFrom(session, row)} />
      </RowButtons>
    </div>
  );
});

function targetWords(
  document: FlowDocument,
  { nodeId, outcome }: { readonly nodeId: string; readonly outcome: string },
  texts: Texts,
): string {
  const target = targetOf(document, nodeId, outcome);
  if (target === undefined) return texts.outline.nowhere;
  const id = target.type === "edge" ? target.edge.target : target.target;
  const node = nodeById(document, id);
  const title = node === undefined ? id : nodeTitle(node, texts);
  return target.type === "edge" ? title : texts.outline.byDefault(title);
}
