import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { ScopeVariable } from "../document/scope.ts";
import type { Texts } from "../texts/en/index.ts";
import { originInWords } from "./origin-in-words.ts";

/** Offers the variables of a place after `$(`, and anywhere when asked for by keys. */
export function completeExpressions(
  variables: () => readonly ScopeVariable[],
  texts: Texts,
): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const open = context.matchBefore(/\$\([\w.[\]-]*/);
    const isEscaped = open !== null && context.state.sliceDoc(open.from - 1, open.from) === "$";
    if (isEscaped || (open === null && !context.explicit)) return null;
    return {
      from: open === null ? context.pos : open.from + 2,
      options: variables().map((variable) => completionOf(variable, open === null ? "$(" : "", texts)),
      validFor: /^[\w.[\]-]*$/,
    };
  };
}

function completionOf(variable: ScopeVariable, before: string, texts: Texts): Completion {
  const path = variable.expression.slice(2, -1);
  return {
    label: path,
    detail: originInWords(variable, texts),
    ...(variable.isCertain ? {} : { info: texts.inspector.mayBeEmpty }),
    boost: variable.from === "flow" ? 1 : 0,
    apply: (view: EditorView, _: Completion, from: number, to: number) => {
      const isClosed = view.state.sliceDoc(to, to + 1) === ")";
      const insert = `${before}${path}${isClosed ? "" : ")"}`;
      const cursor = from + insert.length + (isClosed ? 1 : 0);
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: cursor }, userEvent: "input.complete" });
    },
  };
}
