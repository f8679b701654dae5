import { EditorView } from "@codemirror/view";

let areAdopted = false;

/**
 * Lets the editor's style sheets be adopted by the page. By itself it writes them into a style element, which a strict content security policy
 * refuses; within a shadow tree it adopts a sheet instead. So an editor is made in one, and the set of sheets that this leaves behind is handed
 * to the document, where all later editors find it.
 */
export function adoptEditorStyles(): void {
  if (areAdopted) return;
  areAdopted = true;
  const tree = document.createElement("div").attachShadow({ mode: "open" });
  const view = new EditorView({ parent: tree, root: tree });
  for (const symbol of Object.getOwnPropertySymbols(tree)) Reflect.set(document, symbol, Reflect.get(tree, symbol));
  view.destroy();
}
