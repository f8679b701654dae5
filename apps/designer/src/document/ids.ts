import type { DocumentNode, FlowDocument } from "./flow-document.ts";
import { edgeIndex, noteIndex } from "./lookup.ts";
import { highestNodeNumber, nodeNumber } from "./texts-within.ts";

/** Ids that are not taken, each given once. */
export type FreeIds = { readonly node: () => string; readonly edge: () => string; readonly note: () => string };

/** The highest number that a node's id may have. */
const lastNodeNumber = 999_999;

/**
 * The free ids of a document. A node's is higher than every one that is there or that an expression names, so that what read a node that was removed
 * does not read another one instead. `others` are nodes that are about to come and may name more.
 */
export function freeIds(document: FlowDocument, others: readonly DocumentNode[] = []): FreeIds {
  return {
    node: nodeIds(document, others),
    edge: numbered("e", document.edges, (id) => edgeIndex(document, id) !== undefined),
    note: numbered("note", document.notes, (id) => noteIndex(document, id) !== undefined),
  };
}

function nodeIds({ nodes, settings }: FlowDocument, others: readonly DocumentNode[]): () => string {
  const targets = Object.values(settings.outcomeDefaults).map(({ target }) => nodeNumber(target));
  const numbers = [...nodes, ...others].map(highestNodeNumber);
  let last = [1, ...targets, ...numbers].reduce((left, right) => Math.max(left, right));
  let taken: Set<string> | undefined;
  return () => {
    if (last < lastNodeNumber) return `n${++last}`;
    taken ??= new Set(nodes.map(({ id }) => id));
    let number = 2;
    while (taken.has(`n${number}`)) number++;
    taken.add(`n${number}`);
    return `n${number}`;
  };
}

function numbered(
  prefix: string,
  items: readonly { readonly id: string }[],
  isTaken: (id: string) => boolean,
): () => string {
  let last: number | undefined;
  return () => {
    last ??= highest(prefix, items);
    do last++;
    while (isTaken(`${prefix}${last}`));
    return `${prefix}${last}`;
  };
}

/** Numbers beyond what we would ever give are somebody else's names, and are passed over. */
function highest(prefix: string, items: readonly { readonly id: string }[]): number {
  return items.reduce((found, { id }) => {
    const number = id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0;
    return Number.isInteger(number) && number < 1e9 ? Math.max(found, number) : found;
  }, 0);
}
