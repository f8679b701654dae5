import { flowLimits } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { copyText, readClipboard } from "./clipboard.ts";
import { drawn, orderStatusDocument } from "./document.test-support.ts";

const document = orderStatusDocument();

describe("what is copied", () => {
  const text = copyText(document, { nodeIds: ["n4", "n5", "n9999"], noteIds: [] });

  test("is plain JSON with its format", () => {
    expect(JSON.parse(text)).toMatchObject({ format: "parley.clipboard/1", flowId: "order-status", startId: "n2" });
  });

  test("has the nodes, the edges with both ends among them, and the variables that they use", () => {
    const clipboard = readClipboard(text);
    expect(clipboard?.nodes).toEqual(document.nodes.filter(({ id }) => id === "n4" || id === "n5"));
    expect(clipboard?.edges.map(({ source, target }) => [source, target])).toEqual([["n4", "n5"]]);
    expect(clipboard?.variables.map(({ name }) => name)).toEqual(["choice"]);
    expect(readClipboard(copyText(document, { nodeIds: ["n4"], noteIds: [] }))?.variables).toEqual([]);
  });

  test("has notes too", () => {
    const note = { id: "note1", text: "Look", position: { x: 1, y: 2 }, width: 200, height: 120 };
    const noted = drawn([], [], { notes: [note, { ...note, id: "note2" }] });
    expect(readClipboard(copyText(noted, { nodeIds: [], noteIds: ["note1"] }))?.notes).toEqual([note]);
  });
});

describe("a text that is pasted", () => {
  const clipboard = { format: "parley.clipboard/1", flowId: "a", startId: "n2", nodes: [], edges: [] };
  const end = { id: "n3", type: "end" };
  const read = (change: object) => readClipboard(JSON.stringify({ ...clipboard, ...change }));

  test("may lack what can be filled in", () => {
    const edge = { id: "e1", source: "n3", outcome: "x", target: "n3" };
    expect(read({ nodes: [end], edges: [edge, { ...edge, target: "n9" }], flowId: 5 })).toMatchObject({
      flowId: "",
      nodes: [{ ...end, config: { result: "success" } }],
      edges: [edge],
      notes: [],
      variables: [],
    });
  });

  test.each(["", "Hello", "{", "5", "null", "[]", "{}", '{"format":"parley.flow/1"}'])(
    "is not read when it is %j",
    (text) => {
      expect(readClipboard(text)).toBeUndefined();
    },
  );

  test.each<[string, object]>([
    ["more nodes than a flow may have", { nodes: Array.from({ length: flowLimits.nodes + 1 }, () => end) }],
    ["more notes", { notes: Array.from({ length: flowLimits.notes + 1 }, () => ({ text: "" })) }],
    ["more variables", { variables: Array.from({ length: flowLimits.variables + 1 }, () => ({ name: "a" })) }],
    ["nodes without a type", { nodes: [{ id: "n3" }] }],
    ["no list of nodes", { nodes: "many" }],
    ["more bytes than a flow may have", { more: "x".repeat(flowLimits.bytes) }],
  ])("is not read when it has %s", (_, change) => {
    expect(read(change)).toBeUndefined();
  });
});
