import { describe, expect, test } from "vitest";
import { makeFlow, start, startConfig } from "./flow.test-support.ts";
import { flowDraftSchema, flowFormat, flowIdSchema, parseFlow, parseNode } from "./flow.ts";
import { flowLimits } from "./limits.ts";

const head = { format: flowFormat, id: "order-status", name: "Order status" };
const node = { id: "n2", type: "start", config: startConfig };

/** Each issue as `node | field | sentence`. */
function issues(input: unknown): string[] {
  const parsed = parseFlow(input);
  if (parsed.ok) return [];
  for (const { severity, code } of parsed.issues)
    expect({ severity, code }).toEqual({ severity: "error", code: "schema" });
  return parsed.issues.map(({ nodeId, field, message }) => `${nodeId ?? "-"} | ${field} | ${message}`);
}

describe("a flow that is read", () => {
  test("needs no more than its head and its nodes", () => {
    expect(parseFlow({ ...head, nodes: [node] })).toEqual({
      ok: true,
      flow: {
        ...head,
        description: "",
        settings: { outcomeDefaults: {}, maxNodeExecutions: 1_000 },
        variables: [],
        nodes: [expect.objectContaining({ id: "n2", name: "", position: { x: 0, y: 0 }, onEnter: [], onLeave: [] })],
        edges: [],
        notes: [],
      },
    });
  });

  test("is read the same from what was read before", () => {
    const flow = makeFlow({
      settings: { outcomeDefaults: { onError: { target: "n3" } }, maxNodeExecutions: 5 },
      variables: [{ name: "answer", default: { a: [1] } }],
      notes: [{ id: "a", text: "why", position: { x: 0, y: -40 } }],
    });
    expect(parseFlow(JSON.parse(JSON.stringify(flow)))).toEqual({ ok: true, flow });
  });

  test("may be large", () => {
    const nodes = Array.from({ length: flowLimits.nodes }, (_, index) => ({
      id: `n${index + 2}`,
      type: "end",
      config: {},
    }));
    expect(issues({ ...head, nodes })).toEqual([]);
    expect(issues({ ...head, nodes: [...nodes, node] })).toEqual([
      "- | nodes | nodes has 5001 entries; it must have at most 5000.",
    ]);
  });

  test("loses a default for __proto__", () => {
    const settings = JSON.parse('{"outcomeDefaults": {"__proto__": {"target": "n2"}}}');
    const parsed = parseFlow({ ...head, nodes: [node], settings });
    expect(parsed.ok && Object.keys(parsed.flow.settings.outcomeDefaults)).toEqual([]);
  });
});

