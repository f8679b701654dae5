import type { Json } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { addAction, addNode, addNodeAfter, addVariable, setNodeField } from "../document/commands/index.ts";
import { createEditor, type Editor } from "../document/editor.ts";
import { targetOf } from "../document/outcomes.ts";
import { newDocument } from "../document/open-document.ts";
import { checkDocument } from "../document/problems.ts";
import { en } from "../texts/en/index.ts";
import { quickFixesOf } from "./quick-fixes.ts";

const position = { x: 0, y: 0 };

/** Start, then a message with no way on. */
function opened(): { editor: Editor; send: string } {
  const editor = createEditor(newDocument({ id: "shop", name: "Shop" }));
  const send = editor.edit({ label: "Add" }, (draft) => {
    const id = addNodeAfter(draft, { nodeId: draft.nodes[0]?.id ?? "", outcome: "onBegin", type: "whatsapp" });
    setNodeField(draft, { nodeId: id, path: ["config", "message", "body"], value: "Hello" });
    return id;
  });
  return { editor, send };
}

function issue(editor: Editor, code: string, field?: string) {
  const found = checkDocument(editor.document()).find(
    (each) => each.code === code && (field === undefined || each.field === field),
  );
  expect(found, `an issue ${code} of ${field ?? "any field"}`).toBeDefined();
  return found ?? { severity: "error" as const, code, message: "" };
}

function fix(editor: Editor, code: string, field?: string): readonly string[] {
  const fixes = quickFixesOf(editor.document(), issue(editor, code, field), en);
  for (const { label, recipe } of fixes) editor.edit({ label }, recipe);
  return fixes.map(({ label }) => label);
}

function codes(editor: Editor): readonly string[] {
  return checkDocument(editor.document()).map(({ code }) => code);
}

