import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { dataParser } from "./data-parser.ts";

const fields = [{ name: "sku", path: "order.items[0].sku" }];
const { config } = makeNode("data-parser", { source: "$(http.responseBody)", fields });

describe("a Data Parser", () => {
  test("leaves by onSuccess or onError", () => {
    expect(dataParser.outcomes(config).map(({ name }) => name)).toEqual(["onSuccess", "onError"]);
  });

  test("puts out its fields, and holds an expression in its source", () => {
    expect(dataParser.outputs(config)).toEqual(["data.sku", "data.sku.*"]);
    expect(dataParser.templates(config)).toEqual([{ field: "source", source: "$(http.responseBody)" }]);
  });

  test.each<[unknown, string]>([
    [{ source: "", fields }, "config.source is empty; name what is parsed, such as $(http.responseBody)"],
    [{ source: "$(a)", fields: [] }, "config.fields is empty; pick at least one field"],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("data-parser", drawn)).toEqual([sentence]);
  });
});
