import type { NodeType } from "@parley/flow";
import { addNodeAfter, connect, disconnect, setNodeField } from "../document/commands/index.ts";
import type { Editor } from "../document/editor.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { nodeById, outcomesOfNode, targetOf } from "../document/outcomes.ts";
import { nodeTypes } from "../nodes/index.ts";
import { outcomeTitle } from "../nodes/titles.ts";
import { useDocument, useSession } from "../session/session-context.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import type { Option } from "../ui/field.tsx";
import { LazySelect } from "./lazy-select.tsx";
import { nodeLabel, targetOptions } from "./node-options.ts";

type OutcomeOfNode = { readonly nodeId: string; readonly outcome: string };

/** Chooses where an outcome leads: to a node that is there, to a new one, or nowhere. */
export function TargetSelect({ nodeId, outcome }: OutcomeOfNode) {
  const session = useSession();
  const texts = useTexts();
  const way = useDocument((document) => {
    const target = targetOf(document, nodeId, outcome);
    return target?.type === "edge" ? target.edge : undefined;
  });
  const name = useDocument((document) => (way === undefined ? "" : nodeLabel(document, way.target, texts)));
  const elsewhere = useDocument((document) => textWithoutEdge(document, { nodeId, outcome }, texts));
  const nowhere = { value: "", label: elsewhere };
  return (
    <LazySelect
      aria-label={texts.inspector.outcomeLeadsTo(outcomeTitle(outcome, texts))}
      value={way === undefined ? "" : `node ${way.target}`}
      disabled={session.mode === "read"}
      now={way === undefined ? [nowhere] : [nowhere, { value: `node ${way.target}`, label: name }]}
      optionsOf={() => [nowhere, ...choicesOf(session.editor.document(), texts)]}
      onChange={({ target }) => {
        const [kind = "", choice = ""] = target.value.split(/ (.*)/s);
        wire(session.editor, { nodeId, outcome, edgeId: way?.id, kind, choice }, texts);
      }}
    />
  );
}

type Choice = OutcomeOfNode & {
  readonly edgeId: string | undefined;
  readonly kind: string;
  readonly choice: string;
};

function wire(editor: Editor, { nodeId, outcome, edgeId, kind, choice }: Choice, texts: Texts): void {
  const { undo } = texts.inspector;
  const title = outcomeTitle(outcome, texts);
  if (kind === "node") {
    const edge = { source: nodeId, outcome, target: choice };
    editor.edit({ label: undo.connect(title) }, (draft) => void connect(draft, edge));
  } else if (kind === "new" || kind === "end") {
    const type = kind === "end" ? "end" : (choice as NodeType);
    editor.edit({ label: undo.addNode(texts.nodes.types[type].title) }, (draft) => {
      const added = addNodeAfter(draft, { nodeId, outcome, type });
      if (kind === "end") setNodeField(draft, { nodeId: added, path: ["config", "result"], value: choice });
    });
  } else if (edgeId !== undefined) {
    editor.edit({ label: undo.disconnect(title) }, (draft) => disconnect(draft, edgeId));
  }
}

const results = ["success", "error", "incomplete"] as const;

function choicesOf(document: FlowDocument, texts: Texts): readonly Option[] {
  const { existingNodes, newEnds, newNodes } = texts.inspector;
  return [
    ...targetOptions(document, texts).map(({ value, label }) => ({
      value: `node ${value}`,
      label,
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
  if (substitute?.type === "edge") return inspector.byFallback(nodeLabel(document, substitute.edge.target, texts));
  const { outcomeDefaults } = document.settings;
  const fallen = Object.hasOwn(outcomeDefaults, outcome) ? outcomeDefaults[outcome] : undefined;
  if (fallen !== undefined) return inspector.byDefault(nodeLabel(document, fallen.target, texts));
  return inspector.leadsNowhere[own?.colour ?? "green"];
}
