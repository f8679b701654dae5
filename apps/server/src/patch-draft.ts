import type { Patch } from "@parley/api";
import type { FlowDraft } from "@parley/flow";
import { applyPatches, enablePatches, produce } from "immer";
import { RequestError } from "./http-error.ts";

enablePatches();

/**
 * Gives a draft with patches applied to it, in order; what comes out need not be a draft. Throws `RequestError` for a patch that leads nowhere. A
 * field that is to be replaced or removed need not be there: a designer may know it as undefined, which JSON does not say.
 */
export function patchDraft(draft: FlowDraft, patches: readonly Patch[]): unknown {
  return produce<unknown>(draft, (open) => {
    for (const [index, patch] of patches.entries()) {
      checkPlace(open, patch, index);
      applyPatches(open as object, [patch]);
    }
  });
}

/** Throws unless a patch's place is in the document: Immer follows inherited names, and writes past the end of lists. */
function checkPlace(root: unknown, { op, path }: Patch, index: number): void {
  const fail = (depth: number): never => {
    const place = path.slice(0, depth + 1).join("/");
    throw new RequestError("invalid-input", `Patch ${index} leads to ${place}, which is not in the draft.`);
  };
  const last = path.length - 1;
  let place = root;
  for (const [depth, step] of path.slice(0, last).entries()) {
    if (!hasStep(place, step)) fail(depth);
    place = Reflect.get(place as object, step);
  }
  const step = path[last] ?? "";
  if (Array.isArray(place)) {
    const end = op === "add" ? place.length : place.length - 1;
    if (typeof step !== "number" || step > end) fail(last);
  } else if (typeof place !== "object" || place === null) fail(last);
}

function hasStep(place: unknown, step: string | number): boolean {
  if (Array.isArray(place)) return typeof step === "number" && step < place.length;
  return typeof place === "object" && place !== null && Object.hasOwn(place, step);
}
