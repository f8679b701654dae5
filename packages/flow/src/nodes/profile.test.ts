import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { profile } from "./profile.ts";

const { config } = makeNode("profile", { reads: ["city", "name"] });

describe("a Profile", () => {
  test("leaves by onSuccess or onError", () => {
    expect(profile.outcomes(config).map(({ name }) => name)).toEqual(["onSuccess", "onError"]);
  });

  test("puts out what it fetches, each once, and of any other action whether there was one", () => {
    const fetched = ["profile.exists", "profile.name", "profile.customerId", "profile.city"];
    expect(profile.outputs(config)).toEqual(fetched);
    for (const action of ["set", "delete"] as const)
      expect(profile.outputs({ ...config, action })).toEqual(["profile.exists"]);
  });

  test("holds expressions in whom it is of and in what is set", () => {
    const fields = [{ name: "city", value: "$(receive.message)" }];
    expect(profile.templates({ ...config, contact: "$(phone)", fields })).toEqual([
      { field: "contact", source: "$(phone)" },
      { field: "fields[0].value", source: "$(receive.message)" },
    ]);
  });

  test("that sets something has something to set", () => {
    expect(profile.problems?.({ ...config, action: "set" }, {})).toMatchObject([{ code: "no-fields" }]);
    expect(profile.problems?.({ ...config, action: "set", fields: [{ name: "a", value: "" }] }, {})).toEqual([]);
    expect(profile.problems?.(config, {})).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{ reads: ["exists"] }, "config.reads[0] is put out of every profile; choose another"],
    [{ reads: ["a", "a"] }, "config.reads names a field twice"],
    [{ fields: ["1", "2"].map((value) => ({ name: "a", value })) }, "config.fields has two fields of one name"],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("profile", drawn)).toEqual([sentence]);
  });
});
