import { describe, expect, test } from "vitest";
import { renameNode } from "./commands/index.ts";
import { createEditor } from "./editor.ts";
import { newDocument } from "./open-document.ts";

const blank = newDocument({ id: "blank", name: "Blank" });

function type(editor: ReturnType<typeof createEditor>, name: string, gesture?: string): void {
  editor.edit({ label: `Name ${name}`, ...(gesture === undefined ? {} : { gesture }) }, (draft) =>
    renameNode(draft, "n2", name),
  );
}

const nameOf = (editor: ReturnType<typeof createEditor>) => editor.document().nodes[0]?.name;

describe("editing", () => {
  test("joins what belongs to one gesture into one step", () => {
    const editor = createEditor(blank);
    for (const name of ["a", "ab", "abc"]) type(editor, name, "name");
    editor.undo();
    expect(editor.document()).toEqual(blank);
    editor.redo();
    expect(nameOf(editor)).toBe("abc");
  });

  test("begins a step of its own after the gesture has ended, after an undo, and without a gesture", () => {
    const editor = createEditor(blank);
    type(editor, "a", "name");
    editor.endGesture();
    type(editor, "b", "name");
    type(editor, "c");
    type(editor, "d");
    editor.undo();
    type(editor, "e", "name");
    const names = [];
    while (editor.store.getState().undoLabel !== undefined) {
      names.push(nameOf(editor));
      editor.undo();
    }
    expect(names).toEqual(["e", "c", "b", "a"]);
  });

  test("is no step when nothing changed, and gives what the recipe gives", () => {
    const editor = createEditor(blank);
    expect(editor.edit({ label: "Look" }, () => 5)).toBe(5);
    expect(editor.document()).toBe(blank);
    expect(editor.store.getState()).toMatchObject({ undoLabel: undefined, redoLabel: undefined });
  });

  test("forgets what was undone", () => {
    const editor = createEditor(blank);
    type(editor, "a");
    editor.undo();
    expect(editor.store.getState().redoLabel).toBe("Name a");
    type(editor, "b");
    editor.redo();
    expect(nameOf(editor)).toBe("b");
    expect(editor.store.getState()).toMatchObject({ undoLabel: "Name b", redoLabel: undefined });
  });

  test("changes nothing when the recipe throws", () => {
    const editor = createEditor(blank);
    expect(() => editor.edit({ label: "Fail" }, (draft) => renameNode(draft, "n9", "x"))).toThrow("n9");
    expect(editor.document()).toBe(blank);
  });

  test("tells of edits, undos and redos with patches that make the same document elsewhere", () => {
    const editor = createEditor(blank);
    const told: string[] = [];
    const stop = editor.onChange(({ kind, patches }) =>
      told.push(`${kind} ${patches.map(({ value }) => value).join()}`),
    );
    type(editor, "a");
    editor.undo();
    editor.redo();
    stop();
    type(editor, "b");
    expect(told).toEqual(["edit a", "undo ", "redo a"]);
  });

  test("begins anew when the document is replaced", () => {
    const editor = createEditor(blank);
    type(editor, "a");
    const other = newDocument({ id: "other", name: "Other" });
    editor.reset(other);
    editor.undo();
    editor.redo();
    expect(editor.document()).toBe(other);
  });

  test("keeps 500 steps", () => {
    const editor = createEditor(blank);
    for (let step = 1; step <= 502; step++) type(editor, String(step));
    while (editor.store.getState().undoLabel !== undefined) editor.undo();
    expect(nameOf(editor)).toBe("2");
  });
});