describe("what keeps an input from being a flow", () => {
  test.each<[unknown, string[]]>([
    [undefined, ["- |  | The flow is missing; it must be an object."]],
    [null, ["- |  | The flow is null; it must be an object."]],
    ["{}", ["- |  | The flow is a string; it must be an object."]],
    [
      {},
      [
        '- | format | format is missing; it must be "parley.flow/1".',
        "- | id | id is missing; it must be a string.",
        "- | name | name is missing; it must be a string.",
        "- | nodes | nodes is missing; it must be an array.",
      ],
    ],
    [
      { ...head, format: "parley.flow/2", nodes: [] },
      ['- | format | format is "parley.flow/2"; it must be "parley.flow/1".'],
    ],
    [{ ...head, nodes: [], edge: [] }, ['- |  | The flow has the unknown field "edge"; remove or correct it.']],
    [{ ...head, nodes: [], name: "" }, ["- | name | name is 0 characters long; it must be at least 1."]],
  ])("is said of %j", (input, sentences) => {
    expect(issues(input)).toEqual(sentences);
  });

  test("is said with the node and the field within it", () => {
    const nodes = [
      node,
      { id: "n3", type: "whatsapp", config: { message: { type: "text", body: "" } } },
      { id: "n4", type: "fax", config: {} },
      {
        id: "n5",
        type: "delay",
        config: { seconds: "soon" },
        onLeave: [{ type: "set-variable", name: "key", value: "" }],
      },
      { id: "n6", type: "end", config: {}, colour: "red" },
    ];
    expect(issues({ ...head, nodes })).toEqual([
      "n3 | config.message.body | config.message.body is empty; write the text to send.",
      'n4 | type | type is "fax"; it must be "start", "receive", "whatsapp", "wait-for", "branch", "delay", "business-hours", "split", "evaluate", "http-request", "data-parser", "profile", "generate-otp", "validate-otp" or "end".',
      "n5 | config.seconds | config.seconds must be a number of seconds or an expression, such as 30 or $(waitSeconds).",
      "n5 | onLeave[0].name | onLeave[0].name is a reserved name; choose another, such as one with my_ before it.",
      'n6 |  | The node has the unknown field "colour"; remove or correct it.',
    ]);
  });

  test("is said with the place in the list, when a node has no id", () => {
    const nodes = [3, { type: "end", config: {} }, { id: 7, type: "end", config: {} }];
    expect(issues({ ...head, nodes })).toEqual([
      "- | nodes[0] | nodes[0] is 3; it must be an object.",
      "- | nodes[1].id | nodes[1].id is missing; it must be a string.",
      "- | nodes[2].id | nodes[2].id is 7; it must be a string.",
    ]);
  });

  test("is said of edges, variables, settings and notes with their place", () => {
    const input = {
      ...head,
      nodes: [node],
      edges: [{ id: "e1", source: "n2", outcome: "", target: "3" }],
      variables: [{ name: "my order" }],
      settings: { outcomeDefaults: { "whatsapp.mo": { target: "end" } }, maxNodeExecutions: 1_001 },
      notes: [{ id: "a", text: "why", position: { x: 0, y: 0 }, width: 0 }],
    };
    const name = "must be letters, digits and _, begin with a letter or _, and have at most 100 characters";
    const defaults = 'settings.outcomeDefaults["whatsapp.mo"].target';
    expect(issues(input).toSorted()).toEqual(
      [
        "- | edges[0].outcome | edges[0].outcome is 0 characters long; it must be at least 1.",
        "- | edges[0].target | edges[0].target must be n and a number, such as n3.",
        `- | variables[0].name | variables[0].name ${name}.`,
        `- | ${defaults} | ${defaults} must be n and a number, such as n3.`,
        "- | settings.maxNodeExecutions | settings.maxNodeExecutions is 1001; it must be at most 1000.",
        "- | notes[0].width | notes[0].width is 0; it must be more than 0.",
      ].toSorted(),
    );
  });

  test("is said, and breaks nothing, when the input is nested without end", () => {
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(issues({ ...head, nodes: [node], variables: [{ name: "deep", default: deep }] })).toEqual([
      "- | variables[0].default | variables[0].default is nested too deep; at most 100 levels are allowed.",
    ]);
    expect(issues({ ...head, nodes: deep })).toEqual(["- | nodes[0] | nodes[0] is an array; it must be an object."]);
  });
});

describe("the id of a flow", () => {
  test.each(["order-status", "a", "2", "a".repeat(63)])("may be %s", (id) => {
    expect(flowIdSchema.safeParse(id).success).toBe(true);
  });

  test.each(["", "-a", "Order", "a b", "../a", "a/b", "a".repeat(64)])("may not be %j", (id) => {
    expect(flowIdSchema.safeParse(id).success).toBe(false);
  });
});

describe("a draft", () => {
  test("may be unfinished in everything but its head", () => {
    const draft = {
      ...head,
      description: "",
      nodes: [
        { id: "n2", type: "start", config: {}, colour: "red" },
        { id: "?", type: "fax" },
      ],
      edges: [{ id: "e1", source: "n2" }],
      settings: { anything: true },
    };
    expect(flowDraftSchema.parse(draft)).toEqual(draft);
  });

  test("is any flow that is finished", () => {
    const flow = makeFlow({ nodes: [start] });
    expect(flowDraftSchema.parse(flow)).toEqual(flow);
  });

  test.each<object>([
    { format: "other/1" },
    { id: "Order Status" },
    { name: "" },
    { nodes: undefined },
    { nodes: [{ id: "n2" }] },
    { nodes: Array.from({ length: flowLimits.nodes + 1 }, () => node) },
    { edges: "none" },
  ])("is not %j", (change) => {
    expect(flowDraftSchema.safeParse({ ...head, nodes: [node], ...change }).success).toBe(false);
  });
});

describe("one node alone", () => {
  test("is read with its defaults", () => {
    const parsed = parseNode(node);
    expect(parsed).toMatchObject({ ok: true, node: { ...node, name: "", onEnter: [], note: "" } });
  });

  test("is told of as it would be among the others", () => {
    const wrong = { id: "n3", type: "delay", config: { seconds: -1 }, name: 5 };
    const alone = parseNode(wrong);
    const among = parseFlow({ ...head, nodes: [node, wrong] });
    expect(alone.ok || alone.issues.map(({ nodeId, field }) => [nodeId, field])).toEqual([
      ["n3", "name"],
      ["n3", "config.seconds"],
    ]);
    expect(!alone.ok && !among.ok && alone.issues).toEqual(!among.ok && among.issues);
  });
});
