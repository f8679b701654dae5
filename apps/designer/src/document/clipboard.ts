import { flowDraftSchema, flowFormat, flowLimits } from "@parley/flow";
import type { DocumentEdge, DocumentNode, DocumentVariable, FlowDocument, StickyNote } from "./flow-document.ts";
import { nodeById } from "./lookup.ts";
import { openDocument } from "./open-document.ts";
import { isObject, objectsIn, textOf } from "./read-json.ts";
import { namesWithin } from "./texts-within.ts";

/** The format's name and version. */
const clipboardFormat = "parley.clipboard/1";

/** A part of a flow, as plain JSON that can go through any clipboard. */
export type Clipboard = {
  readonly format: typeof clipboardFormat;
  /** The flow it comes from and that flow's Start: what names other nodes keeps its meaning in the same flow alone. */
  readonly flowId: string;
  readonly startId: string;
  readonly nodes: readonly DocumentNode[];
  /** The edges with both ends among the nodes. */
  readonly edges: readonly DocumentEdge[];
  readonly notes: readonly StickyNote[];
  /** The variables that the nodes read or set. */
  readonly variables: readonly DocumentVariable[];
};

/** What is selected. */
export type Selected = { readonly nodeIds: Iterable<string>; readonly noteIds: Iterable<string> };

/** The text that is copied for what is selected. */
export function copyText(document: FlowDocument, selected: Selected): string {
  return JSON.stringify(clipboardOf(document, selected), null, 2);
}

/** What is copied for what is selected. */
export function clipboardOf(document: FlowDocument, selected: Selected): Clipboard {
  const nodeIds = new Set(selected.nodeIds);
  const noteIds = new Set(selected.noteIds);
  const nodes = [...nodeIds].flatMap((id) => nodeById(document, id) ?? []);
  const names = new Set(nodes.flatMap((node) => [...namesWithin(node)]));
  return {
    format: clipboardFormat,
    flowId: document.id,
    startId: document.nodes.find(({ type }) => type === "start")?.id ?? "",
    nodes,
    edges: document.edges.filter(({ source, target }) => nodeIds.has(source) && nodeIds.has(target)),
    notes: document.notes.filter(({ id }) => noteIds.has(id)),
    variables: document.variables.filter(({ name }) => names.has(name)),
  };
}

/** Reads a copied text. Undefined for any other text, and for one that no flow could hold. */
export function readClipboard(text: string): Clipboard | undefined {
  const given = text.length > flowLimits.bytes ? undefined : parseJson(text);
  if (!isObject(given) || given["format"] !== clipboardFormat) return undefined;
  const { nodes, edges, notes, variables } = given;
  const draft = { format: flowFormat, id: "clipboard", name: "Clipboard", nodes, edges };
  if (!flowDraftSchema.safeParse(draft).success) return undefined;
  if (objectsIn(notes).length > flowLimits.notes || objectsIn(variables).length > flowLimits.variables)
    return undefined;
  const document = openDocument({ ...draft, notes, variables });
  return {
    format: clipboardFormat,
    flowId: textOf(given["flowId"], ""),
    startId: textOf(given["startId"], ""),
    nodes: document.nodes,
    edges: document.edges,
    notes: document.notes,
    variables: document.variables,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
