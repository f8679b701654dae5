import { describe, expect, test } from "vitest";
import { parseInput } from "../parse.ts";
import { templateSchema } from "./template.ts";

const draft = { name: "", language: "en", category: "marketing", body: "" };

describe("a template", () => {
  test("may be a draft that breaks Meta's rules, and has every field once it is read", () => {
    expect(parseInput(templateSchema, draft)).toEqual({
      ok: true,
      value: {
        ...draft,
        parameterFormat: "positional",
        header: { type: "none" },
        bodyExamples: [],
        footer: "",
        buttons: [],
        hasSecurityAdvice: false,
      },
    });
  });

  test.each([
    { name: "x".repeat(513) },
    { body: "x".repeat(5001) },
    { footer: "x".repeat(5001) },
    { bodyExamples: Array.from({ length: 101 }, () => "x") },
    { buttons: Array.from({ length: 21 }, () => ({ type: "quick-reply", text: "Yes" })) },
    { header: { type: "gif" } },
    { codeExpiresAfterMinutes: 1.5 },
  ])("is refused where it would not fit into memory or form: %j", (changes) => {
    expect(parseInput(templateSchema, { ...draft, ...changes })).toMatchObject({ ok: false, problems: [{}] });
  });
});
