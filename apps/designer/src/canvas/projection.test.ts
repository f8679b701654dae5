import { expect, test } from "vitest";
import { connect, moveItems, setNodeField } from "../document/commands/index.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { cardSize, footHandle, handlesOf } from "../document/geometry.ts";
import { nodeById } from "../document/outcomes.ts";
import { en } from "../texts/en/index.ts";
import { exampleSession } from "./canvas.test-support.ts";
import { type CanvasEdge, type CanvasNode, projectEdges, projectNodes } from "./projection.ts";

const nothing = { nodeIds: new Set<string>(), edgeIds: new Set<string>(), noteIds: new Set<string>() };
const nodesOf = (document: FlowDocument, before: readonly CanvasNode[] = [], selected = nothing) =>
  projectNodes(document, { selected, texts: en }, before);
const edgesOf = (document: FlowDocument, before: readonly CanvasEdge[] = [], selected = nothing) =>
  projectEdges(document, { selected, mode: "edit" }, before);

test("every node has its size and handles from the beginning, so that nothing is measured", () => {
  const document = exampleSession().editor.document();
  const cards = nodesOf(document).filter(({ type }) => type === "card");
  expect(cards).toHaveLength(document.nodes.length);
  for (const card of cards) {
    const node = nodeById(document, card.id);
    expect(node && { ...cardSize(node) }).toEqual({ width: card.width, height: card.height });
    expect(card.measured).toEqual({ width: card.width, height: card.height });
    expect(card.handles?.map(({ id }) => id)).toEqual(
      node && [...handlesOf(node), footHandle(node)].map(({ id }) => id),
    );
  }
});

test("notes come first, so that cards lie on them", () => {
  expect(nodesOf(exampleSession().editor.document())[0]?.id).toBe("note1");
});

test("an edit makes anew what it touched, and nothing else", () => {
  const { editor } = exampleSession();
  const [nodes, edges] = [nodesOf(editor.document()), edgesOf(editor.document())];
  editor.edit({ label: "" }, (draft) => moveItems(draft, [{ id: "n5", position: { x: 1_000, y: 0 } }]));
  const [moved, same] = [nodesOf(editor.document(), nodes), edgesOf(editor.document(), edges)];
  expect(moved.filter((node) => !nodes.includes(node)).map(({ id }) => id)).toEqual(["n5"]);
  expect(same).toBe(edges);
});

test("a selection makes anew what it selects", () => {
  const document = exampleSession().editor.document();
  const before = nodesOf(document);
  const after = nodesOf(document, before, { ...nothing, nodeIds: new Set(["n3"]) });
  expect(after.filter((node) => !before.includes(node)).map(({ id, selected }) => [id, selected])).toEqual([
    ["n3", true],
  ]);
});

test("an edge has the colour of its outcome, and its ends can be dragged while it is selected", () => {
  const document = exampleSession().editor.document();
  const edges = edgesOf(document, [], { ...nothing, edgeIds: new Set(["e3"]) });
  const about = edges.map(({ id, data, reconnectable }) => [id, data?.colour, reconnectable]);
  expect(about.slice(0, 3)).toEqual([
    ["e1", "green", false],
    ["e2", "green", false],
    ["e3", "red", true],
  ]);
  const read = projectEdges(document, { selected: { ...nothing, edgeIds: new Set(["e3"]) }, mode: "read" }, []);
  expect(read.some(({ reconnectable }) => reconnectable)).toBe(false);
});

test("a new edge is drawn from the handle of its outcome", () => {
  const { editor } = exampleSession();
  editor.edit({ label: "" }, (draft) => connect(draft, { source: "n3", outcome: "onTimeout", target: "n5" }));
  const edge = edgesOf(editor.document()).find(({ sourceHandle }) => sourceHandle === "onTimeout");
  expect(edge).toMatchObject({ source: "n3", target: "n5", targetHandle: "in", data: { colour: "amber" } });
});

test("a node's name for screen readers follows the document", () => {
  const { editor } = exampleSession();
  const before = nodesOf(editor.document());
  editor.edit({ label: "" }, (draft) => setNodeField(draft, { nodeId: "n5", path: ["name"], value: "Over" }));
  expect(nodesOf(editor.document(), before).find(({ id }) => id === "n5")?.ariaLabel).toBe("End: Over");
});

test("an edge by an outcome that its node has not is drawn as lost, from the foot of the card, until there is such an outcome", () => {
  const { editor } = exampleSession();
  const wait = (waitFor: string) =>
    editor.edit({ label: "" }, (draft) =>
      setNodeField(draft, { nodeId: "n3", path: ["config", "waitFor"], value: waitFor }),
    );
  editor.edit(
    { label: "" },
    (draft) => void draft.edges.push({ id: "e9", source: "n3", outcome: "onRead", target: "n5" }),
  );
  const before = edgesOf(editor.document());
  const drawn = (edges: readonly CanvasEdge[]) => edges.find(({ id }) => id === "e9");
  expect(drawn(before)).toMatchObject({ sourceHandle: "*", data: { isLost: true, colour: "red" } });
  expect(before.filter(({ data }) => data?.isLost === true)).toHaveLength(1);
  wait("read");
  expect(drawn(edgesOf(editor.document(), before))).toMatchObject({
    sourceHandle: "onRead",
    data: { isLost: false, colour: "green" },
  });
});
