import type { ScopeVariable } from "../document/scope.ts";
import type { Texts } from "../texts/en/index.ts";

/** Where a variable gets its value, in words. */
export function originInWords({ from, nodeId }: ScopeVariable, { inspector }: Texts): string {
  if (nodeId !== undefined) return inspector.setBy(from);
  return from === "flow" ? inspector.setByFlow : inspector.setByLatest;
}
