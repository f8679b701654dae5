import type { Json } from "@parley/messaging";
import { type BoundField, type FieldPath, useNodeField } from "./bound-field.ts";
import { moved } from "./condition-rows.ts";

/** A list of the document whose items are added, moved and taken away, each a step of its own. */
export type ListField = {
  readonly field: BoundField;
  readonly items: readonly Json[];
  readonly change: (items: readonly Json[]) => void;
  readonly add: (item: Json) => void;
  readonly move: (from: number, to: number) => void;
  readonly remove: (index: number) => void;
};

/** The list of a node at a path; empty where there is none. */
export function useListField(nodeId: string, path: FieldPath): ListField {
  const field = useNodeField(nodeId, path);
  const items: readonly Json[] = Array.isArray(field.value) ? field.value : [];
  const change = (next: readonly Json[]) => {
    field.onBlur();
    field.set(next);
    field.onBlur();
  };
  return {
    field,
    items,
    change,
    add: (item) => change([...items, item]),
    move: (from, to) => change(moved(items, from, to)),
    remove: (index) => change(items.filter((_, at) => at !== index)),
  };
}
