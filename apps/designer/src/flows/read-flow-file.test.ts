import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "../texts/en/index.ts";
import { readFlowFile } from "./read-flow-file.ts";

const example = readFileSync(new URL("../../../../examples/order-status.flow.json", import.meta.url), "utf8");
const head = { format: "parley.flow/1", id: "a", name: "A" };

function problemsOf(input: unknown): readonly string[] {
  const file = readFlowFile(typeof input === "string" ? input : JSON.stringify(input), en);
  return file.isFlow ? [] : file.problems;
}

describe("It is true that a flow file", () => {
  it("is read, with or without a byte order mark", () => {
    expect(readFlowFile(example, en)).toMatchObject({ isFlow: true, draft: { id: "order-status" } });
    expect(readFlowFile(`\uFEFF${example}`, en).isFlow).toBe(true);
  });

  it("may be unfinished, and hold nodes of types that are not known", () => {
    const nodes = [{ id: "n2", type: "whatsapp", config: { message: { type: "text", body: "" } } }];
    expect(problemsOf({ ...head, nodes: [...nodes, { id: "n3", type: "of-the-future" }] })).toEqual([]);
  });

  it("that is no JSON is told where it stops to be", () => {
    expect(problemsOf('{\n  "format": "parley.flow/1",\n  "id" "a"\n}')).toEqual([
      "The file is not JSON: line 3, column 8 is not as it must be.",
    ]);
    expect(problemsOf('{ "format": ')).toEqual(["The file is not JSON: line 1, column 13 is not as it must be."]);
  });

  it.each([["[]"], ['"parley.flow/1"'], ["null"], ['{ "name": "n8n" }']])("is more than JSON: %s is none", (text) => {
    expect(problemsOf(text)).toEqual(["The file is JSON, but no flow: its “format” must be “parley.flow/1”."]);
  });

  it("of a broken shape is told what is wrong, and where", () => {
    expect(problemsOf({ ...head, id: "A B", nodes: [{ id: "n2" }] })).toEqual([
      "id must be small letters, digits and -, at most 63, such as order-status.",
      "nodes[0].type is missing; it must be a string.",
    ]);
  });

  it("is none where something of it would be lost", () => {
    const nodes = ["n2", "n3", "n3"].map((id) => ({ id, type: "end" }));
    const edges = [{ id: "e1", source: "n2", outcome: "onBegin", target: "n9" }];
    expect(problemsOf({ ...head, nodes, edges })).toEqual([
      "Two nodes have the id “n3”.",
      "The connection “e1” names a node “n9” that is not there.",
    ]);
  });

  it("has a largest size", () => {
    expect(problemsOf(`"${"x".repeat(11 * 1024 * 1024)}"`)).toEqual([
      "The file is larger than 10 MB, the most that a flow may have.",
    ]);
  });
});
