import { describe, expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import {
  addNode,
  addNote,
  addVariable,
  connect,
  disconnect,
  moveItems,
  removeItems,
  removeVariable,
  setFlowField,
  setNodeField,
  setOutcomeDefault,
  updateVariable,
} from "./commands/index.ts";
import { drawn, edited, orderStatusDocument } from "./document.test-support.ts";
import { describeChanges } from "./describe-changes.ts";
import type { FlowDocument } from "./flow-document.ts";

const row = { variable: "$(a)", operator: "equals", value: "1", join: "and" };
const branches = ["a", "b"].map((name) => ({ name, rows: [{ ...row, value: name }] }));
const before = drawn(
  [
    { id: "n4", type: "whatsapp", name: "Ask", config: { message: { type: "text", body: "Hi" } } },
    { id: "n5", type: "receive", name: "Answer" },
    { id: "n6", type: "branch", config: { branches } },
    { id: "n7", type: "delay", name: "Wait" },
  ],
  ["n2 onBegin n4", "n4 onSuccess n5", "n6 a n7"],
);

type Recipe = Parameters<typeof edited>[1];

function sentences(recipe: Recipe, from: FlowDocument = before): string[] {
  return describeChanges(from, edited(from, recipe), en).map(({ text }) => text);
}

function field(nodeId: string, path: string, value: Parameters<typeof setNodeField>[1]["value"]): Recipe {
  const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return (draft) => setNodeField(draft, { nodeId, path: steps, value });
}

const expiring = edited(before, field("n4", "config.expiry", { type: "seconds", seconds: 5 }));

test("nothing is told where nothing changed", () => {
  expect(describeChanges(before, before, en)).toEqual([]);
  expect(describeChanges(before, structuredClone(before), en)).toEqual([]);
});

test.each<[sentence: string, recipe: Recipe, from?: FlowDocument]>([
  ["Message of n4 “Ask” changed: 'Hi' → 'Hello'", field("n4", "config.message.body", "Hello")],
  [`Message of n4 “Ask” changed: 'Hi' → '${"x".repeat(60)}…'`, field("n4", "config.message.body", "x".repeat(99))],
  ["Link preview of n4 “Ask” changed: 'false' → 'true'", field("n4", "config.message.previewUrl", true)],
  ["Timeout of n5 “Answer” set: '30'", field("n5", "config.timeoutSeconds", 30)],
  ["Expiry of n4 “Ask” changed", field("n4", "config.expiry", { type: "seconds", seconds: 5 })],
  [
    "Message type of n4 “Ask” changed: 'text' → 'location-request'",
    field("n4", "config.message.type", "location-request"),
  ],
  ["Notify URL of n4 “Ask” changed: '' → 'https://a.example'", field("n4", "config.notifyUrl", "https://a.example")],
  [
    "Event “No thanks” added to n5 “Answer”",
    field("n5", "config.events", [{ type: "whatsapp.mo" }, { type: "whatsapp.mo", outcome: "No thanks" }]),
  ],
  [
    "Event “paid” added to n5 “Answer”",
    field("n5", "config.events", [
      { type: "whatsapp.mo" },
      { type: "custom-event", event: "paid", match: [{ key: "id", value: "1" }] },
    ]),
  ],
  ["Conditions of n2 changed", field("n2", "config.trigger.conditions", [row, row])],
  [
    "Event “List choice” added to n5 “Answer”",
    field("n5", "config.events", [{ type: "whatsapp.mo" }, { type: "whatsapp.list" }]),
  ],
  ["Branch “vip” added to n6", field("n6", "config.branches.2", { name: "vip", rows: [row] })],
  ["Branch “b” removed from n6", field("n6", "config.branches.1", undefined)],
  ["Branch “a” of n6 renamed: “vip”", field("n6", "config.branches.0.name", "vip")],
  ["Branch “a” removed from n6", field("n6", "config.branches.0", undefined)],
  ["Wait For of n4 “Ask” changed: 'none' → 'read'", field("n4", "config.waitFor", "read")],
  ["Branch “b” of n6 changed", field("n6", "config.branches.1.rows.0.value", "2")],
  ["Branch of n6: order changed", field("n6", "config.branches", branches.toReversed())],
  ["n4 renamed: 'Ask' → 'Question'", field("n4", "name", "Question")],
  ["Actions on leaving n4 “Ask” changed", field("n4", "onLeave", [{ type: "log", value: "x" }])],
  ["Expiry of n4 “Ask” changed", field("n4", "config.expiry.seconds", 6), expiring],
  ["Notes on n4 “Ask” changed", field("n4", "note", "Be kind")],
  ["n8 “Bye” added: End", (draft) => addNode(draft, { type: "end", name: "Bye", position: { x: 0, y: 0 } })],
  [
    "Message of n5 “Answer” leads to n6",
    (draft) => connect(draft, { source: "n5", outcome: "whatsapp.mo", target: "n6" }),
  ],
  [
    "Success of n4 “Ask” leads to n6, before to n5 “Answer”",
    (draft) => connect(draft, { source: "n4", outcome: "onSuccess", target: "n6" }),
  ],
  ["Success of n4 “Ask” leads nowhere, before to n5 “Answer”", (draft) => disconnect(draft, "e2")],
  ["The flow renamed: 'Drawn' → 'Flow'", (draft) => setFlowField(draft, "name", "Flow")],
  ["The flow's description changed", (draft) => setFlowField(draft, "description", "New")],
  ["At most 5 nodes run in one conversation, before 1000", (draft) => setFlowField(draft, "maxNodeExecutions", 5)],
  ["Variable “city” added", (draft) => addVariable(draft, { name: "city" })],
  ["The flow's default for Error leads to n7 “Wait”", (draft) => setOutcomeDefault(draft, "onError", "n7")],
  ["1 sticky note changed", (draft) => addNote(draft, { position: { x: 0, y: 0 } })],
  ["1 node moved", (draft) => moveItems(draft, [{ id: "n4", position: { x: 1, y: 1 } }])],
])("it is told that: %s", (sentence, recipe, from = before) => {
  expect(sentences(recipe, from)).toEqual([sentence]);
});

test("a branch is known again by its conditions, each once", () => {
  const rows = [row];
  const same = edited(
    before,
    field(
      "n6",
      "config.branches",
      ["a", "b"].map((name) => ({ name, rows })),
    ),
  );
  const more = ["c", "d", "e"].map((name) => ({ name, rows }));
  expect(sentences(field("n6", "config.branches", more), same)).toEqual([
    "Branch “a” of n6 renamed: “c”",
    "Branch “b” of n6 renamed: “d”",
    "Branch “e” added to n6",
  ]);
  expect(sentences(field("n6", "config.branches", more.slice(0, 1)), same)).toEqual([
    "Branch “a” of n6 renamed: “c”",
    "Branch “b” removed from n6",
  ]);
});

test("what is gone is told too", () => {
  const after = edited(before, (draft) => {
    addVariable(draft, { name: "city" });
    setOutcomeDefault(draft, "onError", "n5");
    setNodeField(draft, { nodeId: "n5", path: ["config", "timeoutSeconds"], value: 30 });
  });
  expect(sentences((draft) => updateVariable(draft, "city", { default: 1 }), after)).toEqual([
    "Variable “city” changed",
  ]);
  expect(
    sentences((draft) => {
      removeVariable(draft, "city");
      setOutcomeDefault(draft, "onError", undefined);
      setNodeField(draft, { nodeId: "n5", path: ["config", "timeoutSeconds"], value: undefined });
    }, after),
  ).toEqual([
    "Variable “city” removed",
    "The flow's default for Error removed",
    "Timeout of n5 “Answer” removed: '30'",
  ]);
});

describe("the order of what is told", () => {
  const changes = describeChanges(
    before,
    edited(before, (draft) => {
      moveItems(
        draft,
        ["n4", "n5"].map((id) => ({ id, position: { x: 1, y: 1 } })),
      );
      setNodeField(draft, { nodeId: "n4", path: ["config", "message", "body"], value: "Hello" });
      setNodeField(draft, { nodeId: "n4", path: ["note"], value: "x" });
      removeItems(draft, { nodeIds: ["n7"] });
      setFlowField(draft, "name", "Flow");
    }),
    en,
  );

  test("is the flow, the nodes, then what changes nothing that it does", () => {
    expect(changes.map(({ text }) => text)).toEqual([
      "The flow renamed: 'Drawn' → 'Flow'",
      "Message of n4 “Ask” changed: 'Hi' → 'Hello'",
      "a of n6 leads nowhere, before to n7 “Wait”",
      "n7 “Wait” removed",
      "Notes on n4 “Ask” changed",
      "2 nodes moved",
    ]);
  });

  test("says which node each is about, and which are quiet", () => {
    expect(changes.map(({ nodeId, isQuiet }) => [nodeId, isQuiet])).toEqual([
      [undefined, false],
      ["n4", false],
      ["n6", false],
      ["n7", false],
      ["n4", true],
      [undefined, true],
    ]);
  });
});

test("a node of another type with the same id is another node", () => {
  const after = { ...before, nodes: before.nodes.map((node) => (node.id === "n7" ? { ...node, type: "end" } : node)) };
  expect(describeChanges(before, after, en).map(({ text }) => text)).toEqual([
    "n7 “Wait” added: End",
    "n7 “Wait” removed",
  ]);
});

test("a whole flow and one without anything are told", () => {
  const document = orderStatusDocument();
  const none = { ...document, nodes: [], edges: [] };
  expect(describeChanges(none, document, en)).toHaveLength(document.nodes.length);
  expect(describeChanges(document, none, en)).toHaveLength(document.nodes.length);
});
