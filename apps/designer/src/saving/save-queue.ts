import type { Patch } from "immer";
import { savingLimits as limits } from "./limits.ts";

/*
 * What the server is owed, as a function from what is so and what happened to what is so next; timers and requests are the caller's.
 * 1. Nothing is sent unless something was changed here.
 * 2. One request at a time, and in order: what a failed request held goes again before what came after it.
 * 3. Sent is `quietMs` after the last change and at most `longestMs` after the first; after a failure with a growing wait.
 * 4. A conflict or a refusal keeps everything that is owed.
 * 5. Where patches would not say it all, the whole document is sent: over a draft that lacks fields, over another revision, when there are too many.
 */

/** What the server lacks: patches, or all of the document. */
export type Owed = readonly Patch[] | "document";

/** How things stand between the document and the server. */
export type SaveQueue = {
  readonly standing: "resting" | "waiting" | "sending" | "retrying" | "conflict" | "refused";
  /** The revision that the server is known to have. */
  readonly revision: number;
  readonly savedAt: number | undefined;
  /** Whether the server's draft has every field that a patch may name. */
  readonly canPatch: boolean;
  /** What was not sent yet. */
  readonly owed: Owed;
  /** What the request under way holds. */
  readonly underWay: Owed | undefined;
  /** When the first and the last change that is owed were made. */
  readonly changedAt: { readonly first: number; readonly last: number } | undefined;
  /** When to wake the queue. */
  readonly dueAt: number | undefined;
  readonly failures: number;
  /** Why the last request came to nothing, in a sentence. */
  readonly reason: string | undefined;
};

/** What happens to it. All times in milliseconds. */
export type SaveEvent =
  | { readonly type: "changed"; readonly patches: readonly Patch[]; readonly at: number }
  /** The time it was due has come, or someone does not want to wait. */
  | { readonly type: "woken" }
  | { readonly type: "saved"; readonly revision: number; readonly at: number }
  /** It may work later. */
  | { readonly type: "failed"; readonly reason: string | undefined; readonly at: number }
  | { readonly type: "refused"; readonly reason: string; readonly at: number }
  | { readonly type: "conflicted" }
  /** The document goes over a revision that it was not made from. */
  | { readonly type: "put-over"; readonly revision: number; readonly at: number }
  /** The server's document was taken: nothing is owed. */
  | { readonly type: "adopted"; readonly revision: number; readonly at: number };

export function newQueue(about: { revision: number; savedAt: number | undefined; canPatch: boolean }): SaveQueue {
  return {
    ...about,
    standing: "resting",
    owed: [],
    underWay: undefined,
    changedAt: undefined,
    dueAt: undefined,
    failures: 0,
    reason: undefined,
  };
}

/** Whether the document here holds what the server has not said that it has. */
export function isUnsaved({ owed, underWay }: SaveQueue): boolean {
  return underWay !== undefined || owed === "document" || owed.length > 0;
}

/** What follows. Where it becomes `sending`, `underWay` is to be sent. */
export function nextQueue(queue: SaveQueue, event: SaveEvent): SaveQueue {
  switch (event.type) {
    case "changed":
      return afterChange(queue, event);
    case "woken":
      return canSend(queue) ? sending(queue) : queue;
    case "saved":
      return afterSave(queue, event);
    case "failed":
      return afterFailure(queue, event);
    case "refused":
      return afterRefusal(queue, event);
    case "conflicted":
      return { ...withBack(queue), standing: "conflict", dueAt: undefined };
    case "put-over":
      return { ...withBack(queue), standing: "waiting", revision: event.revision, owed: "document", dueAt: event.at };
    case "adopted":
      return newQueue({ revision: event.revision, savedAt: event.at, canPatch: queue.canPatch });
  }
}

function afterChange(queue: SaveQueue, { patches, at }: SaveEvent & { type: "changed" }): SaveQueue {
  const first = queue.changedAt?.first ?? at;
  const changed = {
    ...queue,
    owed: queue.canPatch ? join(queue.owed, patches) : ("document" as const),
    changedAt: { first, last: at },
  };
  const isStarting = ["resting", "waiting", "refused"].includes(queue.standing);
  return isStarting ? waiting(changed, at) : changed;
}

function canSend({ standing, owed }: SaveQueue): boolean {
  return ["waiting", "retrying", "refused"].includes(standing) && owed.length > 0;
}

function sending(queue: SaveQueue): SaveQueue {
  const underWay = queue.owed === "document" || isTooMuch(queue.owed) ? "document" : queue.owed;
  return { ...queue, standing: "sending", owed: [], underWay, changedAt: undefined, dueAt: undefined };
}

function afterSave(queue: SaveQueue, { revision, at }: SaveEvent & { type: "saved" }): SaveQueue {
  const saved = {
    ...queue,
    revision,
    savedAt: at,
    canPatch: queue.canPatch || queue.underWay === "document",
    underWay: undefined,
    failures: 0,
    reason: undefined,
  };
  return queue.owed.length === 0 ? { ...saved, standing: "resting", dueAt: undefined } : waiting(saved, at);
}

function afterFailure(queue: SaveQueue, { reason, at }: SaveEvent & { type: "failed" }): SaveQueue {
  const wait = Math.min(limits.retryMs * 2 ** queue.failures, limits.longestRetryMs);
  return { ...withBack(queue), standing: "retrying", failures: queue.failures + 1, reason, dueAt: at + wait };
}

/** Patches that do not fit what the server has are no fault of the document's: it goes as a whole before anyone is told. */
function afterRefusal(queue: SaveQueue, { reason, at }: SaveEvent & { type: "refused" }): SaveQueue {
  if (queue.underWay !== "document") {
    return { ...withBack(queue), standing: "waiting", owed: "document", canPatch: false, dueAt: at };
  }
  return { ...withBack(queue), standing: "refused", reason, dueAt: undefined };
}

/** Waits for a pause in the changes, but not for ever. */
function waiting(queue: SaveQueue, at: number): SaveQueue {
  const { first, last } = queue.changedAt ?? { first: at, last: at };
  const dueAt = Math.max(at, Math.min(last + limits.quietMs, first + limits.longestMs));
  return { ...queue, standing: "waiting", dueAt };
}

/** What was under way is owed again, before the rest. */
function withBack(queue: SaveQueue): SaveQueue {
  const { owed, underWay = [] } = queue;
  const isWhole = owed === "document" || underWay === "document";
  return { ...queue, underWay: undefined, owed: isWhole ? "document" : [...underWay, ...owed] };
}

/** A field that is typed in gets a patch for each key: of those in a row only the last one counts. */
function join(owed: Owed, patches: readonly Patch[]): Owed {
  if (owed === "document") return owed;
  const joined = [...owed];
  for (const patch of patches) {
    const last = joined.at(-1);
    if (last !== undefined && isSameReplacement(last, patch)) joined.pop();
    joined.push(patch);
  }
  return joined.length > limits.patches ? "document" : joined;
}

function isSameReplacement(left: Patch, right: Patch): boolean {
  if (left.op !== "replace" || right.op !== "replace" || left.path.length !== right.path.length) return false;
  return left.path.every((step, index) => step === right.path[index]);
}

function isTooMuch(patches: readonly Patch[]): boolean {
  return patches.length > limits.patches || JSON.stringify(patches).length > limits.patchBytes;
}
