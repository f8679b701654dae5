import { type NodeType, nodeDefinitions } from "@parley/flow";
import type { Json } from "@parley/messaging";
import fc from "fast-check";
import { current, type Draft } from "immer";
import { expect, test } from "vitest";
import { copyText, readClipboard } from "./clipboard.ts";
import {
  addAction,
  addNode,
  addNodeAfter,
  addNote,
  addVariable,
  alignItems,
  applyPositions,
  connect,
  disconnect,
  distributeItems,
  duplicate,
  insertOnEdge,
  moveAction,
  moveItems,
  paste,
  reconnect,
  removeAction,
  removeAndReconnect,
  removeItems,
  removeVariable,
  renameNode,
  setFlowField,
  setNodeField,
  setOutcomeDefault,
  updateNote,
  updateVariable,
} from "./commands/index.ts";
import { orderStatusDocument } from "./document.test-support.ts";
import { createEditor, type Editor } from "./editor.ts";
import type { FlowDocument } from "./flow-document.ts";
import { newDocument, openDocument, toDraft } from "./open-document.ts";
import { canConnect, outcomesOfNode } from "./outcomes.ts";
import { checkDocument } from "./problems.ts";

/*
 * The laws of a document, whatever is done to it and in whatever order:
 * 1. Ids are unique, and a new node never gets an id that anything names.
 * 2. Edges are whole: both ends exist, the source has the outcome, at most one for each, none leads to the Start.
 * 3. There is one Start.
 * 4. Undo gives back exactly what was before, and redo what was undone, step by step.
 * 5. Opening what was saved gives the same document.
 * 6. Whatever names a node that is gone is flagged.
 */

type DocumentDraft = Draft<FlowDocument>;

/** Chooses, by numbers that fast-check can shrink. */
type Choose = {
  readonly number: (below: number) => number;
  readonly of: <Item>(items: readonly Item[]) => Item;
  readonly some: <Item>(items: readonly Item[]) => Item[];
};

type Move = (draft: DocumentDraft, choose: Choose, document: FlowDocument) => unknown;

const types = (Object.keys(nodeDefinitions) as NodeType[]).filter((type) => type !== "start");

const words = ["", "vip", "Hello", "$(n3.receive.message)", "$(n4.send.messageId) $(order)", "$$(n3)", "$(order.id)"];

const place = (choose: Choose) => ({ x: choose.number(60) * 20 - 400, y: choose.number(60) * 20 - 400 });

const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

/** One value for each of the fields that people write, right and wrong. */
const fieldsByType: {
  readonly [type: string]: readonly (readonly [path: string, values: readonly (Json | undefined)[]])[];
} = {
  start: [
    ["config.trigger.event", ["whatsapp.mo", "whatsapp.list"]],
    ["config.trigger.conditions", [[], [{ variable: "$(whatsapp.message)", operator: "equals", value: "hi" }]]],
  ],
  receive: [
    ["config.events", [[], [{ type: "whatsapp.mo" }], [{ type: "whatsapp.list" }, { type: "whatsapp.mo" }]]],
    ["config.timeoutSeconds", [30, "$(order.wait)", undefined]],
  ],
  whatsapp: [
    ["config.message.body", words],
    ["config.message.previewUrl", [true, undefined]],
    ["config.waitFor", ["none", "submit", "delivery", "read", "nonsense", undefined]],
    ["config.expiry", [{ type: "seconds", seconds: 5 }, undefined]],
    ["config.expiry.seconds", [7]],
  ],
  "wait-for": [
    ["config.send", ["n3", "n4", "n5", "", undefined]],
    ["config.waitFor", ["submit", "read"]],
  ],
  branch: [
    ["config.branches.0.name", ["vip", "gold", "", "noneOfTheAbove"]],
    ["config.branches.1.name", ["vip", "silver"]],
    ["config.branches.1", [{ name: "vip", rows: [{ variable: "$(n3.receive.message)", operator: "in", values: [] }] }]],
    ["config.branches.0", [undefined]],
    [
      "config.branches",
      [
        [],
        null,
        [
          { name: "a", rows: [] },
          { name: "b", rows: [] },
        ],
      ],
    ],
  ],
  delay: [
    ["config.seconds", [1, "$(n5.delay.waitTime)", -1]],
    ["config", [{ until: { at: "2026-12-24T18:00", timeZone: "UTC" } }, { seconds: 5 }]],
  ],
  evaluate: [
    ["config.script", words],
    ["config.branches", [["low", "high"], ["low"], [], null]],
  ],
  "http-request": [
    ["config.url", words],
    ["config.body", [{ type: "json", text: "{}" }, { type: "none" }]],
    ["config.fields", [[{ name: "sku", path: "items[0].sku" }], []]],
  ],
  "data-parser": [
    ["config.source", words],
    ["config.fields", [[{ name: "sku", path: "sku" }], [], undefined]],
  ],
  profile: [
    ["config.action", ["fetch", "set", "delete", "nonsense"]],
    ["config.reads", [["city"], undefined]],
  ],
  "generate-otp": [["config.length", [4, 99, "", undefined]]],
  "validate-otp": [["config.generator", ["n3", "n4", ""]]],
  split: [["config.branches", [[], ["A", "C"].map((name) => ({ name, percent: 50 }))]]],
  "business-hours": [
    ["config.outside", ["branch", "wait"]],
    ["config.week.monday", [[], [{ from: "09:00", to: "17:00" }], [{ from: "", to: "9" }]]],
  ],
  end: [["config.result", ["error", "", undefined]]],
};

