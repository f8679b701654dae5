import { javascript } from "@codemirror/lang-javascript";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null], color: "var(--violet)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--green)" },
  { tag: tags.number, color: "var(--blue)" },
  { tag: tags.comment, color: "var(--text-quiet)", fontStyle: "italic" },
]);

/** What an editor of scripts has beyond one of expressions: JavaScript in colours, and room for some lines. */
export const scriptLanguage: Extension = [
  javascript(),
  syntaxHighlighting(colours),
  EditorView.theme({
    ".cm-content": { fontFamily: "var(--font-mono)", fontSize: "var(--text-small)", minHeight: "120px" },
  }),
];
