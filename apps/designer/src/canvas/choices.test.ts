import { expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import { exampleSession } from "./canvas.test-support.ts";
import { canvasOf, type PickerRequest } from "./canvas-state.ts";
import { choicesOf } from "./choices.tsx";

function asked(request: PickerRequest) {
  const session = exampleSession();
  const { title, choices } = choicesOf(session, request, en);
  const choose = (id: string) => choices.find((choice) => choice.id === id)?.onChoose();
  return {
    session,
    title,
    choices,
    ids: choices.map(({ id }) => id),
    choose,
    document: () => session.editor.document(),
  };
}

const lead = { type: "lead", nodeId: "n3", outcome: "onTimeout", position: { x: 103, y: 207 } } as const;

const utilities = [
  "evaluate",
  "http-request",
  "data-parser",
  "profile",
  "generate-otp",
  "validate-otp",
  "split",
  "business-hours",
];

test("where an outcome may lead begins with the results, then the types, then the nodes but the Start", () => {
  const { ids, title } = asked(lead);
  expect(title).toBe("Where does “Timeout” of Ask lead?");
  const types = ["whatsapp", "receive", "wait-for", "branch", "delay", ...utilities];
  expect(ids).toEqual([
    ...["end-success", "end-error", "end-incomplete"],
    ...types,
    ...["to-n3", "to-n4", "to-n5", "to-n6", "to-n7"],
  ]);
});

test("a result that is chosen becomes an End at the place, wired, selected, in one step", () => {
  const { choose, document, session } = asked(lead);
  choose("end-incomplete");
  const added = document().nodes.at(-1);
  expect(added).toMatchObject({ type: "end", config: { result: "incomplete" }, position: { x: 100, y: 200 } });
  expect(document().edges).toContainEqual(
    expect.objectContaining({ source: "n3", outcome: "onTimeout", target: added?.id }),
  );
  expect([...session.view.getState().nodeIds]).toEqual([added?.id]);
  session.editor.undo();
  expect([document().nodes.length, document().edges.length]).toEqual([6, 6]);
});

test("a node that is chosen is connected", () => {
  const { choose, document } = asked(lead);
  choose("to-n5");
  expect(document().edges).toContainEqual(
    expect.objectContaining({ source: "n3", outcome: "onTimeout", target: "n5" }),
  );
});

test("an outcome that leads somewhere can be made to lead nowhere", () => {
  const { choose, document, ids } = asked({ type: "lead", nodeId: "n2", outcome: "onBegin" });
  expect(ids.slice(-2)).toEqual(["insert", "nowhere"]);
  choose("nowhere");
  expect(document().edges.some(({ source }) => source === "n2")).toBe(false);
});

test("of the outcomes to connect those that lead nowhere come first, and the chosen one asks where to", () => {
  const { ids, choose, session } = asked({ type: "outcome", nodeId: "n3" });
  expect(ids).toEqual(["onTimeout", "onPolicyFail", "onError", "onDeliveryReportSuccess", "onDeliveryReportFail"]);
  choose("onError");
  expect(canvasOf(session).getState().picker).toMatchObject({ type: "lead", nodeId: "n3", outcome: "onError" });
});

test("what is put on an edge has a way on, and goes between", () => {
  const { ids, choose, document } = asked({ type: "insert", edgeId: "e4" });
  expect(ids.slice(0, 5)).toEqual(["whatsapp", "receive", "wait-for", "branch", "delay"]);
  expect(ids.slice(5).toSorted()).toEqual(utilities.toSorted());
  choose("delay");
  const added = document().nodes.at(-1)?.id;
  const ways = document().edges.map(({ source, outcome, target }) => [source, outcome, target]);
  expect(ways).toContainEqual(["n4", "yes", added]);
  expect(ways).toContainEqual([added, "onTimeout", "n5"]);
});

test("a node is added after the selected one, on its first outcome that must lead somewhere", () => {
  const { session, choose, document } = asked({ type: "add" });
  session.view.setState({ nodeIds: new Set(["n7"]) });
  choose("receive");
  expect(document().edges.at(-1)).toMatchObject({
    source: "n7",
    outcome: "onTimeout",
    target: document().nodes.at(-1)?.id,
  });
});

test("in a version that is only read nothing is added", () => {
  const session = exampleSession("read");
  choicesOf(session, lead, en).choices[0]?.onChoose();
  expect(session.editor.document().nodes).toHaveLength(6);
});
