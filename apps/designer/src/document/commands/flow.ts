import { flowLimits, renameRoots, variableNameProblem } from "@parley/flow";
import { invariant, type Json } from "@parley/messaging";
import type { FlowDocument } from "../flow-document.ts";
import { canBeTarget } from "../outcomes.ts";
import { mapActions, mapTexts, namesWithin } from "../texts-within.ts";
import { type DocumentDraft, now, writable } from "./draft.ts";

/** Adds a variable and gives its name: the one wished for, or a free one where it is taken or is no name. */
export function addVariable(
  draft: DocumentDraft,
  variable: { readonly name?: string; readonly description?: string; readonly default?: Json } = {},
): string {
  const { variables } = now(draft);
  invariant(variables.length < flowLimits.variables, "the flow has room for one more variable");
  const { name: wished = "variable1", description = "", default: value = "" } = variable;
  const taken = new Set(variables.map(({ name }) => name));
  let name = variableNameProblem(wished) === undefined ? wished : "variable1";
  for (let count = 2; taken.has(name); count++) name = `variable${count}`;
  draft.variables.push({ name, description, default: value } as DocumentDraft["variables"][number]);
  return name;
}

/**
 * Changes a variable, and gives the name that it has now. Another name is taken where it is a name and free, and every expression and action that
 * used the old one uses it then; else the old one stays. So a name is changed when its field is left, not at every key.
 */
export function updateVariable(
  draft: DocumentDraft,
  name: string,
  change: { readonly name?: string; readonly description?: string; readonly default?: Json },
): string {
  const document = now(draft);
  const variable = writable(
    draft.variables,
    document.variables.findIndex((other) => other.name === name),
  );
  invariant(variable, `${name} is a variable of the flow`);
  const { name: wished = name, ...rest } = change;
  Object.assign(variable, rest);
  const isTaken = document.variables.some((other) => other.name === wished);
  if (isTaken || variableNameProblem(wished) !== undefined) return name;
  variable.name = wished;
  rewriteReads(draft, document, (root) => (root === name ? wished : root));
  return wished;
}

/** Takes a variable away. What reads it is left as it is, and the checks say so. */
export function removeVariable(draft: DocumentDraft, name: string): void {
  const index = now(draft).variables.findIndex((variable) => variable.name === name);
  if (index !== -1) draft.variables.splice(index, 1);
}

/** Sets where an outcome leads in all nodes that have no edge for it; undefined for nowhere. */
export function setOutcomeDefault(draft: DocumentDraft, outcome: string, target: string | undefined): void {
  if (target === undefined) delete draft.settings.outcomeDefaults[outcome];
  else {
    invariant(canBeTarget(now(draft), target), `${target} is a node that conversations can come to`);
    draft.settings.outcomeDefaults[outcome] = { target };
  }
}

/** What the flow says of itself. */
export type FlowFields = { readonly name: string; readonly description: string; readonly maxNodeExecutions: number };

/** Sets a field of the flow. */
export function setFlowField<Field extends keyof FlowFields>(
  draft: DocumentDraft,
  field: Field,
  value: FlowFields[Field],
): void {
  const place: { -readonly [Name in keyof FlowFields]?: FlowFields[Name] } =
    field === "maxNodeExecutions" ? draft.settings : draft;
  place[field] = value;
}

function rewriteReads(draft: DocumentDraft, document: FlowDocument, rename: (root: string) => string): void {
  for (const [index, node] of document.nodes.entries()) {
    if (![...namesWithin(node)].some((name) => rename(name) !== name)) continue;
    const change = { text: (text: string) => renameRoots(text, rename), variable: rename };
    const { config, onEnter, onLeave } = node;
    Object.assign(writable(draft.nodes, index) ?? {}, {
      config: mapTexts(config, change.text),
      onEnter: mapActions(onEnter, change),
      onLeave: mapActions(onLeave, change),
    });
  }
}
