import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { branch } from "./branch.ts";

const row = { variable: "$(receive.message)", operator: "equals", value: "1" };
const named = (name: string, rows: object[] = [row]) => ({ name, rows });
const { config } = makeNode("branch", { branches: [named("Track order"), named("Agent")] });

const nameSentence = "must be letters, digits, spaces, _ or -, at most 50";

describe("a Branch", () => {
  test("leaves by its branches in their order, by none of the above or by onError", () => {
    expect(branch.outcomes(config)).toEqual([
      { name: "Track order", colour: "green", isRequired: true },
      { name: "Agent", colour: "green", isRequired: true },
      { name: "noneOfTheAbove", colour: "green", isRequired: true },
      { name: "onError", colour: "red", isRequired: false },
    ]);
  });

  test("puts out whether a branch was taken", () => {
    expect(branch.outputs(config)).toEqual(["branch.output"]);
  });

  test("may hold expressions in each row of each branch", () => {
    expect(branch.templates(config)).toEqual([
      { field: "branches[0].rows[0].variable", source: "$(receive.message)" },
      { field: "branches[0].rows[0].value", source: "1" },
      { field: "branches[1].rows[0].variable", source: "$(receive.message)" },
      { field: "branches[1].rows[0].value", source: "1" },
    ]);
  });

  test("tells its patterns, each with its place", () => {
    const pattern = { ...row, operator: "regular-expression", value: "^a" };
    const { config: drawn } = makeNode("branch", { branches: [named("a"), named("b", [row, pattern])] });
    expect(branch.patterns?.(drawn)).toEqual([{ field: "branches[1].rows[1].value", source: "^a" }]);
    expect(branch.patterns?.(config)).toEqual([]);
  });

  test.each(["Track", "2nd try", "größe", "a_b-c", "x".repeat(50)])("may have a branch %s", (name) => {
    expect(configProblems("branch", { branches: [named(name)] })).toEqual([]);
  });

  test.each<[unknown, string]>([
    [[], "config.branches is empty; add at least one branch"],
    [[named("a"), named("a")], "config.branches has two of one name"],
    [[named("a", [])], "config.branches[0].rows is empty; add at least one condition"],
    [[named("")], `config.branches[0].name ${nameSentence}`],
    [[named("a.b")], `config.branches[0].name ${nameSentence}`],
    [[named("x".repeat(51))], `config.branches[0].name ${nameSentence}`],
    [[named("onError")], "config.branches[0].name is the name of a built-in outcome; choose another"],
    [[named("noneOfTheAbove")], "config.branches[0].name is the name of a built-in outcome; choose another"],
    [
      Array.from({ length: 51 }, (_, index) => named(`b${index}`)),
      "config.branches has 51 entries; it must have at most 50",
    ],
  ])("does not have the branches %j", (branches, sentence) => {
    expect(configProblems("branch", { branches })).toEqual([sentence]);
  });
});
