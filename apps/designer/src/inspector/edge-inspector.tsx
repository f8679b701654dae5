import { CircleAlert } from "lucide-react";
import { isLost } from "../document/geometry.ts";
import { edgeById, nodeById } from "../document/outcomes.ts";
import { nodeTitle, outcomeTitle } from "../nodes/titles.ts";
import { useDocument } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./inspector.module.css";
import { nodeLabel } from "./node-options.ts";
import { TargetSelect } from "./target-select.tsx";

/** An edge: from which node, by which outcome, and where to. */
export function EdgeInspector({ edgeId }: { readonly edgeId: string }) {
  const texts = useTexts();
  const { inspector } = texts;
  const edge = useDocument((document) => edgeById(document, edgeId));
  const source = useDocument((document) => (edge === undefined ? undefined : nodeById(document, edge.source)));
  const targetName = useDocument((document) => (edge === undefined ? "" : nodeLabel(document, edge.target, texts)));
  if (edge === undefined) return null;
  const isWayLost = source !== undefined && isLost(source, edge.outcome);
  return (
    <div className={styles["stack"]}>
      <h2 className={styles["title"]}>{inspector.edge}</h2>
      <dl className={styles["facts"]}>
        <dt>{inspector.edgeFrom}</dt>
        <dd>{source === undefined ? edge.source : nodeTitle(source, texts)}</dd>
        <dt>{inspector.edgeOutcome}</dt>
        <dd>{outcomeTitle(edge.outcome, texts)}</dd>
        <dt>{inspector.edgeTo}</dt>
        <dd>{isWayLost ? targetName : <TargetSelect nodeId={edge.source} outcome={edge.outcome} />}</dd>
      </dl>
      {isWayLost ? (
        <p className={styles["error"]}>
          <CircleAlert size={14} aria-hidden /> {inspector.edgeLost(outcomeTitle(edge.outcome, texts))}
        </p>
      ) : null}
    </div>
  );
}
