import { describe, expect, test } from "vitest";
import { drawn, edgesOf, edited, nodeOf, orderStatusDocument } from "../document.test-support.ts";
import { createEditor } from "../editor.ts";
import type { FlowDocument } from "../flow-document.ts";
import { addAction, moveAction, removeAction, setNodeField } from "./fields.ts";

type Field = Parameters<typeof setNodeField>[1];

function set(document: FlowDocument, nodeId: string, path: Field["path"], value: Field["value"]): FlowDocument {
  return edited(document, (draft) => setNodeField(draft, { nodeId, path, value }));
}

const row = { variable: "$(a)", operator: "equals", value: "1", join: "and" };
const branch = { branches: ["a", "b"].map((name) => ({ name, rows: [row] })) };
const document = drawn(
  [
    { id: "n3", type: "branch", config: branch },
    { id: "n4", type: "whatsapp", config: { message: { type: "text", body: "Hi" } } },
    { id: "n5", type: "end" },
  ],
  ["n2 onBegin n3", "n3 a n4", "n3 b n5", "n4 onSuccess n5", "n4 onError n5"],
);
const ways = (after: FlowDocument, nodeId: string) => edgesOf(after).filter((edge) => edge.startsWith(nodeId));

describe("setting a field", () => {
  test("writes that field alone", () => {
    const editor = createEditor(document);
    const patches: unknown[] = [];
    editor.onChange((change) => patches.push(...change.patches));
    editor.edit({ label: "Type" }, (draft) =>
      setNodeField(draft, { nodeId: "n4", path: ["config", "message", "body"], value: "Hello" }),
    );
    expect(patches).toEqual([{ op: "replace", path: ["nodes", 2, "config", "message", "body"], value: "Hello" }]);
  });

  test("makes the objects on the way to it", () => {
    const after = set(document, "n4", ["config", "expiry", "seconds"], 5);
    expect(nodeOf(after, "n4").config["expiry"]).toEqual({ seconds: 5 });
    const rows = set(document, "n2", ["config", "trigger", "conditions", 0, "value"], "x");
    expect(nodeOf(rows, "n2").config["trigger"]).toMatchObject({ conditions: [{ value: "x" }] });
  });

  test("takes a field away with undefined, or back to what a new node has", () => {
    const waiting = set(document, "n4", ["config", "timeoutSeconds"], 30);
    expect(set(waiting, "n4", ["config", "timeoutSeconds"], undefined)).toEqual(document);
    expect(nodeOf(set(document, "n4", ["config", "message", "body"], undefined), "n4").config["message"]).toEqual({
      type: "text",
      body: "",
      previewUrl: false,
    });
    expect(nodeOf(set(document, "n4", ["name"], undefined), "n4").name).toBe("");
    expect(nodeOf(set(document, "n3", ["config", "branches", 0], undefined), "n3").config).toEqual({
      branches: branch.branches.slice(1),
    });
  });

  test("fills in what the schema would, once the whole is right", () => {
    const value = [{ name: "a", rows: [row, { variable: "$(b)", operator: "in", values: ["1"] }] }];
    const after = set(document, "n3", ["config", "branches"], value);
    expect(nodeOf(after, "n3").config).toMatchObject({ branches: [{ rows: [row, { join: "and" }] }] });
  });

  test("changes nothing but what people write", () => {
    for (const path of [["id"], ["type"], ["position", "x"], []]) {
      expect(() => set(document, "n4", path, "n9")).toThrow("is a field that people write");
    }
    expect(() => set(document, "n9", ["name"], "x")).toThrow("n9 is a node of the flow");
  });

  test("leaves no gap in a list", () => {
    expect(() => set(document, "n3", ["config", "branches", 3, "name"], "x")).toThrow(
      "3 is in the list or next to its end",
    );
    expect(nodeOf(set(document, "n3", ["config", "branches", 2, "name"], "x"), "n3").config).toEqual({
      branches: [...branch.branches, { name: "x" }],
    });
  });

  test("writes null as null, and the outcomes are those of a new node then", () => {
    const after = set(document, "n3", ["config", "branches"], null);
    expect(nodeOf(after, "n3").config).toEqual({ branches: null });
    expect(ways(after, "n3")).toEqual([]);
  });

  test("may be done again at once, whatever was given", () => {
    const value = Object.freeze([Object.freeze({ name: "x", rows: [] })]);
    const after = edited(document, (draft) => {
      setNodeField(draft, { nodeId: "n3", path: ["config", "branches"], value });
      setNodeField(draft, { nodeId: "n3", path: ["config", "branches", 0, "name"], value: "y" });
    });
    expect(nodeOf(after, "n3").config["branches"]).toEqual([{ name: "y", rows: [] }]);
    expect(value[0]?.name).toBe("x");
  });

  test("is no edit when the value is the same", () => {
    expect(set(document, "n4", ["config", "message", "body"], "Hi")).toBe(document);
  });
});

