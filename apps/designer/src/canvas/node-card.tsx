import { Handle, type NodeProps, Position } from "@xyflow/react";
import { CircleAlert, CircleHelp, CircleDot, TriangleAlert } from "lucide-react";
import { memo } from "react";
import type { DocumentNode } from "../document/flow-document.ts";
import { anyOutcome, targetHandle } from "../document/geometry.ts";
import { outcomesOfNode } from "../document/outcomes.ts";
import { faceOf } from "../nodes/index.ts";
import { timeInWords } from "../nodes/in-words.ts";
import { nodeTitle } from "../nodes/titles.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { useCanvas } from "./canvas-state.ts";
import { describeNode } from "./describe-node.ts";
import { useDistance } from "./distance.ts";
import { MessagePreview } from "./message-preview.tsx";
import styles from "./node-card.module.css";
import { OutcomeRow } from "./outcome-row.tsx";
import type { CardNode } from "./projection.ts";

/** A node on the canvas: what it does, and its outcomes. From far away one coloured box with its name, from farther without it, unless it is selected. */
export const NodeCard = memo(function NodeCard({ id, data, selected, dragging }: NodeProps<CardNode>) {
  const distance = useDistance();
  const texts = useTexts();
  const isCurrent = useSessionStore("trace", ({ currentNodeIds }) => currentNodeIds.has(id));
  const isFound = useCanvas(({ found }) => found.has(id));
  const severity = useSessionStore("problems", ({ byNode }) => severityOf(byNode.get(id)));
  const marks = {
    "data-group": faceOf(data.node.type)?.group ?? "unknown",
    "data-selected": selected || undefined,
    "data-dragging": dragging || undefined,
    "data-current": isCurrent || undefined,
    "data-found": isFound || undefined,
    "data-severity": severity,
  };
  if (distance !== "near" && !selected && !dragging) {
    return (
      <div className={styles["far"]} {...marks}>
        {distance === "far" ? nodeTitle(data.node, texts) : null}
      </div>
    );
  }
  return (
    <div className={styles["card"]} {...marks}>
      <CardContent node={data.node} isCurrent={isCurrent} />
    </div>
  );
});

function CardContent({ node, isCurrent }: { readonly node: DocumentNode; readonly isCurrent: boolean }) {
  const session = useSession();
  const texts = useTexts();
  const outcomes = outcomesOfNode(node);
  const wait = timeInWords(node.config["timeoutSeconds"], texts);
  const isKnown = faceOf(node.type) !== undefined;
  return (
    <>
      {node.type === "start" ? null : (
        <Handle
          id={targetHandle}
          type="target"
          position={Position.Left}
          className={styles["target"] ?? ""}
          isConnectableStart={false}
          isConnectable={session.mode === "edit"}
        />
      )}
      <CardHeader node={node} />
      <CardSummary node={node} />
      {outcomes.map((outcome) => (
        <OutcomeRow key={outcome.name} nodeId={node.id} outcome={outcome} wait={wait} />
      ))}
      {isKnown ? null : (
        <Handle
          id={anyOutcome}
          type="source"
          position={Position.Right}
          isConnectable={false}
          className={styles["any"] ?? ""}
        />
      )}
      <About node={node} isCurrent={isCurrent} />
    </>
  );
}

function CardHeader({ node }: { readonly node: DocumentNode }) {
  const texts = useTexts();
  const Icon = faceOf(node.type)?.icon ?? CircleHelp;
  return (
    <div className={styles["header"]}>
      <span className={styles["icon"]}>
        <Icon size={16} aria-hidden />
      </span>
      <span className={styles["name"]}>{nodeTitle(node, texts)}</span>
      <Problems nodeId={node.id} />
      <span className={styles["id"]}>{node.id}</span>
    </div>
  );
}

function CardSummary({ node }: { readonly node: DocumentNode }) {
  const texts = useTexts();
  const face = faceOf(node.type);
  const message = face?.message?.(node.config, texts);
  const isShown = message !== undefined && (message.text !== "" || message.pills.length > 0);
  return (
    <div className={styles["summary"]}>
      {isShown ? (
        <MessagePreview message={message} note={face?.note?.(node.config, texts) ?? ""} />
      ) : (
        <div className={styles["words"]} dir="auto">
          {face?.summary(node.config, texts) ?? texts.nodes.unknownSummary}
        </div>
      )}
    </div>
  );
}

function Problems({ nodeId }: { readonly nodeId: string }) {
  const texts = useTexts().canvas;
  const errors = useSessionStore("problems", ({ byNode }) => byNode.get(nodeId)?.errors ?? 0);
  const warnings = useSessionStore("problems", ({ byNode }) => byNode.get(nodeId)?.warnings ?? 0);
  if (errors + warnings === 0) return null;
  const Icon = errors > 0 ? CircleAlert : TriangleAlert;
  return (
    <span
      className={styles["problems"]}
      data-severity={errors > 0 ? "error" : "warning"}
      role="img"
      aria-label={texts.problems(errors, warnings)}
      title={texts.problems(errors, warnings)}
    >
      <Icon size={12} aria-hidden />
      {errors + warnings}
    </span>
  );
}

function About({ node, isCurrent }: { readonly node: DocumentNode; readonly isCurrent: boolean }) {
  const texts = useTexts();
  const about = useDocument((document) => describeNode(document, node, texts));
  return (
    <>
      {isCurrent ? (
        <span className={styles["current"]}>
          <CircleDot size={12} aria-hidden />
        </span>
      ) : null}
      <span id={`about-${node.id}`} className="visually-hidden">
        {about} {isCurrent ? texts.canvas.isCurrent : ""}
      </span>
    </>
  );
}

function severityOf(found: { readonly errors: number; readonly warnings: number } | undefined) {
  if (found === undefined || found.errors + found.warnings === 0) return undefined;
  return found.errors > 0 ? "error" : "warning";
}
