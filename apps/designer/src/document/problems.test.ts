import { checkFlow, parseFlow } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { addVariable, removeItems, setNodeField } from "./commands/index.ts";
import { drawn, edited, nodeOf, orderStatusDocument } from "./document.test-support.ts";
import type { FlowDocument } from "./flow-document.ts";
import { newDocument, openDocument } from "./open-document.ts";
import { checkNode } from "./check-node.ts";
import { checkDocument } from "./problems.ts";

/** Each problem as `code node field`. */
function problems(document: FlowDocument): string[] {
  return checkDocument(document).map(({ code, nodeId, field }) => `${code} ${nodeId ?? "-"} ${field ?? "-"}`);
}

describe("the problems of a document", () => {
  test("are none for a flow that has nothing but its Start", () => {
    const blank = newDocument({ id: "blank", name: "Blank" });
    expect(problems(blank)).toEqual([]);
    expect(problems(edited(blank, (draft) => addVariable(draft)))).toEqual([]);
    const wrong = [{ variable: "$(nothing)", operator: "equals", value: "" }];
    const path = ["config", "trigger", "conditions"];
    expect(problems(edited(blank, (draft) => setNodeField(draft, { nodeId: "n2", path, value: wrong })))).toEqual([
      "unknown-variable n2 config.trigger.conditions[0].variable",
    ]);
  });

  test("are those of the flow package where the document is a flow", () => {
    const document = edited(orderStatusDocument(), (draft) => removeItems(draft, { nodeIds: ["n15", "n4"] }));
    const parsed = parseFlow(document);
    expect(checkDocument(document)).toEqual(parsed.ok && checkFlow(parsed.flow));
    expect(checkDocument(document).length).toBeGreaterThan(5);
    expect(problems(orderStatusDocument())).toEqual([]);
  });

  test("are told elsewhere too when one node holds a wrong value", () => {
    const document = drawn(
      [
        { id: "n3", type: "whatsapp" },
        { id: "n4", type: "delay", config: { seconds: "$(nothing)" } },
        { id: "n5", type: "end" },
      ],
      ["n2 onBegin n3", "n3 onSuccess n4"],
      {
        settings: {
          outcomeDefaults: { onError: { target: "n5" }, onPolicyFail: { target: "n5" } },
          maxNodeExecutions: 5,
        },
      },
    );
    expect(problems(document)).toEqual([
      "schema n3 config.message.body",
      "outcome-unwired n4 onTimeout",
      "unknown-variable n4 config.seconds",
    ]);
  });

  test("are told once for each field", () => {
    const document = drawn([{ id: "n3", type: "wait-for" }], ["n2 onBegin n3"]);
    expect(problems(document).filter((problem) => problem.endsWith("config.send"))).toEqual(["schema n3 config.send"]);
  });

  test("do not lose the ways of branches that share a name for a while", () => {
    const rows = [{ variable: "$(receive.message)", operator: "equals", value: "1" }];
    const config = { branches: ["a", "a"].map((name) => ({ name, rows })) };
    const nodes = [
      { id: "n3", type: "branch" as const, config },
      { id: "n4", type: "end" as const },
    ];
    const document = drawn(nodes, ["n2 onBegin n3", "n3 a (2) n4"]);
    expect(problems(document)).toEqual(["schema n3 config.branches"]);
  });

  test("name a type that is not known, and nothing behind it is out of reach", () => {
    const known = drawn(
      [
        { id: "n3", type: "end" },
        { id: "n4", type: "end" },
      ],
      ["n2 onBegin n3"],
    );
    const document = openDocument({
      ...known,
      nodes: known.nodes.map((node) => (node.id === "n3" ? { ...node, type: "fax", config: {} } : node)),
      edges: [...known.edges, { id: "e2", source: "n3", outcome: "onJam", target: "n4" }],
    });
    expect(problems(document)).toEqual(["schema n3 type"]);
  });

  test("name what is wrong with the flow as a whole", () => {
    const document = { ...orderStatusDocument(), name: "", variables: [{ name: "a b", description: "", default: "" }] };
    expect(problems(document).slice(0, 2)).toEqual(["schema - name", "schema - variables[0].name"]);
  });

  test("never throw, whatever a config holds", () => {
    for (const value of [null, 5, "x", [], [null], [[5]], { a: null }]) {
      const document = drawn(
        (["receive", "whatsapp", "wait-for", "branch", "delay", "end"] as const).map((type, index) => {
          const fields = ["events", "message", "send", "branches", "seconds", "result", "waitFor", "timeoutSeconds"];
          return { id: `n${index + 3}`, type, config: Object.fromEntries(fields.map((field) => [field, value])) };
        }),
      );
      expect(problems(document).filter((problem) => problem.startsWith("schema")).length).toBeGreaterThan(5);
    }
  });
});

test("the problems of one node are worked out once", () => {
  const node = nodeOf(drawn([{ id: "n3", type: "whatsapp" }]), "n3");
  expect(checkNode(node).map(({ field }) => field)).toEqual(["config.message.body"]);
  expect(checkNode(node)).toBe(checkNode(node));
  expect(checkNode(nodeOf(orderStatusDocument(), "n3"))).toEqual([]);
});
