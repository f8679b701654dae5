import type { Row } from "./rows.ts";

/** The row that an element of the outline stands for; undefined for what is within a row, such as its field. */
export function rowOfElement(target: EventTarget | null | undefined): Row | undefined {
  if (!(target instanceof HTMLElement) || target.role !== "treeitem") return undefined;
  const { nodeId, outcome } = target.dataset;
  return nodeId === undefined ? undefined : { nodeId, outcome };
}

/** The row round what was clicked; undefined for a field, which keeps its clicks. */
export function rowElementOf(target: EventTarget): HTMLElement | undefined {
  if (!(target instanceof Element) || target.closest("input") !== null) return undefined;
  return target.closest<HTMLElement>("[role=treeitem]") ?? undefined;
}

/** Gives the focus to a row, or to its node where an outcome is no more, and brings it into view. */
export function focusElement(outline: HTMLElement | null, row: Row): void {
  const element = elementOf(outline, row) ?? elementOf(outline, { nodeId: row.nodeId });
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

/** Where in the window a list about a row opens: below its beginning. */
export function placeOfRow(row: Row): { readonly x: number; readonly y: number } | undefined {
  const box = elementOf(document, row)?.getBoundingClientRect();
  return box && { x: box.left + 32, y: box.bottom };
}

function elementOf(within: ParentNode | null, { nodeId, outcome }: Row): HTMLElement | null | undefined {
  const row = `[role=treeitem][data-node-id="${CSS.escape(nodeId)}"]`;
  return within?.querySelector<HTMLElement>(
    outcome === undefined ? `${row}:not([data-outcome])` : `${row}[data-outcome="${CSS.escape(outcome)}"]`,
  );
}
