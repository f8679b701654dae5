import { flowLimits } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { type Clipboard, clipboardOf } from "../clipboard.ts";
import { drawn, edgesOf, edited, nodeOf, orderStatusDocument, result } from "../document.test-support.ts";
import type { FlowDocument } from "../flow-document.ts";
import { newDocument } from "../open-document.ts";
import { checkDocument } from "../problems.ts";
import { duplicate, paste } from "./paste.ts";
import { setNodeField } from "./fields.ts";

const message = (body: string) => ({ message: { type: "text", body } });

const source = drawn(
  [
    { id: "n3", type: "receive", name: "Ask" },
    { id: "n4", type: "whatsapp", config: message("$(n3.receive.message) $(n2.whatsapp.waId) $(order) $$(n3)") },
    { id: "n5", type: "wait-for", config: { send: "n4", waitFor: "read" } },
  ],
  ["n2 onBegin n3", "n3 whatsapp.mo n4", "n4 onSuccess n5"],
  { variables: [{ name: "order", description: "", default: 1 }] },
);

function copied(nodeIds: string[], from: FlowDocument = source): Clipboard {
  return clipboardOf(from, { nodeIds, noteIds: from.notes.map(({ id }) => id) });
}

function bodyOf(document: FlowDocument, nodeId: string): unknown {
  return Reflect.get(Object(nodeOf(document, nodeId).config["message"]), "body");
}

const at = { x: 1000, y: 2000 };
const other = newDocument({ id: "other", name: "Other" });

describe("pasting into the same flow", () => {
  const [document, pasted] = result(source, (draft) => paste(draft, copied(["n3", "n4", "n5"]), { at }));

  test("gives new ids, and what names one another goes on doing so", () => {
    expect(pasted).toEqual({ nodeIds: ["n6", "n7", "n8"], noteIds: [] });
    expect(bodyOf(document, "n7")).toBe("$(n6.receive.message) $(n2.whatsapp.waId) $(order) $$(n3)");
    expect(nodeOf(document, "n8").config["send"]).toBe("n7");
    expect(nodeOf(document, "n6").name).toBe("Ask");
  });

  test("wires the new nodes as the old ones were, and leaves those", () => {
    expect(edgesOf(document)).toEqual([...edgesOf(source), "n6 whatsapp.mo n7", "n7 onSuccess n8"].toSorted());
  });

  test("puts the upper left corner at the place, on the grid", () => {
    expect(nodeOf(document, "n6").position).toEqual(at);
    expect(nodeOf(document, "n8").position).toEqual({ x: 1800, y: 2000 });
  });

  test("leaves what names a node that was not copied", () => {
    const [alone] = result(source, (draft) => paste(draft, copied(["n4"]), { at }));
    expect(bodyOf(alone, "n6")).toBe(bodyOf(source, "n4"));
    expect(edgesOf(alone)).toEqual(edgesOf(source));
  });

  test("keeps a connection by an outcome that its node has not, which the checks then tell of", () => {
    const lost = edited(
      source,
      (draft) => void draft.edges.push({ id: "e9", source: "n4", outcome: "onRead", target: "n5" }),
    );
    const [both] = result(lost, (draft) => paste(draft, copied(["n4", "n5"], lost), { at }));
    expect(edgesOf(both)).toContain("n6 onRead n7");
    const told = checkDocument(both).filter(({ code }) => code === "bad-edge");
    expect(told.map(({ nodeId, field }) => [nodeId, field])).toEqual([
      ["n4", "onRead"],
      ["n6", "onRead"],
    ]);
  });

  test("gives no id that the copied nodes name, though that node is gone", () => {
    const dangling = edited(source, (draft) =>
      setNodeField(draft, { nodeId: "n4", path: ["config", "message", "body"], value: "$(n9.receive.message)" }),
    );
    const [, { nodeIds }] = result(source, (draft) => paste(draft, copied(["n4"], dangling), { at }));
    expect(nodeIds).toEqual(["n10"]);
  });
});

