import { textOf } from "@parley/flow";
import { type Json, maskSealed } from "@parley/messaging";
import type { PreviewConversation } from "@parley/simulator";

/** What an expression gives now: `choice` or `n4.receive.message`. */
export type VariableNow = { readonly name: string; readonly value: string };

/** What the expressions of a conversation give now: the flow's variables first, then what nodes have put out. */
export function variablesOf({ variables, outputs }: PreviewConversation): readonly VariableNow[] {
  const own = Object.entries(variables).map(([name, value]) => ({ name, value: shown(value) }));
  const put = Object.entries(outputs).flatMap(([nodeId, groups]) =>
    Object.entries(groups).flatMap(([group, values]) =>
      Object.entries(values).map(([name, value]) => ({ name: `${nodeId}.${group}.${name}`, value: shown(value) })),
    ),
  );
  return [...own, ...put];
}

/** A secret is not read here either. */
function shown(value: Json): string {
  return maskSealed(textOf(value));
}
