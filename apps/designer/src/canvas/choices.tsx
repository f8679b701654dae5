import { Plus, Unplug } from "lucide-react";
import type { Choice } from "../actions/choice-list.tsx";
import { disconnect } from "../document/commands/index.ts";
import { canConnect, edgeById, nodeById, outcomesOfNode, targetOf } from "../document/outcomes.ts";
import { faceOf, nodeFaces, nodeTypes } from "../nodes/index.ts";
import { nodeTitle, outcomeTitle, typeTitle } from "../nodes/titles.ts";
import type { FlowSession } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { addAfter, addAt, addBySelection, addOnEdge, lead, type NewNode } from "./add.ts";
import { canvasOf, type PickerRequest } from "./canvas-state.ts";
import { outcomeIcons } from "./outcome-icons.ts";
import { flowOrder } from "./walk.ts";

/** What a list of choices is called, and what it offers. */
export function choicesOf(
  session: FlowSession,
  request: PickerRequest,
  texts: Texts,
): { readonly title: string; readonly choices: readonly Choice[] } {
  const document = session.editor.document();
  const titleOf = (nodeId: string): string => {
    const node = nodeById(document, nodeId);
    return node === undefined ? nodeId : nodeTitle(node, texts);
  };
  switch (request.type) {
    case "add":
      return { title: texts.canvas.chooseNode, choices: addChoices(session, request, texts) };
    case "outcome":
      return {
        title: texts.canvas.chooseOutcome(titleOf(request.nodeId)),
        choices: outcomeChoices(session, request, texts),
      };
    case "lead":
      return {
        title: texts.canvas.leadOn(outcomeTitle(request.outcome, texts), titleOf(request.nodeId)),
        choices: leadChoices(session, request, texts),
      };
    case "insert": {
      const edge = edgeById(document, request.edgeId);
      const title =
        edge === undefined
          ? texts.canvas.chooseNode
          : texts.canvas.insertBetween(titleOf(edge.source), titleOf(edge.target));
      const choose = (what: NewNode) => addOnEdge(session, what, { edgeId: request.edgeId }, texts);
      return { title, choices: typeChoices(texts, choose) };
    }
  }
}

function addChoices(session: FlowSession, { position }: PickerRequest, texts: Texts): readonly Choice[] {
  const choose = (what: NewNode): void =>
    position === undefined ? addBySelection(session, what, texts) : addAt(session, what, position, texts);
  return [...typeChoices(texts, choose), ...endChoices(texts, choose)];
}

function leadChoices(
  session: FlowSession,
  request: PickerRequest & { readonly type: "lead" },
  texts: Texts,
): readonly Choice[] {
  const { nodeId, outcome, position } = request;
  const choose = (what: NewNode) => addAfter(session, what, { nodeId, outcome, position }, texts);
  return [
    ...endChoices(texts, choose),
    ...typeChoices(texts, choose),
    ...targetChoices(session, { source: nodeId, outcome }, texts),
    ...edgeChoices(session, targetOf(session.editor.document(), nodeId, outcome), texts),
  ];
}

function outcomeChoices(
  session: FlowSession,
  { nodeId, at }: PickerRequest & { readonly type: "outcome" },
  texts: Texts,
): readonly Choice[] {
  const document = session.editor.document();
  const node = nodeById(document, nodeId);
  if (node === undefined) return [];
  const choices = outcomesOfNode(node).map(({ name, colour }) => {
    const target = targetOf(document, nodeId, name);
    const Icon = outcomeIcons[colour];
    const leads = target?.type === "edge" ? nodeById(document, target.edge.target) : undefined;
    return {
      isOpen: leads === undefined,
      choice: {
        id: name,
        section: texts.canvas.outcomesSection,
        title: outcomeTitle(name, texts),
        detail: leads === undefined ? texts.canvas.openOutcome : texts.canvas.leads(nodeTitle(leads, texts)),
        icon: <Icon size={16} />,
        onChoose: () => canvasOf(session).setState({ picker: { type: "lead", nodeId, outcome: name, at } }),
      },
    };
  });
  return [...choices.filter(({ isOpen }) => isOpen), ...choices.filter(({ isOpen }) => !isOpen)].map(
    ({ choice }) => choice,
  );
}

function targetChoices(
  session: FlowSession,
  from: { readonly source: string; readonly outcome: string },
  texts: Texts,
): readonly Choice[] {
  const document = session.editor.document();
  return flowOrder(document).flatMap((target) => {
    const node = nodeById(document, target);
    if (node === undefined || !canConnect(document, { ...from, target })) return [];
    const Icon = faceOf(node.type)?.icon;
    return {
      id: `to-${target}`,
      section: texts.canvas.nodesSection,
      title: nodeTitle(node, texts),
      detail: `${target} · ${typeTitle(node.type, texts)}`,
      icon: Icon === undefined ? null : <Icon size={16} />,
      onChoose: () => lead(session, { ...from, target }, texts),
    };
  });
}

function edgeChoices(session: FlowSession, target: ReturnType<typeof targetOf>, texts: Texts): readonly Choice[] {
  if (target?.type !== "edge") return [];
  const { id } = target.edge;
  const label = texts.canvas.undoDisconnect;
  return [
    {
      id: "insert",
      title: texts.canvas.insertHere,
      section: texts.canvas.otherSection,
      icon: <Plus size={16} />,
      onChoose: () => canvasOf(session).setState({ picker: { type: "insert", edgeId: id } }),
    },
    {
      id: "nowhere",
      title: texts.canvas.nowhere,
      section: texts.canvas.otherSection,
      icon: <Unplug size={16} />,
      onChoose: () => session.editor.edit({ label }, (draft) => disconnect(draft, id)),
    },
  ];
}

/** The groups of the types that stand between others. */
const between: ReadonlySet<string> = new Set(["messages", "logic", "utilities"]);

/** The types that stand between others, by group. */
function typeChoices(texts: Texts, choose: (what: NewNode) => void): readonly Choice[] {
  return nodeTypes
    .filter((type) => between.has(nodeFaces[type].group))
    .map((type) => {
      const { icon: Icon, group } = nodeFaces[type];
      const { title, hint } = texts.nodes.types[type];
      const section = texts.nodes.groups[group];
      return { id: type, section, title, detail: hint, icon: <Icon size={16} />, onChoose: () => choose({ type }) };
    });
}

function endChoices(texts: Texts, choose: (what: NewNode) => void): readonly Choice[] {
  const Icon = nodeFaces.end.icon;
  return Object.entries(texts.nodes.results).map(([result, title]) => ({
    id: `end-${result}`,
    section: texts.canvas.endSection,
    title: texts.nodes.endWith(title),
    icon: <Icon size={16} />,
    onChoose: () => choose({ type: "end", result }),
  }));
}
