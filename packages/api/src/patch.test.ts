import { describe, expect, it } from "vitest";
import { apiLimits, patchDraft } from "./index.ts";

const read = (patches: readonly unknown[]) => patchDraft.body.safeParse({ patches });
const patch = (changes: object) => ({ op: "replace", path: ["name"], value: "A", ...changes });

describe("It is true that a patch", () => {
  it("has an operation, a path of names and indexes, and a value, which JSON leaves out when it is undefined", () => {
    expect(read([patch({ path: ["nodes", 3, "config"] }), { op: "remove", path: ["notes", 0] }]).success).toBe(true);
  });

  it.each([
    [{ op: "move" }],
    [{ path: [] }],
    [{ path: "name" }],
    [{ path: ["nodes", -1] }],
    [{ path: ["nodes", 1.5] }],
    [{ path: ["x".repeat(apiLimits.patchStepLength + 1)] }],
    [{ path: Array.from({ length: apiLimits.patchSteps + 1 }, () => "x") }],
    [{ from: ["name"] }],
    [{ value: Array.from({ length: 200 }).reduce((inner) => [inner], "deep") }],
  ])("is refused with %j", (changes) => expect(read([patch({}), patch(changes)]).success).toBe(false));

  it.each(["__proto__", "constructor", "prototype"])("has no %s in its path", (name) => {
    for (const path of [[name], ["nodes", name, "x"], ["nodes", 0, name]]) {
      const messages = read([patch({ path })]).error?.issues.map(({ message }) => message);
      expect(messages).toEqual(["is a name that no field may have"]);
    }
  });

  it("comes with others, up to a limit, and never none", () => {
    const many = (count: number) => read(Array.from({ length: count }, () => patch({}))).success;
    expect([0, 1, apiLimits.patches, apiLimits.patches + 1].map(many)).toEqual([false, true, true, false]);
  });
});