describe("It is true that a quick fix", () => {
  test("wires an outcome to a new End with the result that fits, and the next of its kind to that one", () => {
    const { editor, send } = opened();
    expect(fix(editor, "outcome-unwired", "onError")).toEqual(["Wire to End (Error)"]);
    const first = targetOf(editor.document(), send, "onError");
    expect(first?.type).toBe("edge");
    fix(editor, "outcome-unwired", "onPolicyFail");
    const second = targetOf(editor.document(), send, "onPolicyFail");
    expect(first?.type === "edge" && second?.type === "edge" && second.edge.target === first.edge.target).toBe(true);
    expect(fix(editor, "outcome-unwired", "onSuccess")).toEqual(["Wire to End (Success)"]);
    expect(codes(editor)).not.toContain("outcome-unwired");
    expect(editor.document().nodes.filter(({ type }) => type === "end")).toHaveLength(2);
  });

  test("gives two buttons of one identifier identifiers of their own", () => {
    const { editor, send } = opened();
    const buttons = [
      { id: "a", title: "Yes" },
      { id: "a", title: "No" },
    ];
    const message = { type: "reply-buttons", header: { type: "none" }, body: "Well?", footer: "", buttons };
    editor.edit({ label: "Ask" }, (draft) =>
      setNodeField(draft, { nodeId: send, path: ["config", "message"], value: message }),
    );
    expect(fix(editor, "bad-message")).toEqual(["Give each an identifier of its own"]);
    expect(editor.document().nodes.find(({ id }) => id === send)?.config).toMatchObject({
      message: { buttons: [{ id: "a" }, { id: "no" }] },
    });
    expect(codes(editor)).not.toContain("bad-message");
  });

  test("takes away what has no effect, and a text that a file cannot have", () => {
    const { editor, send } = opened();
    const set = (name: string, value: Json) =>
      editor.edit({ label: "Set" }, (draft) => setNodeField(draft, { nodeId: send, path: ["config", name], value }));
    const source = { type: "link", url: "https://example.com/a.mp3" };
    set("message", { type: "media", kind: "audio", mimeType: "audio/mpeg", source, caption: "Listen", fileName: "" });
    expect(fix(editor, "bad-message")).toEqual(["Remove the text"]);
    set("message", { type: "read-mark", messageId: "$(whatsapp.transId)", showsTyping: true });
    set("waitFor", "read");
    expect(fix(editor, "useless-wait")).toEqual(["Wait for nothing"]);
    set("templateFallback", {
      type: "template",
      name: "t",
      language: "en",
      header: { type: "none" },
      body: [],
      buttons: [],
    });
    expect(fix(editor, "useless-fallback")).toEqual(["Remove the setting"]);
    expect(codes(editor).filter((code) => /^(useless|bad)-/.test(code))).toEqual([]);
  });

  test("is one step to undo", () => {
    const { editor } = opened();
    const before = editor.document();
    fix(editor, "outcome-unwired", "onSuccess");
    editor.undo();
    expect(editor.document()).toEqual(before);
  });

  test("takes a setting away that has no effect", () => {
    const { editor, send } = opened();
    editor.edit({ label: "Set" }, (draft) =>
      setNodeField(draft, { nodeId: send, path: ["config", "timeoutSeconds"], value: 5 }),
    );
    expect(fix(editor, "useless-timeout")).toEqual(["Remove the setting"]);
    expect(codes(editor)).not.toContain("useless-timeout");
  });

  test("adds the variables that a text reads, and only those that can be variables", () => {
    const { editor, send } = opened();
    const value = "$(street) $(city) $(n9.send.messageId) $(send.nothing) $(message) $(city.name)";
    editor.edit({ label: "Set" }, (draft) => {
      addVariable(draft, { name: "street" });
      setNodeField(draft, { nodeId: send, path: ["config", "message", "body"], value });
    });
    expect(fix(editor, "unknown-variable")).toEqual(["Add variable city"]);
    expect(editor.document().variables.map(({ name }) => name)).toEqual(["street", "city"]);
  });

  test("adds the variable that an action sets", () => {
    const { editor, send } = opened();
    const action = { type: "set-variable", name: "city", value: "" } as const;
    editor.edit({ label: "Set" }, (draft) => addAction(draft, { nodeId: send, time: "onLeave", action }));
    expect(fix(editor, "unknown-variable", "onLeave[0].name")).toEqual(["Add variable city"]);
    expect(codes(editor)).not.toContain("unknown-variable");
  });

  test("takes away a default, an edge and a node that lead nowhere", () => {
    const { editor, send } = opened();
    const lost = editor.edit({ label: "Add" }, (draft) => addNode(draft, { type: "end", position }));
    expect(fix(editor, "unreachable")).toEqual(["Remove the node"]);
    expect(editor.document().nodes.map(({ id }) => id)).not.toContain(lost);

    editor.edit({ label: "Break" }, (draft) => {
      draft.settings.outcomeDefaults["onError"] = { target: "n99" };
      draft.edges.push({ id: "lost", source: send, outcome: "onSuccess", target: "n99" });
    });
    expect(fix(editor, "bad-default")).toEqual(["Remove the default"]);
    expect(editor.document().settings.outcomeDefaults).toEqual({});
    expect(fix(editor, "bad-edge")).toEqual(["Remove the connection"]);
    expect(editor.document().edges.map(({ id }) => id)).not.toContain("lost");
  });

  test("of two edges for one outcome takes away the second", () => {
    const { editor, send } = opened();
    editor.edit({ label: "Break" }, (draft) => {
      const end = addNodeAfter(draft, { nodeId: send, outcome: "onSuccess", type: "end" });
      draft.edges.push({ id: "second", source: send, outcome: "onSuccess", target: end });
    });
    expect(fix(editor, "bad-edge", "onSuccess")).toEqual(["Remove the connection"]);
    expect(editor.document().edges.filter(({ source }) => source === send)).toHaveLength(1);
    expect(editor.document().edges.map(({ id }) => id)).not.toContain("second");
  });

  test("is not offered where a person must think", () => {
    const { editor, send } = opened();
    editor.edit({ label: "Set" }, (draft) =>
      setNodeField(draft, { nodeId: send, path: ["config", "message", "body"], value: "" }),
    );
    expect(fix(editor, "schema")).toEqual([]);
    expect(quickFixesOf(editor.document(), { severity: "error", code: "constructor", message: "" }, en)).toEqual([]);
  });
});
