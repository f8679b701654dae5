import { flowDraftSchema, flowIdSchema, parseFlow } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { edgesOf, orderStatusDocument, orderStatusDraft } from "./document.test-support.ts";
import { freeFlowId, newDocument, openDocument, toDraft } from "./open-document.ts";

const head = { format: "parley.flow/1", id: "draft", name: "Draft" };
const start = { id: "n2", type: "start" };

describe("opening a draft", () => {
  test("gives what the schema makes of a flow that is right", () => {
    const parsed = parseFlow(orderStatusDraft());
    expect(parsed.ok && parsed.flow).toEqual(orderStatusDocument());
  });

  test("fills in every field that is missing, within configs too", () => {
    const row = { variable: "$(a)", operator: "equals", value: "1" };
    const { nodes, ...rest } = openDocument({
      ...head,
      nodes: [start, { id: "n3", type: "branch", config: { branches: [{ name: "a", rows: [row, row] }] } }],
    });
    expect(rest).toEqual({
      ...head,
      description: "",
      settings: { outcomeDefaults: {}, maxNodeExecutions: 1000 },
      variables: [],
      edges: [],
      notes: [],
    });
    expect(nodes[0]).toEqual({
      ...start,
      name: "",
      position: { x: 0, y: 0 },
      config: {
        trigger: { type: "whatsapp", event: "whatsapp.mo", conditions: [] },
        interruptsLiveConversations: false,
      },
      onEnter: [],
      onLeave: [],
      note: "",
    });
    expect(nodes[1]?.config).toEqual({ branches: [{ name: "a", rows: [1, 2].map(() => ({ ...row, join: "and" })) }] });
  });

  test("keeps nodes of unknown types, their fields and their edges", () => {
    const fax = { id: "n3", type: "fax", config: { number: [1] }, retries: 3 };
    const document = openDocument({
      ...head,
      nodes: [start, fax],
      edges: [{ id: "e1", source: "n3", outcome: "onJam", target: "n3" }],
    });
    expect(document.nodes[1]).toMatchObject(fax);
    expect(edgesOf(document)).toEqual(["n3 onJam n3"]);
  });

  test("keeps values that are wrong, and fields that nobody knows", () => {
    const config = { message: { type: "text", body: 5, colour: "red" }, waitFor: "never" };
    const document = openDocument({ ...head, nodes: [start, { id: "n3", type: "whatsapp", config }], owner: "me" });
    expect(document.nodes[1]?.config).toEqual({
      ...config,
      destinationType: "waId",
      destination: "",
      contextId: "",
      identityKeyHash: "",
      correlationId: "",
      callbackData: "",
      notifyUrl: "",
      message: { ...config.message, previewUrl: false },
    });
    expect(document).toMatchObject({ owner: "me" });
  });

  test("adds nothing to an object of another kind than a new node has", () => {
    const rows = [{ variable: "$(a)", operator: "in", values: [] }];
    const document = openDocument({
      ...head,
      nodes: [start, { id: "n3", type: "branch", config: { branches: [{ name: "a", rows }] } }],
    });
    expect(document.nodes[1]?.config).toEqual({ branches: [{ name: "a", rows }] });
  });

  test("leaves out edges that nobody could see, without an end, and keeps those by an outcome that the node has not", () => {
    const edge = { id: "e1", source: "n2", outcome: "onBegin", target: "n3" };
    const end = { id: "n3", type: "end" };
    const edges = [edge, { ...edge, target: "n9" }, { ...edge, source: "n9" }, { ...edge, outcome: "x" }, { id: "e5" }];
    expect(edgesOf(openDocument({ ...head, nodes: [start, end], edges }))).toEqual(["n2 onBegin n3", "n2 x n3"]);
  });

  test("gives ids of their own to what has another's, and to notes that are called like nodes", () => {
    const edge = { id: "e1", source: "n2", outcome: "onBegin", target: "n3" };
    const { nodes, edges, notes } = openDocument({
      ...head,
      nodes: [start, { id: "n3", type: "end" }, { id: "n3", type: "end" }],
      edges: [edge, { ...edge, target: "n2" }],
      notes: [{ id: "n3", text: "a" }, { id: "n99" }, { id: "note1" }, { text: "b" }],
    });
    expect(nodes.map(({ id }) => id)).toEqual(["n2", "n3", "n4"]);
    expect(edges.map(({ id }) => id)).toEqual(["e1", "e2"]);
    expect(notes.map(({ id }) => id)).toEqual(["note2", "note3", "note1", "note4"]);
    expect(notes[0]).toEqual({ id: "note2", text: "a", position: { x: 0, y: 0 }, width: 200, height: 120 });
  });

  test.each([undefined, null, 5, "flow", [], {}, { nodes: 5, settings: [] }, { nodes: [null, 5, {}], notes: [null] }])(
    "never throws: %j",
    (draft) => {
      expect(openDocument(draft)).toMatchObject({ format: "parley.flow/1", nodes: [], edges: [] });
    },
  );

  test("leaves out what is nested deeper than a flow may be, and keeps what is nested as deep as it may", () => {
    const nest = (levels: number): unknown => {
      let value: unknown = 1;
      for (let level = 0; level < levels; level++) value = [value];
      return value;
    };
    const deep = { name: "deep", default: nest(100) };
    expect(openDocument({ ...head, variables: [deep] }).variables).toEqual([{ ...deep, description: "" }]);
    expect(openDocument({ ...head, variables: [{ name: "deeper", default: nest(50_000) }] }).variables).toEqual([]);
  });

  test("is undone by saving", () => {
    const document = orderStatusDocument();
    const draft = toDraft(document);
    expect(flowDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(openDocument(JSON.parse(JSON.stringify(draft)))).toEqual(document);
  });

  test("gives a document that nothing can change in place", () => {
    const document = orderStatusDocument();
    expect(Object.isFrozen(document.nodes[3]?.config)).toBe(true);
  });
});

test("a new flow has a Start and nothing else", () => {
  const document = newDocument({ id: "a", name: "A" });
  expect(document).toMatchObject({ id: "a", name: "A", edges: [], variables: [], notes: [] });
  expect(document.nodes.map(({ id, type }) => [id, type])).toEqual([["n2", "start"]]);
});

describe("the id of a new flow", () => {
  test.each([
    ["Order status", [], "order-status"],
    ["Größe & Café", [], "grosse-cafe"],
    ["!?", [], "flow"],
    ["Order status", ["order-status", "order-status-2"], "order-status-3"],
    ["x".repeat(200), ["x".repeat(55)], `${"x".repeat(55)}-2`],
    [`${"x".repeat(54)} y`, [], "x".repeat(54)],
  ])("of %j beside %j is %s", (name, taken, id) => {
    expect(freeFlowId(name, new Set(taken))).toBe(id);
    expect(flowIdSchema.safeParse(id).success).toBe(true);
  });
});
