import { describe, expect, test } from "vitest";
import { drawn, edited, nodeOf, orderStatusDocument, result } from "../document.test-support.ts";
import { addVariable, removeVariable, setFlowField, setOutcomeDefault, updateVariable } from "./flow.ts";
import { addNote, updateNote } from "./notes.ts";

const document = drawn(
  [
    {
      id: "n3",
      type: "whatsapp",
      config: { message: { type: "text", body: "$(order.id) of $(orders), $$(order) $(n2.whatsapp.order)" } },
    },
    { id: "n4", type: "end" },
  ],
  [],
  { variables: ["order", "orders"].map((name) => ({ name, description: "", default: "" })) },
);
const set = { type: "set-variable", name: "order", value: "$(order)!" } as const;
const acting = edited(document, (draft) => {
  draft.nodes[1]?.onEnter.push({ ...set });
});
const names = ({ variables }: typeof document) => variables.map(({ name }) => name);

describe("a variable", () => {
  test("is added with its name, or with a free one", () => {
    const [after, given] = result(document, (draft) => [
      addVariable(draft, { name: "city", description: "Where", default: [1] }),
      addVariable(draft),
      addVariable(draft, { name: "order" }),
      addVariable(draft, { name: "not a name" }),
    ]);
    expect(given).toEqual(["city", "variable1", "variable2", "variable3"]);
    expect(names(after)).toEqual(["order", "orders", ...given]);
    expect(after.variables[2]).toEqual({ name: "city", description: "Where", default: [1] });
  });

  test("is renamed with every expression that reads it and every action that sets it", () => {
    const [after, name] = result(acting, (draft) => updateVariable(draft, "order", { name: "basket" }));
    expect(name).toBe("basket");
    expect(names(after)).toEqual(["basket", "orders"]);
    expect(nodeOf(after, "n3").config["message"]).toMatchObject({
      body: "$(basket.id) of $(orders), $$(order) $(n2.whatsapp.order)",
    });
    expect(nodeOf(after, "n3").onEnter).toEqual([{ type: "set-variable", name: "basket", value: "$(basket)!" }]);
    expect(nodeOf(after, "n4")).toBe(nodeOf(acting, "n4"));
  });

  test.each(["orders", "", "a b", "n3", "send"])(
    "keeps its name where the new one is taken or is none: %j",
    (wished) => {
      const [after, name] = result(acting, (draft) => updateVariable(draft, "order", { name: wished, default: 5 }));
      expect(name).toBe("order");
      expect(after.variables[0]).toEqual({ name: "order", description: "", default: 5 });
      expect(after.nodes).toBe(acting.nodes);
    },
  );

  test("is removed, and what reads it stays", () => {
    const after = edited(acting, (draft) => removeVariable(draft, "order"));
    expect(names(after)).toEqual(["orders"]);
    expect(after.nodes).toBe(acting.nodes);
    expect(edited(acting, (draft) => removeVariable(draft, "nothing"))).toBe(acting);
  });

  test("must be there to be changed", () => {
    expect(() => edited(document, (draft) => updateVariable(draft, "nothing", {}))).toThrow("nothing is a variable");
  });
});

describe("the default of an outcome", () => {
  test("is set and taken away", () => {
    const after = edited(document, (draft) => setOutcomeDefault(draft, "onError", "n4"));
    expect(after.settings.outcomeDefaults).toEqual({ onError: { target: "n4" } });
    expect(edited(after, (draft) => setOutcomeDefault(draft, "onError", undefined))).toEqual(document);
  });

  test("leads neither to the Start nor to what is not there", () => {
    for (const target of ["n2", "n9"]) {
      expect(() => edited(document, (draft) => setOutcomeDefault(draft, "onError", target))).toThrow(
        `${target} is a node`,
      );
    }
  });
});

test("what the flow says of itself is set field by field", () => {
  const after = edited(orderStatusDocument(), (draft) => {
    setFlowField(draft, "name", "Orders");
    setFlowField(draft, "description", "About orders");
    setFlowField(draft, "maxNodeExecutions", 50);
  });
  expect(after).toMatchObject({ name: "Orders", description: "About orders", settings: { maxNodeExecutions: 50 } });
});

test("a note is put on the canvas and changed", () => {
  const position = { x: 20, y: 40 };
  const [noted, id] = result(document, (draft) => addNote(draft, { position, text: "Look" }));
  expect(noted.notes).toEqual([{ id: "note1", text: "Look", position, width: 200, height: 120 }]);
  const after = edited(noted, (draft) => updateNote(draft, id, { text: "See", width: 300 }));
  expect(after.notes).toEqual([{ id: "note1", text: "See", position, width: 300, height: 120 }]);
  expect(() => edited(noted, (draft) => updateNote(draft, "note9", { text: "" }))).toThrow("note9 is a note");
});
