import type { Outcome } from "@parley/flow";
import { ArrowRight, CircleAlert, Clock, SquareArrowRight, TriangleAlert } from "lucide-react";
import { useRef } from "react";
import { nodeById, outcomesOfNode, targetOf } from "../document/outcomes.ts";
import { nodeTitle, outcomeTitle } from "../nodes/titles.ts";
import { issueSentence } from "../problems/issue-sentence.ts";
import { revealNode } from "../session/flow-session.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { issueAt } from "./bound-field.ts";
import styles from "./inspector.module.css";
import { TargetSelect } from "./target-select.tsx";
import { useWantedField } from "./wanted-field.ts";

const none: readonly Outcome[] = [];

/** Every way out of a node, and where it leads; it can be led elsewhere here. */
export function OutcomesList({ nodeId }: { readonly nodeId: string }) {
  const { inspector } = useTexts();
  const outcomes = useDocument((document) => {
    const node = nodeById(document, nodeId);
    return node === undefined ? none : outcomesOfNode(node);
  });
  if (outcomes.length === 0) return <p className={styles["hint"]}>{inspector.noOutcomes}</p>;
  return (
    <ul className={styles["outcomes"]}>
      {outcomes.map((outcome) => (
        <OutcomeRow key={outcome.name} nodeId={nodeId} outcome={outcome} />
      ))}
    </ul>
  );
}

const icons = { green: ArrowRight, amber: Clock, red: TriangleAlert } as const;

function OutcomeRow({ nodeId, outcome }: { readonly nodeId: string; readonly outcome: Outcome }) {
  const texts = useTexts();
  const session = useSession();
  const row = useRef<HTMLLIElement>(null);
  useWantedField(outcome.name, row);
  const issue = useSessionStore("problems", ({ issues }) => issueAt(issues, nodeId, outcome.name));
  // A warning says no more than the choice itself, which reads that the conversation ends.
  const error = issue?.severity === "error" ? issueSentence(issue, texts) : undefined;
  const target = useDocument((document) => {
    const way = targetOf(document, nodeId, outcome.name);
    return way === undefined ? undefined : nodeById(document, way.type === "edge" ? way.edge.target : way.target);
  });
  const Icon = icons[outcome.colour];
  return (
    <li ref={row} data-field={outcome.name} className={styles["outcome"]} data-colour={outcome.colour}>
      <span className={styles["outcomeName"]}>
        <Icon size={14} aria-label={texts.nodes.colours[outcome.colour]} />
        {outcomeTitle(outcome.name, texts)}
      </span>
      <TargetSelect nodeId={nodeId} outcome={outcome.name} />
      <IconButton
        label={texts.inspector.goToNode(target === undefined ? "" : nodeTitle(target, texts))}
        disabled={target === undefined}
        onClick={() => (target === undefined ? undefined : revealNode(session, target.id))}
      >
        <SquareArrowRight size={14} aria-hidden />
      </IconButton>
      {error === undefined ? null : (
        <p className={styles["error"]}>
          <CircleAlert size={14} aria-hidden /> {error}
        </p>
      )}
    </li>
  );
}
