import { invariant } from "@parley/messaging";
import type { DocumentEdge, FlowDocument, Position } from "../flow-document.ts";
import { cardMeasures, gridSize, snap } from "../geometry.ts";
import { edgesFrom, nodeById } from "../lookup.ts";
import { type DocumentDraft, now } from "./draft.ts";
import { moveItems } from "./positions.ts";

/**
 * The place for a node that is put into an edge: between its ends. Where they stand too close, what follows the edge moves to the right; where the
 * edge leads back to the left, nothing moves.
 */
export function makeRoom(draft: DocumentDraft, edge: DocumentEdge, margin: number): Position {
  const document = now(draft);
  const [source, target] = [nodeById(document, edge.source), nodeById(document, edge.target)];
  invariant(source && target, `${edge.id} has both its ends`);
  const { width } = cardMeasures;
  const left = source.position.x + width;
  const needed = width + 2 * margin;
  const found = target.position.x - left;
  const y = (source.position.y + target.position.y) / 2;
  if (found < 0) return snap({ x: left + margin, y });
  if (found < needed) {
    const by = Math.ceil((needed - found) / gridSize) * gridSize;
    const moved = followersOf(document, edge).map(({ id, position }) => {
      return { id, position: { x: position.x + by, y: position.y } };
    });
    moveItems(draft, moved);
  }
  return snap({ x: left + (Math.max(found, needed) - width) / 2, y });
}

/** The nodes that the edge leads to, at once or later, none of them to the left of its target. */
function followersOf(document: FlowDocument, edge: DocumentEdge): { id: string; position: Position }[] {
  const leftmost = nodeById(document, edge.target)?.position.x ?? 0;
  const found = new Set([edge.target]);
  for (const id of found) {
    for (const { target } of edgesFrom(document, id)) {
      const place = nodeById(document, target)?.position;
      if (place !== undefined && place.x >= leftmost && target !== edge.source) found.add(target);
    }
  }
  return [...found].flatMap((id) => nodeById(document, id) ?? []);
}
