import { expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import { exampleSession } from "./canvas.test-support.ts";
import { canvasOf } from "./canvas-state.ts";
import { createDrawn } from "./drawn.ts";

function opened() {
  const session = exampleSession();
  const drawn = createDrawn(session, en);
  drawn.follow();
  const placeOf = (id: string) => drawn.store.getState().nodes.find((node) => node.id === id)?.position;
  const inDocument = (id: string) => session.editor.document().nodes.find((node) => node.id === id)?.position;
  const drag = (id: string, x: number, y: number, dragging: boolean) =>
    drawn.changeNodes([{ type: "position", id, position: { x, y }, dragging }]);
  return { session, drawn, placeOf, inDocument, drag };
}

test("a drag moves what is drawn, and the document once, when it is let go", () => {
  const { session, placeOf, inDocument, drag } = opened();
  const changes: string[] = [];
  session.editor.onChange(({ kind }) => changes.push(kind));
  drag("n5", 1_000, 600, true);
  drag("n5", 1_040, 600, true);
  expect([placeOf("n5"), inDocument("n5"), changes]).toEqual([{ x: 1_040, y: 600 }, { x: 960, y: 0 }, []]);
  drag("n5", 1_040, 600, false);
  expect([placeOf("n5"), inDocument("n5"), changes]).toEqual([{ x: 1_040, y: 600 }, { x: 1_040, y: 600 }, ["edit"]]);
  session.editor.undo();
  expect(placeOf("n5")).toEqual({ x: 960, y: 0 });
});

test("a drag that ends where it began is no step to undo", () => {
  const { session, drawn, placeOf, drag } = opened();
  const before = drawn.store.getState().nodes.map(({ dragging }) => dragging);
  drag("n5", 1_000, 600, true);
  drag("n5", 960, 0, true);
  drag("n5", 960, 0, false);
  expect([placeOf("n5"), session.editor.store.getState().undoLabel]).toEqual([{ x: 960, y: 0 }, undefined]);
  expect(drawn.store.getState().nodes.map(({ dragging }) => dragging)).toEqual(before);
});

test("the lines that a drag is in line with are shown while it lasts", () => {
  const { session, drag } = opened();
  const guides = () => canvasOf(session).getState().guides;
  drag("n7", 640, 420, true);
  expect(guides().x).toBe(640);
  drag("n7", 640, 420, false);
  expect(guides()).toEqual({});
});

test("what is dragged keeps its place while the document changes elsewhere", () => {
  const { session, placeOf, drag } = opened();
  drag("n5", 1_040, 600, true);
  session.editor.edit({ label: "" }, (draft) => void (draft.name = "Another"));
  expect(placeOf("n5")).toEqual({ x: 1_040, y: 600 });
});

test("nodes and notes are selected in the view, and drawn so", () => {
  const { session, drawn } = opened();
  drawn.changeNodes([
    { type: "select", id: "n5", selected: true },
    { type: "select", id: "note1", selected: true },
  ]);
  const { nodeIds, noteIds } = session.view.getState();
  expect([[...nodeIds], [...noteIds]]).toEqual([["n5"], ["note1"]]);
  expect(
    drawn.store
      .getState()
      .nodes.filter(({ selected }) => selected)
      .map(({ id }) => id),
  ).toEqual(["note1", "n5"]);
});

test("a box selects no edges; a click does", () => {
  const { session, drawn } = opened();
  canvasOf(session).setState({ isMarquee: true });
  drawn.changeEdges([{ type: "select", id: "e1", selected: true }]);
  expect(session.view.getState().edgeIds.size).toBe(0);
  canvasOf(session).setState({ isMarquee: false });
  drawn.changeEdges([{ type: "select", id: "e1", selected: true }]);
  expect([...session.view.getState().edgeIds]).toEqual(["e1"]);
});

test("what an undo takes away is no longer selected", () => {
  const { session } = opened();
  session.view.setState({ nodeIds: new Set(["n3", "n5"]) });
  session.editor.edit({ label: "" }, (draft) => void (draft.nodes = draft.nodes.filter(({ id }) => id !== "n5")));
  expect([...session.view.getState().nodeIds]).toEqual(["n3"]);
});
