import { readNested } from "@parley/flow";
import { invariant, type Json, type JsonObject } from "@parley/messaging";
import { completeConfig } from "../complete-node.ts";
import type { DocumentNode, NodeAction } from "../flow-document.ts";
import { newConfigOf } from "../known-node.ts";
import { type DocumentDraft, snapshot } from "./draft.ts";
import { followOutcomes } from "./follow-outcomes.ts";
import { editNode } from "./nodes.ts";

/**
 * Sets one field of a node, by its path within the node such as `["config", "message", "body"]`. Undefined takes the field away, or back
 * to what a new node has where it must have it. Edges follow: an outcome that gets another name keeps its edge, one that is gone loses it.
 */
export function setNodeField(
  draft: DocumentDraft,
  field: { readonly nodeId: string; readonly path: readonly (string | number)[]; readonly value: Json | undefined },
): void {
  const { nodeId, path, value } = field;
  const [part] = path;
  const node = editNode(draft, nodeId);
  const before = snapshot<DocumentNode>(node);
  const fresh = newFields(before);
  invariant(Object.hasOwn(fresh, part ?? ""), `${part} is a field that people write`);
  write(node, path, value === undefined ? usual(fresh, path) : value);
  if (part !== "config") return;
  const written = snapshot<DocumentNode>(node);
  const config = completeConfig(written);
  if (config !== written.config) node.config = structuredClone(config) as typeof node.config;
  followOutcomes(draft, before, { ...written, config });
}

/** When an action is done. */
export type ActionTime = "onEnter" | "onLeave";

/** Adds an action: at the end, unless an index is given. */
export function addAction(
  draft: DocumentDraft,
  at: { readonly nodeId: string; readonly time: ActionTime; readonly action: NodeAction; readonly index?: number },
): void {
  const actions = editNode(draft, at.nodeId)[at.time];
  actions.splice(at.index ?? actions.length, 0, { ...at.action });
}

/** Takes an action away. */
export function removeAction(
  draft: DocumentDraft,
  at: { readonly nodeId: string; readonly time: ActionTime; readonly index: number },
): void {
  editNode(draft, at.nodeId)[at.time].splice(at.index, 1);
}

/** Moves an action to another place among its like. */
export function moveAction(
  draft: DocumentDraft,
  at: { readonly nodeId: string; readonly time: ActionTime; readonly from: number; readonly to: number },
): void {
  const node = editNode(draft, at.nodeId);
  const actions = [...snapshot<DocumentNode>(node)[at.time]];
  const [action] = actions.splice(at.from, 1);
  if (action === undefined) return;
  actions.splice(at.to, 0, action);
  node[at.time] = actions;
}

/** The fields that people write, as a new node has them. */
function newFields({ type }: DocumentNode): JsonObject {
  return { name: "", note: "", onEnter: [], onLeave: [], config: newConfigOf(type) ?? {} };
}

/** An item of a list need not be there. */
function usual(fresh: JsonObject, path: readonly (string | number)[]): Json | undefined {
  return typeof path.at(-1) === "number" ? undefined : readNested(fresh, path.map(String));
}

type Place = { [step: string | number]: Json | undefined };

/** Objects and lists that lead to the field are made where they are missing. The value is copied, since whoever gave it may have frozen it. */
function write(root: object, path: readonly (string | number)[], value: Json | undefined): void {
  const steps = path.slice(0, -1);
  const last = path.at(-1) ?? "";
  let place = root as Place;
  for (const [index, step] of steps.entries()) {
    const next = place[step];
    if (typeof next !== "object" || next === null) put(place, step, typeof path[index + 1] === "number" ? [] : {});
    place = place[step] as typeof place;
  }
  if (value !== undefined) put(place, last, structuredClone(value));
  else if (Array.isArray(place) && typeof last === "number") place.splice(last, 1);
  else delete place[last];
}

/** A list has no gaps: JSON has none, and whoever reads its items counts on them. */
function put(place: Place, step: string | number, value: Json): void {
  invariant(!Array.isArray(place) || Number(step) <= place.length, `${step} is in the list or next to its end`);
  place[step] = value;
}