describe("the edges of a node whose outcomes change", () => {
  test("stay with a branch that gets another name, letter by letter", () => {
    const names = ["ax", "", "b", "bx"];
    let after = document;
    for (const name of names) {
      after = set(after, "n3", ["config", "branches", 0, "name"], name);
      expect(after.edges).toHaveLength(document.edges.length);
    }
    expect(ways(after, "n3")).toEqual(["n3 b n5", "n3 bx n4"]);
  });

  test("go with an outcome that goes", () => {
    expect(ways(set(document, "n3", ["config", "branches", 0], undefined), "n3")).toEqual(["n3 b n5"]);
    expect(ways(set(document, "n3", ["config", "branches"], []), "n3")).toEqual([]);
  });

  test("stay where they are when branches change places or one more comes", () => {
    const turned = branch.branches.toReversed();
    expect(ways(set(document, "n3", ["config", "branches"], turned), "n3")).toEqual(ways(document, "n3"));
    const more = [...branch.branches, { name: "c", rows: [row] }];
    expect(ways(set(document, "n3", ["config", "branches"], more), "n3")).toEqual(ways(document, "n3"));
  });

  test("stay with the way on when a send waits for something else", () => {
    const after = set(document, "n4", ["config", "waitFor"], "delivery");
    expect(ways(after, "n4")).toEqual(["n4 onDeliveryReportSuccess n5", "n4 onError n5"]);
    expect(ways(set(after, "n4", ["config", "waitFor"], "none"), "n4")).toEqual(ways(document, "n4"));
  });

  test("keep their ids", () => {
    const after = set(document, "n3", ["config", "branches", 0, "name"], "vip");
    expect(after.edges.map(({ id }) => id)).toEqual(document.edges.map(({ id }) => id));
  });
});

describe("actions", () => {
  const log = (value: string) => ({ type: "log", value }) as const;
  const texts = (after: FlowDocument) => nodeOf(after, "n3").onEnter.map(({ value }) => value);
  const at = { nodeId: "n3", time: "onEnter" } as const;
  const three = edited(document, (draft) => {
    for (const value of ["a", "b", "c"]) addAction(draft, { ...at, action: log(value) });
  });

  test("are added at the end or at a place", () => {
    expect(texts(three)).toEqual(["a", "b", "c"]);
    expect(texts(edited(three, (draft) => addAction(draft, { ...at, action: log("x"), index: 1 })))).toEqual([
      "a",
      "x",
      "b",
      "c",
    ]);
    expect(nodeOf(three, "n3").onLeave).toEqual([]);
  });

  test("are taken away", () => {
    expect(texts(edited(three, (draft) => removeAction(draft, { ...at, index: 1 })))).toEqual(["a", "c"]);
  });

  test("are moved", () => {
    expect(texts(edited(three, (draft) => moveAction(draft, { ...at, from: 0, to: 2 })))).toEqual(["b", "c", "a"]);
    expect(edited(three, (draft) => moveAction(draft, { ...at, from: 7, to: 0 }))).toEqual(three);
  });

  test("are written as fields are", () => {
    const after = set(orderStatusDocument(), "n5", ["onLeave", 0, "value"], "$(n4.receive.channel)");
    expect(nodeOf(after, "n5").onLeave).toEqual([
      { type: "set-variable", name: "choice", value: "$(n4.receive.channel)" },
    ]);
  });
});