const pathOf = (path: string) => path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));

const moves: { readonly [name: string]: Move } = {
  addNode: (draft, choose) =>
    addNode(draft, { type: choose.of(types), position: place(choose), name: choose.of(words) }),
  addNodeAfter: (draft, choose, { nodes }) => {
    const node = choose.of(nodes);
    const outcomes = outcomesOfNode(node);
    if (outcomes.length === 0) return;
    addNodeAfter(draft, { nodeId: node.id, outcome: choose.of(outcomes).name, type: choose.of(types) });
  },
  insertOnEdge: (draft, choose, { edges }) => {
    if (edges.length > 0) insertOnEdge(draft, { edgeId: choose.of(edges).id, type: choose.of(types) });
  },
  removeItems: (draft, choose, { nodes, edges, notes }) =>
    removeItems(draft, {
      nodeIds: choose.some(ids(nodes)),
      edgeIds: choose.some(ids(edges)),
      noteIds: choose.some(ids(notes)),
    }),
  removeAndReconnect: (draft, choose, { nodes }) => removeAndReconnect(draft, choose.some(ids(nodes))),
  connect: (draft, choose, document) => {
    const source = choose.of(document.nodes);
    const outcome = outcomesOfNode(source).length === 0 ? "none" : choose.of(outcomesOfNode(source)).name;
    const edge = { source: source.id, outcome, target: choose.of(document.nodes).id };
    if (canConnect(document, edge)) connect(draft, edge);
  },
  disconnect: (draft, choose, { edges }) => {
    if (edges.length > 0) disconnect(draft, choose.of(edges).id);
  },
  reconnect: (draft, choose, document) => {
    if (document.edges.length === 0) return;
    const edge = choose.of(document.edges);
    const target = choose.of(document.nodes).id;
    if (canConnect(document, { ...edge, target })) reconnect(draft, { edgeId: edge.id, target });
    const source = choose.of(document.nodes);
    const outcome = outcomesOfNode(source)[0]?.name ?? "none";
    if (canConnect(document, { source: source.id, outcome, target })) {
      reconnect(draft, { edgeId: edge.id, source: source.id, outcome, target });
    }
  },
  moveItems: (draft, choose, { nodes, notes }) =>
    moveItems(
      draft,
      choose.some(ids([...nodes, ...notes])).map((id) => ({ id, position: place(choose) })),
    ),
  applyPositions: (draft, choose, { nodes }) =>
    applyPositions(draft, new Map(choose.some(ids(nodes)).map((id) => [id, place(choose)]))),
  alignItems: (draft, choose, { nodes, notes }) =>
    alignItems(
      draft,
      choose.some(ids([...nodes, ...notes])),
      choose.of(["left", "center", "right", "top", "middle", "bottom"] as const),
    ),
  distributeItems: (draft, choose, { nodes, notes }) =>
    distributeItems(draft, choose.some(ids([...nodes, ...notes])), choose.of(["horizontal", "vertical"] as const)),
  renameNode: (draft, choose, { nodes }) => renameNode(draft, choose.of(nodes).id, choose.of(words)),
  setNodeField: (draft, choose, { nodes }) => {
    const node = choose.of(nodes);
    const [path, values] = choose.of(fieldsByType[node.type] ?? []);
    const { branches } = node.config;
    const length = Array.isArray(branches) ? branches.length : 0;
    if (path.startsWith("config.branches.") && length === 0) return;
    setNodeField(draft, { nodeId: node.id, path: pathOf(path), value: choose.of(values) });
  },
  setNote: (draft, choose, { nodes }) =>
    setNodeField(draft, { nodeId: choose.of(nodes).id, path: ["note"], value: choose.of(words) }),
  addAction: (draft, choose, { nodes }) =>
    addAction(draft, {
      nodeId: choose.of(nodes).id,
      time: choose.of(["onEnter", "onLeave"] as const),
      action: choose.of([
        { type: "log", value: choose.of(words) },
        { type: "set-variable", name: "order", value: choose.of(words) },
      ] as const),
    }),
  removeAction: (draft, choose, { nodes }) =>
    removeAction(draft, { nodeId: choose.of(nodes).id, time: "onEnter", index: choose.number(3) }),
  moveAction: (draft, choose, { nodes }) =>
    moveAction(draft, { nodeId: choose.of(nodes).id, time: "onLeave", from: choose.number(3), to: choose.number(3) }),
  addVariable: (draft, choose) => addVariable(draft, { name: choose.of(["order", "n3", "has space", "choice"]) }),
  updateVariable: (draft, choose, { variables }) => {
    if (variables.length === 0) return;
    updateVariable(draft, choose.of(variables).name, { name: choose.of(["order", "basket", "n4", ""]), default: 1 });
  },
  removeVariable: (draft, choose, { variables }) => {
    if (variables.length > 0) removeVariable(draft, choose.of(variables).name);
  },
  setOutcomeDefault: (draft, choose, { nodes }) => {
    const target = choose.of(nodes);
    setOutcomeDefault(draft, choose.of(["onError", "onTimeout"]), target.type === "start" ? undefined : target.id);
  },
  setFlowField: (draft, choose) => {
    setFlowField(draft, "name", choose.of(words));
    setFlowField(draft, "maxNodeExecutions", choose.number(1000));
  },
  addNote: (draft, choose) => addNote(draft, { position: place(choose), text: choose.of(words) }),
  updateNote: (draft, choose, { notes }) => {
    if (notes.length > 0) updateNote(draft, choose.of(notes).id, { text: choose.of(words), width: 300 });
  },
  duplicate: (draft, choose, { nodes }) => duplicate(draft, choose.some(ids(nodes))),
  /** Through the text, as a person does it, into the same flow or as if from another one. */
  copyAndPaste: (draft, choose, document) => {
    const from = choose.number(2) === 0 ? document : { ...document, id: "other" };
    const text = copyText(from, {
      nodeIds: choose.some(ids(document.nodes)),
      noteIds: choose.some(ids(document.notes)),
    });
    const clipboard = readClipboard(text);
    expect(clipboard).toBeDefined();
    if (clipboard !== undefined) paste(draft, clipboard, { at: place(choose) });
  },
};

