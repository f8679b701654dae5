import { applyPatches, type Draft, enablePatches, type Patch, produceWithPatches } from "immer";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { FlowDocument } from "./flow-document.ts";

/*
 * The one way to change a document.
 * 1. Every change is an edit: a recipe on a draft, kept as patches in both directions. Nothing is undone that was not an edit, and every edit can be.
 * 2. Edits of one gesture are one step: those with the same `gesture` in a row join, so that a typed word or a dragged group is undone at once.
 * 3. Undoing and redoing are changes too: whoever saves hears of their patches like those of any edit.
 */

enablePatches();

/** Undo steps that are kept; older ones are forgotten. */
const maxSteps = 500;

/** A change of the document, as an edit, an undo or a redo made it. */
export type Change = { readonly patches: readonly Patch[]; readonly kind: "edit" | "undo" | "redo" };

/** What an edit says of itself. */
export type EditOptions = {
  /** What was done, in the present tense, for the undo menu: "Move 3 nodes". */
  readonly label: string;
  /** Edits in a row with the same gesture are one step, such as `n3 config.message.body`. Absent: a step of its own. */
  readonly gesture?: string;
};

type Step = {
  readonly label: string;
  readonly gesture: string | undefined;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
};

/** What can be seen of an editor. */
export type EditorState = {
  readonly document: FlowDocument;
  /** What the next undo or redo would do; absent when there is none. */
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
};

/** Edits one document. */
export type Editor = {
  /** Listen with `store.subscribe`, or in components by `useDocument`. */
  readonly store: StoreApi<EditorState>;
  /** The document as it is now. */
  readonly document: () => FlowDocument;
  /** Changes the document; a recipe that changes nothing is no step. Gives what the recipe returns. */
  readonly edit: <Result>(options: EditOptions, recipe: (draft: Draft<FlowDocument>) => Result) => Result;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Ends the gesture: the next edit is a step of its own. Call it when a field is left or a pointer is let go. */
  readonly endGesture: () => void;
  /** Replaces the document from outside, such as after a conflict; what was done before can no longer be undone. */
  readonly reset: (document: FlowDocument) => void;
  /** Tells of every change, at once, until what it returns is called. */
  readonly onChange: (listener: (change: Change) => void) => () => void;
};

export function createEditor(initial: FlowDocument): Editor {
  let past: Step[] = [];
  let future: Step[] = [];
  let isGestureOpen = false;
  const listeners = new Set<(change: Change) => void>();
  const store = createStore<EditorState>(() => stateOf(initial, past, future));

  const settle = (document: FlowDocument, change: Change): void => {
    store.setState(stateOf(document, past, future), true);
    for (const listener of listeners) listener(change);
  };

  const edit = <Result>(options: EditOptions, recipe: (draft: Draft<FlowDocument>) => Result): Result => {
    let result: Result | undefined;
    const [document, patches, inverse] = produceWithPatches(store.getState().document, (draft: Draft<FlowDocument>) => {
      result = recipe(draft);
    });
    if (patches.length > 0) {
      past = withStep(past, { label: options.label, gesture: options.gesture, patches, inverse }, isGestureOpen);
      future = [];
      isGestureOpen = true;
      settle(document, { patches, kind: "edit" });
    }
    return result as Result;
  };

  const undo = (): void => {
    const step = past.at(-1);
    if (step === undefined) return;
    past = past.slice(0, -1);
    future = [...future, step];
    isGestureOpen = false;
    settle(applyPatches(store.getState().document, [...step.inverse]), { patches: step.inverse, kind: "undo" });
  };

  const redo = (): void => {
    const step = future.at(-1);
    if (step === undefined) return;
    future = future.slice(0, -1);
    past = [...past, step];
    isGestureOpen = false;
    settle(applyPatches(store.getState().document, [...step.patches]), { patches: step.patches, kind: "redo" });
  };

  return {
    store,
    document: () => store.getState().document,
    edit,
    undo,
    redo,
    endGesture: () => void (isGestureOpen = false),
    reset: (document) => {
      [past, future, isGestureOpen] = [[], [], false];
      store.setState(stateOf(document, past, future), true);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function stateOf(document: FlowDocument, past: readonly Step[], future: readonly Step[]): EditorState {
  return { document, undoLabel: past.at(-1)?.label, redoLabel: future.at(-1)?.label };
}

/** The steps with one more, which joins the last where both are of one gesture that is still open. */
function withStep(past: readonly Step[], step: Step, isGestureOpen: boolean): Step[] {
  const last = past.at(-1);
  const isSame = isGestureOpen && step.gesture !== undefined && last?.gesture === step.gesture;
  if (!isSame) return [...past, step].slice(-maxSteps);
  const joined = { patches: [...last.patches, ...step.patches], inverse: [...step.inverse, ...last.inverse] };
  return [...past.slice(0, -1), { ...step, ...joined }];
}
