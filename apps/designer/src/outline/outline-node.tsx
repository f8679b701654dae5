import { CircleAlert, CircleHelp, Pencil, Spline, Trash2, TriangleAlert } from "lucide-react";
import { memo } from "react";
import { nodeById, outcomesOfNode } from "../document/outcomes.ts";
import type { DocumentNode } from "../document/flow-document.ts";
import { faceOf } from "../nodes/index.ts";
import { nodeTitle, typeTitle } from "../nodes/titles.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/texts-context.ts";
import { connectFrom, remove, rename } from "./keys.ts";
import styles from "./outline.module.css";
import { OutlineOutcome } from "./outline-outcome.tsx";
import { useOutline } from "./outline-state.ts";
import { RenameField } from "./rename-field.tsx";
import { RowButton } from "./row-button.tsx";

/** A node of the outline, and its outcomes below it. */
export const OutlineNode = memo(function OutlineNode({
  nodeId,
  isFirst,
}: {
  readonly nodeId: string;
  readonly isFirst: boolean;
}) {
  const node = useDocument((document) => nodeById(document, nodeId));
  return node === undefined ? null : <Item node={node} isFirst={isFirst} />;
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
  const name = texts.outline.nodeName(typeTitle(node.type, texts), nodeTitle(node, texts), summary);
  const row = { nodeId: id };
  return (
    <li
      role="treeitem"
      aria-level={1}
      aria-expanded={outcomes.length > 0 ? true : undefined}
      aria-selected={isSelected}
      aria-label={[name, problems, isCurrent ? texts.canvas.isCurrent : ""].filter(Boolean).join(" ")}
      data-node-id={id}
      tabIndex={isActive ? 0 : -1}
      className={styles["node"]}
    >
      <div className={styles["row"]} data-current={isCurrent || undefined}>
        <NodeWords node={node} summary={summary} />
        {problems === "" ? null : (
          <span className={styles["problems"]} data-severity={found?.errors === 0 ? "warning" : "error"}>
            {found?.errors === 0 ? <TriangleAlert size={14} aria-hidden /> : <CircleAlert size={14} aria-hidden />}
            {problems}
          </span>
        )}
        {session.mode === "edit" ? (
          <span className={styles["buttons"]}>
            <RowButton label={texts.outline.connect} icon={Spline} onPress={() => connectFrom(session, row)} />
            <RowButton label={texts.outline.rename} icon={Pencil} onPress={() => rename(session, row)} />
            {node.type === "start" ? null : (
              <RowButton
                label={texts.outline.delete}
                icon={Trash2}
                onPress={() => remove(session, row, false, texts)}
              />
            )}
          </span>
        ) : null}
      </div>
      {outcomes.length === 0 ? null : (
        <ul role="group" className={styles["outcomes"]}>
          {outcomes.map((outcome) => (
            <OutlineOutcome key={outcome.name} nodeId={id} outcome={outcome} />
          ))}
        </ul>
      )}
    </li>
  );
}

function NodeWords({ node, summary }: { readonly node: DocumentNode; readonly summary: string }) {
  const texts = useTexts();
  const isRenamed = useOutline(({ renamedId }) => renamedId === node.id);
  const Icon = faceOf(node.type)?.icon ?? CircleHelp;
  return (
    <>
      <Icon size={16} aria-hidden className={styles["icon"]} />
      {isRenamed ? <RenameField node={node} /> : <span className={styles["name"]}>{nodeTitle(node, texts)}</span>}
      <span className={styles["id"]}>{node.id}</span>
      <span className={styles["summary"]}>{summary}</span>
    </>
  );
}
