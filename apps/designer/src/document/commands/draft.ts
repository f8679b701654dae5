import { current, type Draft, isDraft } from "immer";
import type { FlowDocument } from "../flow-document.ts";

/** What a command changes: the draft that `editor.edit` gives to its recipe. */
export type DocumentDraft = Draft<FlowDocument>;

/**
 * The document as it stands in the recipe now, as plain objects. Commands look things up here and write to the draft: reading a long list through a
 * draft makes a proxy of every item. What was not changed yet is the very object of the document, so that all that is remembered of it holds.
 */
export function now(draft: DocumentDraft): FlowDocument {
  return current(draft) as FlowDocument;
}

/**
 * The item of a list to be written to. What came into the list in this very recipe is no draft, and may share frozen parts with something else: a copy
 * takes its place.
 */
export function writable<Item extends object>(list: Item[], index: number | undefined): Item | undefined {
  const item = list[index ?? -1];
  if (index === undefined || item === undefined || isDraft(item)) return item;
  const copy = structuredClone(item);
  list[index] = copy;
  return copy;
}

/** What an item that is written to holds now, as plain objects that stay as they are. */
export function snapshot<Value extends object>(value: Draft<Value>): Value {
  return isDraft(value) ? (current(value) as Value) : structuredClone(value as Value);
}

/**
 * Takes items out of a list whose order means nothing: items of its end fill the gaps, so that the patches name no more places than were changed.
 * `items` is what the list holds now, as plain objects.
 */
export function takeOut<Item>(
  list: Draft<Item>[],
  items: readonly Item[],
  isGone: (item: Item, index: number) => boolean,
): void {
  const gone = items.map(isGone);
  const kept = gone.reduce((count, isOut) => (isOut ? count : count + 1), 0);
  if (kept === items.length) return;
  let end = items.length;
  for (let gap = gone.indexOf(true); gap !== -1 && gap < kept; gap = gone.indexOf(true, gap + 1)) {
    do end--;
    while (gone[end] === true);
    list[gap] = items[end] as Draft<Item>;
  }
  list.length = kept;
}
