import type { HttpRequestTask } from "@parley/flow";
import type { Json } from "@parley/messaging";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileDrawn, play, startedBy } from "../engine.test-support.ts";

/** The request that a node makes with a value for `$(value)`; undefined when it leaves by onError. */
function requestWith(value: Json, config: object): HttpRequestTask | undefined {
  const compiled = compileDrawn({
    nodes: [{ id: "n3", type: "http-request", config }],
    edges: ["n2 onBegin n3"],
    variables: [{ name: "value", default: value }],
  });
  const { effects, conversation } = play(compiled, [startedBy()]);
  const [effect] = effects;
  expect(conversation.status).toBe(effect === undefined ? "done" : "active");
  return effect?.type === "perform-task" && effect.task.type === "http-request" ? effect.task : undefined;
}

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(".", "/", "\\", "?", "#", "&", "=", "%", "@", ":", " ", "\n", "2", "e") }),
);

describe("It is true of any value that", () => {
  test("it keeps its place in a URL, or the node leaves by onError", () => {
    const url = "https://example.com/users/$(value)/orders/$(value).json?q=$(value)&r=1";
    let refused = 0;
    const property = fc.property(texts, (text) => {
      const request = requestWith(text, { url, query: [{ name: "$(value)x", value: "$(value)" }] });
      if (request === undefined) {
        refused += 1;
        expect([".", ".."]).toContain(text);
        return;
      }
      const read = new URL(request.url);
      const said = text.toWellFormed();
      expect([read.protocol, read.host, read.username, read.hash]).toEqual(["https:", "example.com", "", ""]);
      expect(read.pathname.split("/").map(decodeURIComponent)).toEqual(["", "users", said, "orders", `${said}.json`]);
      expect([...read.searchParams]).toEqual([
        ["q", said],
        ["r", "1"],
        [`${said}x`, said],
      ]);
    });
    fc.assert(property, { examples: [["."], [".."], ["..."], ["%2e%2e"], [""]] });
    expect(refused).toBeGreaterThan(0);
  });

  test("it keeps its place in a form", () => {
    const body = { type: "form", fields: ["a", "b"].map((name) => ({ name, value: "$(value)" })) };
    const property = fc.property(texts, (text) => {
      const request = requestWith(text, { url: "https://example.com", method: "POST", body });
      const said = text.toWellFormed();
      expect([...new URLSearchParams(request?.body)]).toEqual([
        ["a", said],
        ["b", said],
      ]);
    });
    fc.assert(property);
  });

  test("it is itself within JSON, unless it is a text that is JSON", () => {
    const body = { type: "json", text: '{"said":"$(value)","data":$(value),"end":true}' };
    const property = fc.property(fc.oneof(texts, fc.jsonValue() as fc.Arbitrary<Json>), (value) => {
      const request = requestWith(value, { url: "https://example.com", method: "POST", body });
      const read = JSON.parse(request?.body ?? "") as { [name: string]: Json };
      expect(Object.keys(read)).toEqual(["said", "data", "end"]);
      if (typeof value === "string") expect(read["said"]).toBe(value);
      else expect(read["data"]).toEqual(JSON.parse(JSON.stringify(value)));
    });
    fc.assert(property);
  });
});
