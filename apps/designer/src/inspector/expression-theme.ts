import { EditorView } from "@codemirror/view";

/** The editor looks like the other controls; its colours are the designer's tokens, so that it follows light and dark. */
export const expressionTheme = EditorView.theme({
  "&": {
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius)",
    background: "var(--surface)",
    color: "var(--text)",
  },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  "&:has([aria-invalid=true])": { borderColor: "var(--red)" },
  "&:has([aria-readonly=true])": { background: "var(--surface-sunken)" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.45", maxHeight: "320px", overflow: "auto" },
  ".cm-content": { padding: "5px 0", minHeight: "30px", caretColor: "var(--text)" },
  ".cm-content[aria-multiline=true]": { minHeight: "96px" },
  ".cm-line": { padding: "0 var(--space-2)", overflowWrap: "anywhere" },
  ".cm-placeholder": { color: "var(--text-quiet)" },
  ".cm-expression": {
    padding: "0 3px",
    borderRadius: "4px",
    background: "var(--blue-soft)",
    color: "var(--blue)",
    fontFamily: "var(--font-mono)",
    fontSize: "var(--text-small)",
  },
  ".cm-unknown": {
    background: "var(--red-soft)",
    color: "var(--red)",
    textDecoration: "underline wavy",
  },
  ".cm-tooltip": {
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    background: "var(--surface-raised)",
    color: "var(--text)",
    boxShadow: "var(--shadow-raised)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font)", maxHeight: "260px", maxWidth: "360px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "var(--space-1) var(--space-2)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--surface-selected)",
    color: "var(--text)",
  },
  ".cm-completionLabel": { display: "block", fontFamily: "var(--font-mono)", fontSize: "var(--text-small)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": {
    display: "block",
    marginLeft: "0",
    color: "var(--text-quiet)",
    fontStyle: "normal",
    fontSize: "var(--text-small)",
  },
  ".cm-completionInfo": { maxWidth: "240px", padding: "var(--space-1) var(--space-2)" },
});
