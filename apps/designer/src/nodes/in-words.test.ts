import { expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import { conditionsInWords, timeInWords } from "./in-words.ts";

test("seconds are said in words, an expression as it is, and what is neither not at all", () => {
  expect(timeInWords(1, en)).toBe("1 second");
  expect(timeInWords(125, en)).toBe("2 minutes 5 seconds");
  expect(timeInWords(90_061, en)).toBe("1 day 1 hour 1 minute 1 second");
  expect(timeInWords(0.5, en)).toBe("0.5 seconds");
  expect(timeInWords("$(wait)", en)).toBe("$(wait)");
  for (const nothing of [undefined, 0, -5, null, "", [], {}]) expect(timeInWords(nothing, en)).toBe("");
});

test("rows of conditions read as one sentence, joined as they are", () => {
  const rows = [
    { variable: "$(a)", operator: "equals", value: "1", join: "or" },
    { variable: "$(b)", operator: "in", values: ["x", "y"] },
    { variable: "$(c)", operator: "between", from: "1", to: "9" },
  ];
  expect(conditionsInWords(rows, en)).toBe("$(a) is “1” or $(b) is one of “x”, “y” and $(c) is between 1 and 9");
});
