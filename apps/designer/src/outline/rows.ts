import { flowOrder } from "../canvas/walk.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { edgesInto, nodeById, outcomesOfNode, targetOf } from "../document/outcomes.ts";

/** A row of the outline: a node, or one of its outcomes below it. */
export type Row = { readonly nodeId: string; readonly outcome?: string | undefined };

/** Which way the arrow keys go. `right` goes to the outcomes and on to where they lead, `left` goes back. */
export type Way = "up" | "down" | "first" | "last" | "right" | "left";

/** All rows, as the flow runs: the Start first, then along the outcomes, and what cannot be reached at the end. */
export function rowsOf(document: FlowDocument): readonly Row[] {
  return flowOrder(document).flatMap((nodeId) => [{ nodeId }, ...outcomeRows(document, nodeId)]);
}

/** The row that a key leads to; undefined where there is none. `cameFrom` is the row from which one last followed an outcome to here. */
export function rowBeside(document: FlowDocument, row: Row, way: Way, cameFrom: Row | undefined): Row | undefined {
  switch (way) {
    case "right":
      return row.outcome === undefined ? outcomeRows(document, row.nodeId)[0] : leadsTo(document, row);
    case "left":
      return row.outcome === undefined ? leadsHere(document, row.nodeId, cameFrom) : { nodeId: row.nodeId };
    default: {
      const rows = rowsOf(document);
      const index = rows.findIndex((one) => isSameRow(one, row));
      return { up: rows[index - 1], down: rows[index + 1], first: rows[0], last: rows.at(-1) }[way];
    }
  }
}

function isSameRow(left: Row, right: Row): boolean {
  return left.nodeId === right.nodeId && left.outcome === right.outcome;
}

function outcomeRows(document: FlowDocument, nodeId: string): readonly Row[] {
  const node = nodeById(document, nodeId);
  return node === undefined ? [] : outcomesOfNode(node).map(({ name }) => ({ nodeId, outcome: name }));
}

function leadsTo(document: FlowDocument, { nodeId, outcome = "" }: Row): Row | undefined {
  const target = targetOf(document, nodeId, outcome);
  if (target === undefined) return undefined;
  return { nodeId: target.type === "edge" ? target.edge.target : target.target };
}

/** The outcome one came by, if it still leads here; else the first that does. */
function leadsHere(document: FlowDocument, nodeId: string, cameFrom: Row | undefined): Row | undefined {
  if (cameFrom !== undefined && leadsTo(document, cameFrom)?.nodeId === nodeId) return cameFrom;
  const [edge] = edgesInto(document, nodeId);
  return edge === undefined ? undefined : { nodeId: edge.source, outcome: edge.outcome };
}