/** Chosen more often than the others, so that there is much to take away. */
const growing = [
  "addNodeAfter",
  "addNodeAfter",
  "insertOnEdge",
  "connect",
  "copyAndPaste",
  "setNodeField",
  "setNodeField",
];

/** What is done: one recipe of some moves, a gesture of some, or undo or redo. */
const someMoves = fc.array(
  fc.tuple(
    fc.constantFrom(...Object.keys(moves), ...growing),
    fc.array(fc.nat(997), { minLength: 1, maxLength: 12, size: "max" }),
  ),
  { minLength: 1, maxLength: 4, size: "max" },
);
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom("recipe" as const, "gesture" as const), steps: someMoves }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("undo" as const, "redo" as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

function chooserOf(seeds: readonly number[]): Choose {
  let index = 0;
  const number = (below: number): number => ((seeds[index++ % seeds.length] ?? 0) + index) % below;
  return {
    number,
    of: (items) => items[number(items.length)] as (typeof items)[number],
    some: (items) => {
      const [first, count] = [number(Math.max(1, items.length)), number(4)];
      return [...items.slice(first), ...items.slice(0, first)].slice(0, count);
    },
  };
}

function perform(editor: Editor, done: Action): void {
  if (done.type === "undo") editor.undo();
  if (done.type === "redo") editor.redo();
  if (done.type === "recipe")
    editor.edit({ label: "Recipe" }, (draft) => done.steps.forEach((step) => move(draft, step)));
  if (done.type === "gesture") {
    for (const step of done.steps) editor.edit({ label: "Gesture", gesture: "together" }, (draft) => move(draft, step));
  }
  editor.endGesture();
}

function move(draft: DocumentDraft, [name, seeds]: readonly [string, readonly number[]]): void {
  const before = current(draft) as FlowDocument;
  moves[name]?.(draft, chooserOf(seeds), before);
  expectFreshIds(before, current(draft) as FlowDocument);
}

test("every order of commands, undo and redo keeps the laws of a document", () => {
  let made = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(action, { minLength: 1, maxLength: 30, size: "max" }), (isNew, actions) => {
      const editor = createEditor(isNew ? newDocument({ id: "model", name: "Model" }) : orderStatusDocument());
      let [states, at] = [[editor.document()], 0];
      for (const done of actions) {
        const before = editor.document();
        perform(editor, done);
        const after = editor.document();
        if (done.type === "undo") at = Math.max(0, at - 1);
        else if (done.type === "redo") at = Math.min(states.length - 1, at + 1);
        else if (after !== before) states = [...states.slice(0, ++at), after];
        expect(after).toEqual(states[at]);
        expectLaws(after);
        made = Math.max(made, after.nodes.length);
      }
      expectUndoAndRedo(editor, states, at);
    }),
    { numRuns: 150 },
  );
  expect(made).toBeGreaterThan(20);
}, 60_000);

