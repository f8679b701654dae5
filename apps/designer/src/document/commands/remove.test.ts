import { describe, expect, test } from "vitest";
import { drawn, edgesOf, edited, orderStatusDocument } from "../document.test-support.ts";
import { createEditor } from "../editor.ts";
import { openDocument } from "../open-document.ts";
import { removeAndReconnect, removeItems } from "./remove.ts";

const note = { id: "note1", text: "", position: { x: 0, y: 0 }, width: 200, height: 120 };
const document = drawn(
  [
    { id: "n3", type: "receive" },
    { id: "n4", type: "delay" },
    { id: "n5", type: "delay" },
    { id: "n6", type: "end" },
  ],
  ["n2 onBegin n3", "n3 whatsapp.mo n4", "n3 onError n6", "n4 onTimeout n5", "n5 onTimeout n6", "n5 onError n3"],
  { notes: [note], settings: { outcomeDefaults: { onError: { target: "n4" } }, maxNodeExecutions: 1000 } },
);

describe("removing", () => {
  test("takes nodes away with the edges and defaults that lead to them, and those that leave them", () => {
    const after = edited(document, (draft) => removeItems(draft, { nodeIds: ["n4"] }));
    expect(after.nodes.map(({ id }) => id).toSorted()).toEqual(["n2", "n3", "n5", "n6"]);
    expect(edgesOf(after)).toEqual(["n2 onBegin n3", "n3 onError n6", "n5 onError n3", "n5 onTimeout n6"]);
    expect(after.settings.outcomeDefaults).toEqual({});
  });

  test("takes edges and notes away", () => {
    const after = edited(document, (draft) => removeItems(draft, { edgeIds: ["e1", "e9"], noteIds: ["note1"] }));
    expect(after.edges).toHaveLength(document.edges.length - 1);
    expect(after.notes).toEqual([]);
    expect(after.nodes).toBe(document.nodes);
  });

  test("never takes the last Start", () => {
    const after = edited(document, (draft) => removeItems(draft, { nodeIds: document.nodes.map(({ id }) => id) }));
    expect(after.nodes.map(({ id }) => id)).toEqual(["n2"]);
    const [start] = document.nodes;
    const two = openDocument({ ...document, nodes: [...document.nodes, { ...start, id: "n8" }] });
    const one = edited(two, (draft) => removeItems(draft, { nodeIds: ["n2"] }));
    expect(one.nodes.map(({ id }) => id)).toContain("n8");
    const first = edited(two, (draft) => removeItems(draft, { nodeIds: ["n8", "n2"] }));
    expect(first.nodes.map(({ id }) => id)).toContain("n2");
  });

  test("says no more in its patches than what was changed", () => {
    const editor = createEditor(orderStatusDocument());
    let size = 0;
    editor.onChange(({ patches }) => (size = patches.length));
    editor.edit({ label: "Remove" }, (draft) => removeItems(draft, { nodeIds: ["n3"] }));
    expect(size).toBeGreaterThan(1);
    expect(size).toBeLessThan(12);
  });
});

describe("removing and reconnecting", () => {
  test("leads what led there to where the way on led, over all that go", () => {
    const after = edited(document, (draft) => removeAndReconnect(draft, ["n4", "n5"]));
    expect(edgesOf(after)).toEqual(["n2 onBegin n3", "n3 onError n6", "n3 whatsapp.mo n6"]);
    expect(after.settings.outcomeDefaults).toEqual({ onError: { target: "n6" } });
  });

  test("takes away what would lead nowhere", () => {
    const after = edited(document, (draft) => removeAndReconnect(draft, ["n6"]));
    expect(edgesOf(after)).toEqual(["n2 onBegin n3", "n3 whatsapp.mo n4", "n4 onTimeout n5", "n5 onError n3"]);
  });

  test("takes away what would go round", () => {
    const loop = drawn(
      ["n3", "n4", "n5"].map((id) => ({ id, type: "delay" as const })),
      ["n2 onBegin n3", "n3 onTimeout n4", "n4 onTimeout n3", "n5 onTimeout n4"],
    );
    const both = edited(loop, (draft) => removeAndReconnect(draft, ["n3", "n4"]));
    expect(edgesOf(both)).toEqual([]);
    const one = edited(loop, (draft) => removeAndReconnect(draft, ["n4"]));
    expect(edgesOf(one)).toEqual(["n2 onBegin n3", "n5 onTimeout n3"]);
  });
});
