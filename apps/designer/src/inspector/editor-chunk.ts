import { useEffect, useSyncExternalStore } from "react";
import type { openExpressionEditor } from "./expression-editor.ts";

type Chunk = { readonly openExpressionEditor: typeof openExpressionEditor };

let chunk: Chunk | undefined;
let coming: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Loads the editor of expressions, once. Where it cannot be had, plain fields go on working, and the next wish asks anew. */
export function loadEditorChunk(): void {
  coming ??= import("./expression-editor.ts").then(
    (loaded) => {
      chunk = loaded;
      for (const listener of listeners) listener();
    },
    () => void (coming = undefined),
  );
}

/** The editor of expressions once it is there; it is loaded when the browser has nothing else to do, or when a field asks for it. */
export function useEditorChunk(): Chunk | undefined {
  useEffect(() => {
    if (chunk !== undefined) return;
    if (typeof requestIdleCallback === "undefined") return loadEditorChunk();
    const idle = requestIdleCallback(loadEditorChunk);
    return () => cancelIdleCallback(idle);
  }, []);
  return useSyncExternalStore(listen, () => chunk);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