/** Law 1, of ids that came. */
function expectFreshIds(before: FlowDocument, after: FlowDocument): void {
  const known = new Set(ids(before.nodes));
  const named = JSON.stringify(before.nodes.map(({ config, onEnter, onLeave }) => [config, onEnter, onLeave]));
  for (const id of ids(after.nodes).filter((other) => !known.has(other))) {
    expect(id).toMatch(/^n[1-9]\d*$/);
    expect(named).not.toMatch(new RegExp(`(?<!\\$)\\$\\(${id}\\.|"send":"${id}"`));
  }
}

function expectLaws(document: FlowDocument): void {
  expectUnique(ids([...document.nodes, ...document.notes]));
  expectUnique(ids(document.edges));
  expectUnique(document.variables.map(({ name }) => name));
  expect(document.nodes.filter(({ type }) => type === "start")).toHaveLength(1);
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  expectUnique(document.edges.map(({ source, outcome }) => JSON.stringify([source, outcome])));
  for (const { source, outcome, target } of document.edges) {
    const from = nodes.get(source);
    expect(from && outcomesOfNode(from).map(({ name }) => name)).toContain(outcome);
    expect(nodes.get(target)?.type ?? "start").not.toBe("start");
  }
  for (const { target } of Object.values(document.settings.outcomeDefaults)) expect(nodes.has(target)).toBe(true);
  expect(openDocument(JSON.parse(JSON.stringify(toDraft(document))))).toEqual(document);
  expectFlagged(document);
}

/** Law 6. */
function expectFlagged(document: FlowDocument): void {
  const known = new Set(ids(document.nodes));
  const flagged = new Set(checkDocument(document).map(({ nodeId }) => nodeId));
  for (const { id, config, onEnter, onLeave } of document.nodes) {
    const read = JSON.stringify([config, onEnter, onLeave]).matchAll(/(?<!\$)\$\((n\d+)\.|"send":"(n\d+)"/g);
    for (const [, variable, send] of read) if (!known.has(variable ?? send ?? "")) expect(flagged).toContain(id);
  }
}

/** Law 4, from the last state to the first and back. */
function expectUndoAndRedo(editor: Editor, states: readonly FlowDocument[], at: number): void {
  for (let index = at; index > 0; index--) {
    editor.undo();
    expect(editor.document()).toEqual(states[index - 1]);
  }
  for (const state of states.slice(1)) {
    editor.redo();
    expect(editor.document()).toEqual(state);
  }
  expect(editor.store.getState().redoLabel).toBeUndefined();
}

function expectUnique(values: readonly string[]): void {
  expect(new Set(values).size).toBe(values.length);
}