describe("pasting into another flow", () => {
  test("lets the Start of that flow stand for the copied one, wired where it was not", () => {
    const [document, { nodeIds }] = result(other, (draft) => paste(draft, copied(["n2", "n3"]), { at }));
    expect(nodeIds).toEqual(["n3"]);
    expect(edgesOf(document)).toEqual(["n2 onBegin n3"]);
    const [again] = result(document, (draft) => paste(draft, copied(["n2", "n3"]), { at }));
    expect(edgesOf(again)).toEqual(["n2 onBegin n3"]);
  });

  test("flags what names a node that was not copied, and means no node of that flow by it", () => {
    const target = drawn(
      [
        { id: "n3", type: "receive" },
        { id: "n4", type: "whatsapp" },
      ],
      [],
      { id: "other" },
    );
    const [document, { nodeIds }] = result(target, (draft) => paste(draft, copied(["n4", "n5"]), { at }));
    const [send = "", wait = ""] = nodeIds;
    expect(bodyOf(document, send)).toMatch(/^\$\(n\d+\.receive\.message\) \$\(n2\.whatsapp\.waId\) /);
    expect(bodyOf(document, send)).not.toContain("$(n3.");
    expect(nodeOf(document, wait).config["send"]).toBe(send);
    const flagged = checkDocument(document).filter(({ code }) => code === "unknown-variable");
    expect(flagged.map(({ nodeId }) => nodeId)).toEqual([send]);
    const [alone, pasted] = result(target, (draft) => paste(draft, copied(["n5"]), { at }));
    const reference = checkDocument(alone).filter(({ code }) => code === "bad-reference");
    expect(reference.map(({ nodeId }) => nodeId)).toEqual(pasted.nodeIds);
  });

  test("brings the variables that it lacks, and leaves those that it has", () => {
    const [document] = result(other, (draft) => paste(draft, copied(["n4"]), { at }));
    expect(document.variables).toEqual(source.variables);
    const own = { name: "order", description: "Mine", default: "" };
    const [kept] = result({ ...other, variables: [own] }, (draft) => paste(draft, copied(["n4"]), { at }));
    expect(kept.variables).toEqual([own]);
  });

  test("brings notes with new ids", () => {
    const note = { id: "note1", text: "Look", position: { x: 0, y: 0 }, width: 200, height: 120 };
    const noted = { ...source, notes: [note] };
    const [document, pasted] = result({ ...other, notes: [note] }, (draft) => paste(draft, copied([], noted), { at }));
    expect(pasted).toEqual({ nodeIds: [], noteIds: ["note2"] });
    expect(document.notes[1]).toEqual({ ...note, id: "note2", position: at });
  });
});

test("nothing is pasted where not all of it has room", () => {
  const nodes = [...source.nodes];
  for (let number = 6; nodes.length < flowLimits.nodes; number++)
    nodes.push({ ...nodeOf(source, "n3"), id: `n${number}` });
  const [document, pasted] = result({ ...source, nodes }, (draft) => paste(draft, copied(["n3"]), { at }));
  expect(pasted).toEqual({ nodeIds: [], noteIds: [] });
  expect(document.nodes).toHaveLength(flowLimits.nodes);
});

test("a duplicate stands beside what it was made of, without the Start", () => {
  const [document, nodeIds] = result(orderStatusDocument(), (draft) => duplicate(draft, ["n2", "n3", "n4"]));
  expect(nodeIds).toHaveLength(2);
  const [first = ""] = nodeIds;
  const { x, y } = nodeOf(document, "n3").position;
  expect(nodeOf(document, first)).toEqual({ ...nodeOf(document, "n3"), id: first, position: { x: x + 40, y: y + 40 } });
  expect(document.nodes.filter(({ type }) => type === "start")).toHaveLength(1);
});
