import type { FieldPath } from "../bound-field.ts";
import type { ScopePlace } from "../scope.ts";

/** What the form of a message type is given: the node, and where in it the message stands. */
export type MessageFormProps = { readonly nodeId: string; readonly path: FieldPath };

/** Expressions of a message see what is there as its node is entered. */
export function placeOf({ nodeId }: Pick<MessageFormProps, "nodeId">): ScopePlace {
  return { nodeId, isLeaving: false };
}
