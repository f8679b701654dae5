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
export function focusElement(outline: HTMLElement | null, { nodeId, outcome }: Row): void {
  const node = `[role=treeitem][data-node-id="${CSS.escape(nodeId)}"]`;
  const row = outcome === undefined ? null : outline?.querySelector(`${node}[data-outcome="${CSS.escape(outcome)}"]`);
  const element = row ?? outline?.querySelector(`${node}:not([data-outcome])`);
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}
