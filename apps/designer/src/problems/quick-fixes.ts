import { type FlowIssue, type OutcomeColour, parseTemplate, pathsOf, variableNameProblem } from "@parley/flow";
import type { Draft } from "immer";
import {
  addNodeAfter,
  addVariable,
  connect,
  disconnect,
  removeItems,
  setNodeField,
  setOutcomeDefault,
} from "../document/commands/index.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { edgesFrom, nodeById, outcomesOfNode } from "../document/outcomes.ts";
import { valueAt } from "../inspector/bound-field.ts";
import { uniqueIdentifiers } from "../inspector/messages/identifiers.ts";
import { pathOfField } from "../inspector/field-path.ts";
import type { Texts } from "../texts/en/index.ts";

/** A way to mend a problem at once; one step to undo. */
export type QuickFix = { readonly label: string; readonly recipe: (draft: Draft<FlowDocument>) => void };

/** The obvious ways to mend a problem; none where a person must think. */
export function quickFixesOf(document: FlowDocument, issue: FlowIssue, texts: Texts): readonly QuickFix[] {
  const make = Object.hasOwn(makers, issue.code) ? makers[issue.code] : undefined;
  return make?.(document, issue, texts) ?? [];
}

type Maker = (document: FlowDocument, issue: FlowIssue, texts: Texts) => readonly QuickFix[];

const makers: { readonly [code: string]: Maker } = {
  "outcome-unwired": wireToEnd,
  "useless-timeout": removeSetting,
  "useless-fallback": removeSetting,
  "useless-wait": (_, { nodeId }, { problems }) =>
    nodeId === undefined
      ? []
      : [
          {
            label: problems.fixes.waitForNothing,
            recipe: (draft) => setNodeField(draft, { nodeId, path: ["config", "waitFor"], value: "none" }),
          },
        ],
  "bad-message": mendMessage,
  "unknown-variable": addUnknownVariables,
  "bad-default": removeDefault,
  "bad-edge": removeEdge,
  unreachable: (_, { nodeId }, { problems }) =>
    nodeId === undefined
      ? []
      : [{ label: problems.fixes.removeNode, recipe: (draft) => removeItems(draft, { nodeIds: [nodeId] }) }],
};

const resultOf: Record<OutcomeColour, "success" | "incomplete" | "error"> = {
  green: "success",
  amber: "incomplete",
  red: "error",
};

/** An End with the result that fits the outcome: one that is there, else a new one. */
function wireToEnd(
  document: FlowDocument,
  { nodeId, field }: FlowIssue,
  { nodes, problems }: Texts,
): readonly QuickFix[] {
  const node = nodeId === undefined ? undefined : nodeById(document, nodeId);
  const outcome = node && outcomesOfNode(node).find(({ name }) => name === field);
  if (node === undefined || outcome === undefined) return [];
  const result = resultOf[outcome.colour];
  const end = document.nodes.find(({ type, config }) => type === "end" && config["result"] === result);
  const way = { nodeId: node.id, outcome: outcome.name };
  return [
    {
      label: problems.fixes.wireToEnd(nodes.results[result]),
      recipe: (draft) => {
        if (end !== undefined) connect(draft, { source: way.nodeId, outcome: way.outcome, target: end.id });
        else {
          const added = addNodeAfter(draft, { ...way, type: "end" });
          setNodeField(draft, { nodeId: added, path: ["config", "result"], value: result });
        }
      },
    },
  ];
}

function removeSetting(_: FlowDocument, { nodeId, field = "" }: FlowIssue, { problems }: Texts): readonly QuickFix[] {
  if (nodeId === undefined) return [];
  const place = { nodeId, path: pathOfField(field), value: undefined };
  return [{ label: problems.fixes.removeSetting, recipe: (draft) => setNodeField(draft, place) }];
}

/** Two buttons or rows of one identifier get identifiers of their own; what a kind of file cannot have is taken away. */
function mendMessage(document: FlowDocument, issue: FlowIssue, { problems }: Texts): readonly QuickFix[] {
  const { nodeId, field = "", message } = issue;
  if (nodeId === undefined) return [];
  if (/must be empty for/.test(message)) {
    const place = { nodeId, path: pathOfField(field), value: "" };
    return [{ label: problems.fixes.removeText, recipe: (draft) => setNodeField(draft, place) }];
  }
  if (!/same identifier/.test(message)) return [];
  const path = pathOfField(field);
  const node = nodeById(document, nodeId);
  const value = uniqueIdentifiers(valueAt(node, path) ?? null);
  return [{ label: problems.fixes.uniqueIdentifiers, recipe: (draft) => setNodeField(draft, { nodeId, path, value }) }];
}

function addUnknownVariables(document: FlowDocument, issue: FlowIssue, { problems }: Texts): readonly QuickFix[] {
  return unknownNames(document, issue).map((name) => ({
    label: problems.fixes.addVariable(name),
    recipe: (draft) => void addVariable(draft, { name }),
  }));
}

/** The names in a field that could be variables of the flow and are none. */
function unknownNames(document: FlowDocument, { nodeId, field = "" }: FlowIssue): readonly string[] {
  const value = valueAt(nodeId === undefined ? undefined : nodeById(document, nodeId), pathOfField(field));
  if (typeof value !== "string") return [];
  const roots = pathsOf(parseTemplate(value)).map(([root = ""]) => root);
  const names = /^on(Enter|Leave)\[\d+\]\.name$/.test(field) ? [value] : roots;
  const known = new Set(document.variables.map(({ name }) => name));
  return [...new Set(names)].filter((name) => !known.has(name) && variableNameProblem(name) === undefined);
}

function removeDefault(document: FlowDocument, { field = "" }: FlowIssue, { problems }: Texts): readonly QuickFix[] {
  const outcome = String(pathOfField(field).at(-1) ?? "");
  if (!Object.hasOwn(document.settings.outcomeDefaults, outcome)) return [];
  return [{ label: problems.fixes.removeDefault, recipe: (draft) => setOutcomeDefault(draft, outcome, undefined) }];
}

function removeEdge(
  document: FlowDocument,
  { nodeId = "", field }: FlowIssue,
  { problems }: Texts,
): readonly QuickFix[] {
  const edge = edgesFrom(document, nodeId).findLast(({ outcome }) => outcome === field);
  if (edge === undefined) return [];
  return [{ label: problems.fixes.removeEdge, recipe: (draft) => disconnect(draft, edge.id) }];
}
