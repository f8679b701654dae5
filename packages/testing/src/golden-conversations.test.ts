import { type NodeType, nodeDefinitions, outcomesOf } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { describeGoldenConversations } from "./describe-golden-conversations.ts";
import { drawFlow } from "./draw-flow.ts";

const files = describeGoldenConversations(new URL("../conversations/", import.meta.url));

const rows = [{ variable: "$(receive.message)", operator: "equals", value: "x" }];
const message = { type: "text", body: "Hello" };
const events = ["whatsapp.mo", "whatsapp.postback", "whatsapp.list", "whatsapp.reply"].map((type) => ({ type }));

/** Configs that have between them every outcome that a type can have; named branches stand for any. */
const configs = {
  start: [{ trigger: { type: "whatsapp", event: "whatsapp.mo" } }],
  receive: [{ events, timeoutSeconds: 60 }],
  whatsapp: ["none", "submit", "delivery", "read"].map((waitFor) => ({ message, waitFor })),
  "wait-for": ["submit", "delivery", "read"].map((waitFor) => ({ send: "n4", waitFor })),
  branch: [{ branches: ["first", "second"].map((name) => ({ name, rows })) }],
  delay: [{ seconds: 60 }],
  end: [{}],
} satisfies Record<NodeType, readonly object[]>;

/** Outcomes that the catalogue gives every node and that nothing can cause yet: a condition that cannot be read is false, with a warning. */
const neverTaken: readonly string[] = ["branch onError"];

describe("It is true of every node type that", () => {
  for (const type of Object.keys(nodeDefinitions) as NodeType[]) {
    const cases = files.filter(({ folder }) => folder === type);

    test(`${type} has a golden conversation for each outcome`, () => {
      expect(cases.length).toBeGreaterThan(0);
      const taken = cases.flatMap(({ flow, play }) => {
        const types = new Map(flow.nodes.map((node) => [node.id, node.type]));
        return play().journal.flatMap((entry) =>
          entry.type === "node-left" && types.get(entry.nodeId) === type ? [`${type} ${entry.outcome}`] : [],
        );
      });
      const possible = configs[type].flatMap((config) =>
        outcomesOf(nodeOf(type, config)).map(({ name }) => `${type} ${name}`),
      );
      const missing = new Set(possible).difference(new Set(taken));
      expect([...missing].sort()).toEqual(neverTaken.filter((outcome) => outcome.startsWith(`${type} `)));
    });
  }

  test("its golden conversations stand in a folder of its name", () => {
    expect([...new Set(files.map(({ folder }) => folder))].sort()).toEqual(Object.keys(nodeDefinitions).sort());
  });
});

function nodeOf(type: NodeType, config: object) {
  const send = { id: "n4", type: "whatsapp", config: { message } } as const;
  const { nodes } = drawFlow({
    nodes: type === "start" ? [{ id: "n3", type, config }] : [send, { id: "n3", type, config }],
    edges: [],
  });
  const node = nodes.find(({ id }) => id === "n3");
  if (node === undefined) throw new Error("The drawn node is in the flow.");
  return node;
}
