import { autocompletion, closeCompletion, completionKeymap, startCompletion } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, type Extension, StateEffect } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import type { ScopeVariable } from "../document/scope.ts";
import type { Texts } from "../texts/en/index.ts";
import { adoptEditorStyles } from "./codemirror-styles.ts";
import { completeExpressions } from "./expression-completion.ts";
import { expressionTheme } from "./expression-theme.ts";
import { expressionsIn, standingsOf } from "./expression-standing.ts";
import { originInWords } from "./origin-in-words.ts";
import type { Selected } from "./wrap-marks.ts";

/** What an editor of expressions is told once, and asks for whenever it needs it. */
export type ExpressionEditorOptions = {
  readonly text: string;
  readonly isMultiline: boolean;
  /** Whether it is JavaScript. */
  readonly isScript: boolean;
  readonly placeholder: string;
  readonly texts: Texts;
  readonly variables: () => readonly ScopeVariable[];
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
};

/** What may change while it is open. */
export type ExpressionEditorState = { readonly attributes: Record<string, string>; readonly isReadOnly: boolean };

/** An editor in the page. */
export type ExpressionEditor = {
  readonly setText: (text: string) => void;
  readonly setState: (state: ExpressionEditorState) => void;
  /** Marks the expressions anew, because other variables are known. */
  readonly refresh: () => void;
  readonly focus: () => void;
  readonly select: (from: number, to: number) => void;
  readonly edit: (change: (selected: Selected) => Selected) => void;
  readonly offerVariables: () => void;
  readonly close: () => void;
};

const fromOutside = Annotation.define<boolean>();
const refreshed = StateEffect.define<null>();

/** Puts an editor into an element. Its undo is the document's: it keeps no history of its own. */
export function openExpressionEditor(
  parent: HTMLElement,
  options: ExpressionEditorOptions,
  initial: ExpressionEditorState,
): ExpressionEditor {
  adoptEditorStyles();
  const changing = new Compartment();
  const language = new Compartment();
  const view = new EditorView({
    parent,
    doc: options.text,
    extensions: [extensionsOf(options), changing.of(changingOf(initial)), language.of([])],
  });
  // Its colours come when they are there; until then, and where they cannot be had, it is an editor all the same.
  if (options.isScript) {
    void import("./script-language.ts").then(
      ({ scriptLanguage }) => view.dispatch({ effects: language.reconfigure(scriptLanguage) }),
      () => undefined,
    );
  }
  return {
    setText: (text) => replaceText(view, text),
    setState: (state) => view.dispatch({ effects: changing.reconfigure(changingOf(state)) }),
    refresh: () => view.dispatch({ effects: refreshed.of(null) }),
    focus: () => view.focus(),
    select: (from, to) => {
      // What was selected in the plain field may be longer than what the field holds by now.
      const { length } = view.state.doc;
      view.dispatch({ selection: { anchor: Math.min(from, length), head: Math.min(to, length) } });
    },
    edit: (change) => {
      const { from, to } = view.state.selection.main;
      const next = change({ text: view.state.doc.toString(), from, to });
      view.dispatch({
        changes: difference(view.state.doc.toString(), next.text),
        selection: { anchor: next.from, head: next.to },
        userEvent: "input",
      });
      view.focus();
    },
    offerVariables: () => startCompletion(view),
    close: () => view.destroy(),
  };
}

function extensionsOf(options: ExpressionEditorOptions): Extension {
  return [
    expressionTheme,
    EditorView.lineWrapping,
    placeholder(options.placeholder),
    marksOf(options),
    autocompletion({ override: [completeExpressions(options.variables, options.texts)], icons: false }),
    keymap.of([...completionKeymap, ...defaultKeymap.filter(({ key }) => key !== "Mod-i")]),
    options.isMultiline ? [] : singleLine,
    EditorView.domEventHandlers({ blur: (_, view) => leave(view, options), beforeinput: typeOver }),
    EditorView.updateListener.of((update) => {
      const isOwn = update.transactions.some((step) => step.docChanged && step.annotation(fromOutside) !== true);
      if (isOwn) options.onChange(update.state.doc.toString());
    }),
  ];
}

/**
 * What is typed over selected text goes into the document at once. The browser would give it the looks of what it replaces, as a style of its own, which a
 * strict content security policy refuses.
 */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const { data, inputType } = event;
  if (inputType !== "insertText" || data === null || view.composing || view.state.readOnly) return false;
  if (view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

function leave(view: EditorView, { onBlur }: ExpressionEditorOptions): void {
  closeCompletion(view);
  onBlur();
}

function changingOf({ attributes, isReadOnly }: ExpressionEditorState): Extension {
  return [EditorState.readOnly.of(isReadOnly), EditorView.contentAttributes.of(attributes)];
}

/** Enter does nothing, and what is pasted comes in one line. */
const singleLine: Extension = [
  EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\s*[\r\n]+\s*/g, " ")),
  EditorState.transactionFilter.of((step) =>
    step.isUserEvent("input") && step.newDoc.lines > step.startState.doc.lines ? [] : step,
  ),
];

/** Shows what is an expression, and underlines those that have no value here. */
function marksOf({ variables, texts }: ExpressionEditorOptions): Extension {
  const build = (view: EditorView): DecorationSet => {
    const standingOf = standingsOf(variables());
    return Decoration.set(
      expressionsIn(view.state.doc.toString()).flatMap(({ text, from }) => {
        const standing = standingOf(text);
        if (standing.type === "literal") return [];
        const [kind, title] =
          standing.type === "known"
            ? ["cm-expression", originInWords(standing.variable, texts)]
            : ["cm-expression cm-unknown", texts.inspector.expression.outOfScope(text)];
        return [Decoration.mark({ class: kind, attributes: { title } }).range(from, from + text.length)];
      }),
    );
  };
  return ViewPlugin.define(
    (view) => ({
      decorations: build(view),
      update(update: ViewUpdate) {
        const isAsked = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(refreshed)));
        if (update.docChanged || isAsked) this.decorations = build(update.view);
      },
    }),
    { decorations: ({ decorations }) => decorations },
  );
}

/** Changes only what differs, so that the cursor stays where it was. */
function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  view.dispatch({ changes: difference(before, text), annotations: fromOutside.of(true) });
}

function difference(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
