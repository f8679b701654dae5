import type { Patch } from "@parley/api";
import type { FlowDraft } from "@parley/flow";
import fc from "fast-check";
import { enablePatches, produceWithPatches } from "immer";
import { describe, expect, test } from "vitest";
import { patchDraft } from "./patch-draft.ts";

enablePatches();

const draft = {
  format: "parley.flow/1",
  id: "a",
  name: "A",
  description: "",
  nodes: [
    { id: "n2", type: "start", config: { trigger: { event: "whatsapp.mo" } } },
    { id: "n3", type: "end" },
  ],
  edges: [],
} satisfies FlowDraft;

describe("It is true that patches of a draft", () => {
  test("change what they name, in their order, and nothing of the draft that was given", () => {
    const before = structuredClone(draft);
    const patched = patchDraft(draft, [
      { op: "replace", path: ["name"], value: "B" },
      { op: "add", path: ["nodes", 2], value: { id: "n4", type: "end" } },
      { op: "replace", path: ["nodes", 2, "id"], value: "n5" },
      { op: "remove", path: ["nodes", 1] },
      { op: "add", path: ["nodes", 0, "name"], value: "Begin" },
    ]);
    expect(patched).toEqual({
      ...draft,
      name: "B",
      nodes: [
        { ...draft.nodes[0], name: "Begin" },
        { id: "n5", type: "end" },
      ],
    });
    expect(draft).toEqual(before);
  });

  test("may name a field that JSON has not kept, as it was undefined", () => {
    const replaced = patchDraft(draft, [{ op: "replace", path: ["nodes", 1, "name"], value: "End" }]);
    expect(replaced).toMatchObject({ nodes: [{ id: "n2" }, { id: "n3", name: "End" }] });
    expect(patchDraft(draft, [{ op: "remove", path: ["nodes", 1, "name"] }])).toEqual(draft);
    const emptied = patchDraft(draft, [{ op: "replace", path: ["nodes", 1, "type"] }]);
    expect(JSON.parse(JSON.stringify(emptied))).toMatchObject({ nodes: [{ id: "n2" }, { id: "n3" }] });
  });

  const lost: readonly (readonly [where: string, patch: Patch, place: string])[] = [
    ["into what is not there", { op: "add", path: ["notes", 0, "text"], value: "" }, "notes"],
    ["past the end of a list", { op: "replace", path: ["nodes", 4_294_967_294], value: {} }, "nodes/4294967294"],
    ["one past the end of a list, to replace", { op: "replace", path: ["nodes", 2], value: {} }, "nodes/2"],
    ["one past the end of a list, to remove", { op: "remove", path: ["nodes", 2] }, "nodes/2"],
    ["two past the end of a list, to add", { op: "add", path: ["nodes", 3], value: {} }, "nodes/3"],
    ["through a member that a list has not", { op: "add", path: ["nodes", 2, "id"], value: "" }, "nodes/2"],
    ["to the length of a list", { op: "replace", path: ["nodes", "length"], value: 1e9 }, "nodes/length"],
    ["into a text", { op: "replace", path: ["name", 0], value: "B" }, "name/0"],
    ["through a text", { op: "replace", path: ["name", "length", "x"], value: "B" }, "name/length"],
    ["through what all objects inherit", { op: "add", path: ["toString", "x"], value: 1 }, "toString"],
    ["through what all lists inherit", { op: "add", path: ["nodes", "push", "x"], value: 1 }, "nodes/push"],
  ];
  test.each(lost)("that lead %s are refused, and say where", (_where, patch, place) => {
    const patches: Patch[] = [{ op: "replace", path: ["name"], value: "B" }, patch];
    expect(() => patchDraft(draft, patches)).toThrow(`Patch 1 leads to ${place}, which is not in the draft.`);
  });

  test("make of it what Immer made of the designer's, whatever was edited", () => {
    const index = fc.nat({ max: 5 });
    const edit = fc.oneof(
      fc.record({ do: fc.constant("rename" as const), index, name: fc.string() }),
      fc.record({ do: fc.constant("insert" as const), index, name: fc.string() }),
      fc.record({ do: fc.constant("remove" as const), index }),
      fc.record({ do: fc.constant("reverse" as const) }),
      fc.record({ do: fc.constant("configure" as const), index, name: fc.string(), value: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const [edited, patches] = produceWithPatches<FlowDraft>(draft, (open) => {
          for (const step of edits) apply(open, step);
        });
        const sent = JSON.parse(JSON.stringify(patches)) as Patch[];
        const stored = JSON.parse(JSON.stringify(draft)) as FlowDraft;
        expect(JSON.parse(JSON.stringify(patchDraft(stored, sent)))).toEqual(JSON.parse(JSON.stringify(edited)));
      }),
    );
  });
});

type Edit =
  | { readonly do: "rename" | "insert"; readonly index: number; readonly name: string }
  | { readonly do: "remove"; readonly index: number }
  | { readonly do: "reverse" }
  | { readonly do: "configure"; readonly index: number; readonly name: string; readonly value: unknown };

function apply({ nodes }: FlowDraft, edit: Edit): void {
  switch (edit.do) {
    case "insert":
      return void nodes.splice(edit.index, 0, { id: edit.name, type: "end" });
    case "remove":
      return void nodes.splice(edit.index, 1);
    case "reverse":
      return void nodes.reverse();
    case "rename": {
      const node = nodes[edit.index];
      if (node !== undefined) node.id = edit.name;
      return;
    }
    case "configure": {
      const node = nodes[edit.index];
      if (node !== undefined && edit.name !== "__proto__" && edit.name !== "constructor") node[edit.name] = edit.value;
    }
  }
}
