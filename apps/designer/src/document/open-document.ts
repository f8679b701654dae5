import { type FlowDraft, flowFormat, flowLimits, isNodeName, nodeDefinitions } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import { freeze } from "immer";
import { completeNode } from "./complete-node.ts";
import type { DocumentEdge, DocumentVariable, FlowDocument, StickyNote } from "./flow-document.ts";
import { freeIds } from "./ids.ts";
import { nodeIndex } from "./lookup.ts";
import { isObject, numberOf, objectOf, objectsIn, positionOf, shallowFields, textOf } from "./read-json.ts";

/**
 * Makes a draft a document: fields that are missing get what they have by default, and whatever is there is kept, nodes of unknown types and wrong
 * values included. Left out is only what nobody could see or mend: an edge without both its ends, and what has no id. Ids that are there twice are
 * changed. Whoever reads a draft from elsewhere checks its shape first; this never throws.
 */
export function openDocument(draft: unknown): FlowDocument {
  const given = isObject(draft) ? draft : {};
  const shallow = shallowFields(given);
  const whole = {
    ...shallow,
    format: flowFormat,
    id: textOf(given["id"], "flow"),
    name: textOf(given["name"], ""),
    description: textOf(given["description"], ""),
    settings: completeSettings(objectOf(shallow["settings"])),
    variables: objectsIn(given["variables"]).flatMap(completeVariable),
    nodes: objectsIn(given["nodes"]).flatMap(completeNode),
    edges: objectsIn(given["edges"]).flatMap(completeEdge),
    notes: objectsIn(given["notes"]).flatMap(completeNote),
  } satisfies FlowDocument;
  return freeze(withWholeEdges(withOwnIds(whole)), true);
}

/** What is saved of a document. Opening it gives the same document again. */
export function toDraft(document: FlowDocument): FlowDraft {
  return document as unknown as FlowDraft;
}

/** A new flow: a Start alone. */
export function newDocument({ id, name }: { readonly id: string; readonly name: string }): FlowDocument {
  const start = { id: "n2", type: "start", config: nodeDefinitions.start.newConfig };
  return openDocument({ id, name, nodes: [start] });
}

/** The id of a new flow: its name in small letters, digits and `-`, with a number after it where it is taken. */
export function freeFlowId(name: string, taken: ReadonlySet<string>): string {
  // Capitals first, because `ß` has none of its own and becomes `ss` that way.
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toUpperCase().toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const base = words.join("-").slice(0, 55).replace(/-$/, "") || "flow";
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}-${count}`)) count++;
  return `${base}-${count}`;
}

function completeSettings(given: JsonObject): FlowDocument["settings"] {
  const defaults = Object.entries(objectOf(given["outcomeDefaults"])).filter(
    ([, set]) => typeof objectOf(set)["target"] === "string",
  );
  return {
    ...given,
    outcomeDefaults: Object.fromEntries(defaults) as FlowDocument["settings"]["outcomeDefaults"],
    maxNodeExecutions: numberOf(given["maxNodeExecutions"], flowLimits.nodeExecutions),
  };
}

function completeVariable(given: JsonObject): DocumentVariable[] {
  const { name, default: value = "" } = given;
  if (typeof name !== "string") return [];
  return [{ ...given, name, description: textOf(given["description"], ""), default: value }];
}

function completeEdge(given: JsonObject): DocumentEdge[] {
  const { id, source, outcome, target } = given;
  if (typeof source !== "string" || typeof outcome !== "string" || typeof target !== "string") return [];
  return [{ ...given, id: textOf(id, ""), source, outcome, target }];
}

function completeNote(given: JsonObject): StickyNote[] {
  return [
    {
      ...given,
      id: textOf(given["id"], ""),
      text: textOf(given["text"], ""),
      position: positionOf(given["position"]),
      width: numberOf(given["width"], 200),
      height: numberOf(given["height"], 120),
    },
  ];
}

/** The first of a name keeps it. Notes stand among the nodes on the canvas, so that none may be called like a node. */
function withOwnIds(document: FlowDocument): FlowDocument {
  const free = freeIds(document);
  return {
    ...document,
    nodes: withOwn(document.nodes, free.node),
    edges: withOwn(document.edges, free.edge),
    notes: withOwn(document.notes, free.note, (id) => isNodeName(id) || nodeIndex(document, id) !== undefined),
  };
}

function withOwn<Item extends { readonly id: string }>(
  items: readonly Item[],
  freeId: () => string,
  isUnfit: (id: string) => boolean = () => false,
): readonly Item[] {
  const taken = new Set<string>([""]);
  return items.map((item) => {
    const id = taken.has(item.id) || isUnfit(item.id) ? freeId() : item.id;
    taken.add(id);
    return id === item.id ? item : { ...item, id };
  });
}

function withWholeEdges(document: FlowDocument): FlowDocument {
  const nodes = new Set(document.nodes.map(({ id }) => id));
  return { ...document, edges: document.edges.filter(({ source, target }) => nodes.has(source) && nodes.has(target)) };
}
