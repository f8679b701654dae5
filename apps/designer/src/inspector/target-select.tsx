import type { NodeType } from "@parley/flow";
import { useState } from "react";
import { flushSync } from "react-dom";
import { addNodeAfter, connect, disconnect, setNodeField } from "../document/commands/index.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { nodeById, outcomesOfNode, targetOf } from "../document/outcomes.ts";
import { nodeTypes } from "../nodes/index.ts";
import { nodeTitle, outcomeTitle } from "../nodes/titles.ts";
import { useDocument, useSession } from "../session/session-context.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/texts-context.ts";
import { Select } from "../ui/field.tsx";

const results = ["success", "error", "incomplete"] as const;

type OutcomeOfNode = { readonly nodeId: string; readonly outcome: string };

/** Chooses where an outcome leads: to a node that is there, to a new one, or nowhere. */
export function TargetSelect({ nodeId, outcome }: OutcomeOfNode) {
  const session = useSession();
  const texts = useTexts();
  const way = useDocument((document) => {
    const target = targetOf(document, nodeId, outcome);
    return target?.type === "edge" ? target.edge : undefined;
  });
  const [isOpen, setIsOpen] = useState(false);
  const whole = useDocument((document) => (isOpen ? document : undefined));
  const name = useDocument((document) => nameOfNode(document, way?.target, texts));
  const elsewhere = useDocument((document) => textWithoutEdge(document, { nodeId, outcome }, texts));
  const open = () => flushSync(() => setIsOpen(true));
  const now = way === undefined ? [] : [{ value: `node ${way.target}`, label: name }];
  return (
    <Select
      aria-label={texts.inspector.outcomeLeadsTo(outcomeTitle(outcome, texts))}
      value={way === undefined ? "" : `node ${way.target}`}
      disabled={session.mode === "read"}
      options={[{ value: "", label: elsewhere }, ...(whole === undefined ? now : choicesOf(whole, texts))]}
      // With a thousand nodes, options are made for the one list that is looked at.
      onPointerDown={open}
      onFocus={open}
      onBlur={() => setIsOpen(false)}
      onChange={({ target }) => {
        const [kind = "", choice = ""] = target.value.split(/ (.*)/s);
        wire(session.editor, { nodeId, outcome, edgeId: way?.id, kind, choice }, texts);
      }}
    />
  );
}

type Choice = {
  readonly nodeId: string;
  readonly outcome: string;
  readonly edgeId: string | undefined;
  readonly kind: string;
  readonly choice: string;
};

function wire(editor: ReturnType<typeof useSession>["editor"], choice: Choice, texts: Texts): void {
  const { nodeId, outcome, edgeId, kind } = choice;
  const { undo } = texts.inspector;
  const title = outcomeTitle(outcome, texts);
  if (kind === "node") {
    const edge = { source: nodeId, outcome, target: choice.choice };
    editor.edit({ label: undo.connect(title) }, (draft) => void connect(draft, edge));
  } else if (kind === "new" || kind === "end") {
    const type = kind === "end" ? "end" : (choice.choice as NodeType);
    editor.edit({ label: undo.addNode(texts.nodes.types[type].title) }, (draft) => {
      const added = addNodeAfter(draft, { nodeId, outcome, type });
      const path = ["config", "result"];
      if (kind === "end") setNodeField(draft, { nodeId: added, path, value: choice.choice });
    });
  } else if (edgeId !== undefined) {
    editor.edit({ label: undo.disconnect(title) }, (draft) => disconnect(draft, edgeId));
  }
}

function choicesOf(document: FlowDocument, texts: Texts): { value: string; label: string; group: string }[] {
  const { existingNodes, newEnds, newNodes } = texts.inspector;
  return [
    ...document.nodes
      .filter(({ type }) => type !== "start")
      .map((node) => ({
        value: `node ${node.id}`,
        label: `${nodeTitle(node, texts)} (${node.id})`,
        group: existingNodes,
      })),
    ...results.map((result) => ({ value: `end ${result}`, label: texts.nodes.results[result], group: newEnds })),
    ...nodeTypes
      .filter((type) => type !== "start" && type !== "end")
      .map((type) => ({ value: `new ${type}`, label: texts.nodes.types[type].title, group: newNodes })),
  ];
}

/** Where the outcome leads when it has no edge of its own, whether or not it has one now. */
function textWithoutEdge(document: FlowDocument, { nodeId, outcome }: OutcomeOfNode, texts: Texts): string {
  const { inspector } = texts;
  const node = nodeById(document, nodeId);
  const own = node && outcomesOfNode(node).find(({ name }) => name === outcome);
  const substitute = own?.fallback === undefined ? undefined : targetOf(document, nodeId, own.fallback);
  if (substitute?.type === "edge") return inspector.byFallback(nameOfNode(document, substitute.edge.target, texts));
  const { outcomeDefaults } = document.settings;
  const fallen = Object.hasOwn(outcomeDefaults, outcome) ? outcomeDefaults[outcome] : undefined;
  if (fallen !== undefined) return inspector.byDefault(nameOfNode(document, fallen.target, texts));
  return inspector.leadsNowhere[own?.colour ?? "green"];
}

function nameOfNode(document: FlowDocument, nodeId: string | undefined, texts: Texts): string {
  const node = nodeId === undefined ? undefined : nodeById(document, nodeId);
  return node === undefined ? (nodeId ?? "") : `${nodeTitle(node, texts)} (${node.id})`;
}
