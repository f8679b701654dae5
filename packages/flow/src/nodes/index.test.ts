import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { configProblems, makeNode, startConfig } from "../flow.test-support.ts";
import {
  configProblemsOf,
  type FlowNode,
  flowNodeSchema,
  isNodeType,
  type NodeType,
  nodeDefinitions,
  outcomesOf,
  outputsOf,
  referencesOf,
  templatesOf,
} from "./index.ts";

/** The least that each type may be drawn with. */
const examples = {
  start: startConfig,
  receive: { events: [{ type: "whatsapp.mo" }] },
  whatsapp: { message: { type: "text", body: "Hello" } },
  "wait-for": { send: "n4", waitFor: "read" },
  branch: { branches: [{ name: "Yes", rows: [{ variable: "$(a)", operator: "equals", value: "yes" }] }] },
  delay: { seconds: 5 },
  "business-hours": { timeZone: "Europe/Amsterdam", week: {} },
  split: {
    branches: [
      { name: "A", percent: 50 },
      { name: "B", percent: 50 },
    ],
  },
  evaluate: { script: "1" },
  "http-request": { url: "https://example.com" },
  "data-parser": { source: "$(http.responseBody)", fields: [{ name: "sku", path: "order.sku" }] },
  profile: {},
  "generate-otp": {},
  "validate-otp": { generator: "n4", code: "$(receive.message)" },
  end: {},
} satisfies Record<NodeType, unknown>;

const types = Object.keys(nodeDefinitions) as NodeType[];

describe("every node type", () => {
  test("is one that the schema reads, and the other way round", () => {
    expect(types.length).toBeGreaterThanOrEqual(15);
    expect(types.toSorted()).toEqual(flowNodeSchema.options.map((option) => option.shape.type.value).toSorted());
  });

  test.each(types)("%s has a test file of its own", (type) => {
    expect(existsSync(new URL(`./${type}.test.ts`, import.meta.url))).toBe(true);
  });

  test.each(types)("%s has outcomes of different names, and fallbacks among them", (type) => {
    const outcomes = outcomesOf(makeNode(type, examples[type]));
    const names = outcomes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.includes("onError")).toBe(type !== "start" && type !== "end");
    for (const { fallback } of outcomes) expect(fallback === undefined || names.includes(fallback)).toBe(true);
  });

  test.each(types)("%s shows its outcomes green first, red last", (type) => {
    const colours = outcomesOf(makeNode(type, examples[type])).map(({ colour }) =>
      ["green", "amber", "red"].indexOf(colour),
    );
    expect(colours).toEqual(colours.toSorted((left, right) => left - right));
  });

  test.each(types)("%s takes no field that is unknown", (type) => {
    const config = { ...examples[type], surprise: 1 };
    expect(flowNodeSchema.safeParse({ id: "n3", type, config }).success).toBe(false);
    expect(flowNodeSchema.safeParse({ id: "n3", type, config: examples[type], surprise: 1 }).success).toBe(false);
  });

  test.each(types)("%s has a name, a position and transition actions, whether drawn or not", (type) => {
    expect(makeNode(type, examples[type])).toMatchObject({
      name: "",
      position: { x: 0, y: 0 },
      onEnter: [],
      onLeave: [],
    });
  });
});

describe("a new node", () => {
  /** What is still to be filled in, by type. */
  const open: { readonly [type: string]: readonly string[] } = {
    whatsapp: ["config.message.body is empty; write the text to send"],
    "wait-for": ["config.send is empty; choose the node whose message is waited for"],
    evaluate: ["config.script is empty; write a script"],
    "http-request": ["config.url is empty; give a URL such as https://example.com/orders"],
    "data-parser": ["config.source is empty; name what is parsed, such as $(http.responseBody)"],
  };

  test.each(types)("%s lacks nothing but what its author must say", (type) => {
    expect(configProblems(type, nodeDefinitions[type].newConfig)).toEqual(open[type] ?? []);
  });

  test.each(types.filter((type) => open[type] === undefined))("%s has every field that the schema fills in", (type) => {
    expect(makeNode(type, nodeDefinitions[type].newConfig).config).toEqual(nodeDefinitions[type].newConfig);
  });

  test.each(types)("%s has outcomes and outputs like any other", (type) => {
    const node = { ...makeNode(type, examples[type]), config: nodeDefinitions[type].newConfig } as FlowNode;
    expect(outcomesOf(node).map(({ colour }) => colour)).toEqual(
      type === "end" ? [] : outcomesOf(makeNode(type, examples[type])).map(({ colour }) => colour),
    );
    expect(outputsOf(node).length > 0).toBe(type !== "end" && type !== "wait-for");
  });

  test("is of a type that has a name, and no other", () => {
    expect(types.every(isNodeType)).toBe(true);
    expect(["teleport", "", "toString", "__proto__"].some(isNodeType)).toBe(false);
  });
});

describe("what a node says of itself", () => {
  const set = { type: "set-variable", name: "answer", value: "$(receive.message)" };
  const log = { type: "log", value: "left at $(ts)" };

  test("has each template with its place, transition actions last", () => {
    const node = makeNode("delay", { seconds: "$(wait)" }, { onEnter: [log], onLeave: [set, log] });
    expect(templatesOf(node)).toEqual([
      { field: "config.seconds", source: "$(wait)" },
      { field: "onEnter[0].value", source: "left at $(ts)" },
      { field: "onLeave[0].value", source: "$(receive.message)" },
      { field: "onLeave[1].value", source: "left at $(ts)" },
    ]);
  });

  test("has each reference with its place", () => {
    expect(referencesOf(makeNode("wait-for", examples["wait-for"]))).toMatchObject([
      { field: "config.send", nodeId: "n4", type: "whatsapp" },
    ]);
    expect(referencesOf(makeNode("end", {}))).toEqual([]);
  });

  test("has each problem with its place", () => {
    const node = makeNode("whatsapp", { ...examples.whatsapp, timeoutSeconds: 5 });
    expect(configProblemsOf(node)).toMatchObject([{ code: "useless-timeout", field: "config.timeoutSeconds" }]);
    expect(configProblemsOf(makeNode("end", {}))).toEqual([]);
  });

  test("has outputs only where it puts out something", () => {
    expect(outputsOf(makeNode("delay", examples.delay))).toEqual(["delay.waitTime"]);
    expect(outputsOf(makeNode("end", {}))).toEqual([]);
  });
});
