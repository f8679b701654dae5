import { CircleAlert, CircleHelp, Pencil, Spline, Trash2, TriangleAlert } from "lucide-react";
import { memo } from "react";
import { nodeById, outcomesOfNode } from "../document/outcomes.ts";
import type { DocumentNode } from "../document/flow-document.ts";
import { faceOf } from "../nodes/index.ts";
import { nodeTitle, typeTitle } from "../nodes/titles.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { connectFrom, remove, rename } from "./keys.ts";
import styles from "./outline.module.css";
import { OutlineOutcome } from "./outline-outcome.tsx";
import { useOutline } from "./outline-state.ts";
import { RenameField } from "./rename-field.tsx";
import { RowButton, RowButtons } from "./row-button.tsx";

/** A node of the outline, and its outcomes below it. */
export const OutlineNode = memo(function OutlineNode({
  nodeId,
  isFirst,
}: {
  readonly nodeId: string;
  readonly isFirst: boolean;
}) {
  const node = useDocument((document) => nodeById(document, nodeId));
  return node === undefined ? null : (
    <div role="none" className={styles["node"]}>
      <Item node={node} isFirst={isFirst} />
    </div>
  );
});

function Item({ node, isFirst }: { readonly node: DocumentNode; readonly isFirst: boolean }) {
  const texts = useTexts();
  const session = useSession();
  const { id } = node;
  const isActive = useOutline(({ active }) =>
    active === undefined ? isFirst : active.nodeId === id && active.outcome === undefined,
  );
  const isSelected = useSessionStore("view", ({ nodeIds }) => nodeIds.has(id));
  const isCurrent = useSessionStore("trace", ({ currentNodeIds }) => currentNodeIds.has(id));
  const found = useSessionStore("problems", ({ byNode }) => byNode.get(id));
  const outcomes = outcomesOfNode(node);
  const problems = found === undefined ? "" : texts.canvas.problems(found.errors, found.warnings);
  const summary = faceOf(node.type)?.summary(node.config, texts) ?? texts.nodes.unknownSummary;
  const row = { nodeId: id };
  return (
    <>
      <div
        role="treeitem"
        aria-level={1}
        aria-expanded={outcomes.length > 0 ? true : undefined}
        aria-selected={isSelected}
        data-node-id={id}
        data-current={isCurrent || undefined}
        tabIndex={isActive ? 0 : -1}
        className={styles["row"]}
      >
        <NodeWords node={node} summary={summary} />
        {problems === "" ? null : (
          <span className={styles["problems"]} data-severity={found?.errors === 0 ? "warning" : "error"}>
            {found?.errors === 0 ? <TriangleAlert size={14} aria-hidden /> : <CircleAlert size={14} aria-hidden />}
            {problems}
          </span>
        )}
        {isCurrent ? <span className="visually-hidden"> {texts.canvas.isCurrent}</span> : null}
        <RowButtons>
          <RowButton label={texts.outline.connect} icon={Spline} onPress={() => connectFrom(session, row)} />
          <RowButton label={texts.outline.rename} icon={Pencil} onPress={() => rename(session, row)} />
          {node.type === "start" ? null : (
            <RowButton label={texts.outline.delete} icon={Trash2} onPress={() => remove(session, row, false, texts)} />
          )}
        </RowButtons>
      </div>
      {outcomes.map((outcome) => (
        <OutlineOutcome key={outcome.name} nodeId={id} outcome={outcome} />
      ))}
    </>
  );
}

function NodeWords({ node, summary }: { readonly node: DocumentNode; readonly summary: string }) {
  const texts = useTexts();
  const isRenamed = useOutline(({ renamedId }) => renamedId === node.id);
  const Icon = faceOf(node.type)?.icon ?? CircleHelp;
  return (
    <>
      <Icon size={16} aria-hidden className={styles["icon"]} />
      <span className="visually-hidden">{typeTitle(node.type, texts)}: </span>
      {isRenamed ? <RenameField node={node} /> : <span className={styles["name"]}>{nodeTitle(node, texts)}</span>}
      <span className={styles["id"]}>{node.id}</span>
      <span className={styles["summary"]}>{summary}</span>
    </>
  );
}
