import { describe, expect, test } from "vitest";
import { drawn, edited, nodeOf } from "./document.test-support.ts";
import { addAction } from "./commands/index.ts";
import { highestNodeNumber, mapActions, mapTexts, namesWithin } from "./texts-within.ts";

const config = { message: { type: "text", body: "$(order.city) $(n7.receive.message) $$(n8) $(n9" } };
const node = nodeOf(
  edited(drawn([{ id: "n3", type: "whatsapp", config }]), (draft) => {
    addAction(draft, {
      nodeId: "n3",
      time: "onEnter",
      action: { type: "set-variable", name: "done", value: "$(send.x)" },
    });
    addAction(draft, { nodeId: "n3", time: "onLeave", action: { type: "log", value: "$(n12.receive.message)" } });
  }),
  "n3",
);

describe("the names within a node", () => {
  test("are what its expressions read, what it sets and which nodes it names", () => {
    expect([...namesWithin(node)]).toEqual(["order", "n7", "done", "send", "n12"]);
    const wait = nodeOf(drawn([{ id: "n3", type: "wait-for", config: { send: "n5", waitFor: "read" } }]), "n3");
    expect([...namesWithin(wait)]).toEqual(["n5"]);
  });

  test("give the highest number of a node", () => {
    expect(highestNodeNumber(node)).toBe(12);
    expect(highestNodeNumber(nodeOf(drawn([{ id: "n3", type: "end" }]), "n3"))).toBe(3);
  });
});

describe("changing texts", () => {
  const value = { a: ["x", { b: "y", c: 1, d: null }], e: "z" };

  test("changes them at every depth and leaves all else", () => {
    expect(mapTexts(value, (text) => `${text}!`)).toEqual({ a: ["x!", { b: "y!", c: 1, d: null }], e: "z!" });
  });

  test("gives the very same value where none changed, and the same parts where some did", () => {
    expect(mapTexts(value, (text) => text)).toBe(value);
    expect(mapTexts(value, (text) => (text === "z" ? "Z" : text)).a).toBe(value.a);
  });

  test("of actions gives the very same list where none changed", () => {
    const text = (source: string): string => source;
    expect(mapActions(node.onEnter, { text })).toBe(node.onEnter);
    expect(mapActions(node.onEnter, { text, variable: (name) => name.toUpperCase() })).toEqual([
      { type: "set-variable", name: "DONE", value: "$(send.x)" },
    ]);
    expect(mapActions(node.onLeave, { text: () => "" })).toEqual([{ type: "log", value: "" }]);
  });
});
