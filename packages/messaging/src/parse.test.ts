import { describe, expect, test } from "vitest";
import { z } from "zod";
import { formatPath, parseInput } from "./parse.ts";

/** The problems as a reader meets them: the place, then the sentence. */
function problems(schema: z.ZodType, input: unknown): string[] {
  const parsed = parseInput(schema, input);
  if (parsed.ok) return [];
  return parsed.problems.map(({ path, message }) => `${formatPath(path) || "it"} ${message}`);
}

describe("an input that fits", () => {
  test("is given back as the schema read it, defaults filled in", () => {
    const schema = z.strictObject({ name: z.string(), count: z.number().default(3) });
    expect(parseInput(schema, { name: "a" })).toEqual({ ok: true, value: { name: "a", count: 3 } });
  });
});

describe("the sentence of each kind of problem", () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ["a missing field", z.strictObject({ a: z.string() }), {}, "a is missing; it must be a string"],
    ["a wrong type", z.string(), 3, "it is 3; it must be a string"],
    ["null", z.object({}), null, "it is null; it must be an object"],
    ["an array", z.record(z.string(), z.string()), [], "it is an array; it must be an object"],
    ["an object", z.array(z.string()), {}, "it is an object; it must be an array"],
    ["a boolean", z.number(), true, "it is a boolean; it must be a number"],
    ["a broken number", z.int(), 1.5, "it is 1.5; it must be a whole number"],
    ["no number at all", z.number(), Number.NaN, "it is NaN; it must be a number"],
    ["a number without end", z.number(), Number.POSITIVE_INFINITY, "it is Infinity; it must be a number"],
    ["a value for null", z.null(), "x", "it is a string; it must be null"],
    ["a wrong literal", z.literal("a"), "b", 'it is "b"; it must be "a"'],
    ["a wrong option", z.enum(["a", "b", "c"]), "d", 'it is "d"; it must be "a", "b" or "c"'],
    ["a missing option", z.strictObject({ a: z.enum(["x", "y"]) }), {}, 'a is missing; it must be "x" or "y"'],
    ["a list for an option", z.enum(["a"]), ["secret"], 'it is an array; it must be "a"'],
    ["an unknown field", z.strictObject({}), { a: 1 }, 'it has the unknown field "a"; remove or correct it'],
    [
      "unknown fields",
      z.strictObject({}),
      { a: 1, b: 2 },
      'it has the unknown fields "a", "b"; remove or correct them',
    ],
    [
      "many unknown fields",
      z.strictObject({}),
      { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 },
      'it has the unknown fields "a", "b", "c", "d", "e" and 2 more; remove or correct them',
    ],
    ["a long text", z.string().max(2), "abc", "it is 3 characters long; it must be at most 2"],
    ["a short text", z.string().min(2), "a", "it is 1 characters long; it must be at least 2"],
    ["a text of the wrong length", z.string().length(2), "abc", "it is 3 characters long; it must be exactly 2"],
    ["a long list", z.array(z.number()).max(1), [1, 2], "it has 2 entries; it must have at most 1"],
    ["a short list", z.array(z.number()).min(1), [], "it has 0 entries; it must have at least 1"],
    ["a large set", z.set(z.number()).max(1), new Set([1, 2]), "it has 2 entries; it must have at most 1"],
    ["a large number", z.number().max(5), 6, "it is 6; it must be at most 5"],
    ["a small number", z.number().min(5), 4, "it is 4; it must be at least 5"],
    ["a number at an open upper end", z.number().lt(5), 5, "it is 5; it must be less than 5"],
    ["a number at an open lower end", z.number().positive(), 0, "it is 0; it must be more than 0"],
    ["a number between steps", z.number().multipleOf(5), 7, "it is 7; it must be a multiple of 5"],
    ["a text that matches no pattern", z.string().regex(/^a+$/), "b", 'it is "b"; it must match /^a+$/'],
    ["a wrong beginning", z.string().startsWith("a"), "b", 'it is "b"; it must start with "a"'],
    ["a wrong end", z.string().endsWith("a"), "b", 'it is "b"; it must end with "a"'],
    ["a lacking part", z.string().includes("a"), "b", 'it is "b"; it must contain "a"'],
    ["a wrong format", z.email(), "b", 'it is "b"; it must be a valid email'],
    ["a refused value without a reason", z.custom(() => false), 1, "it is not allowed here"],
    [
      "a refused name",
      z.record(z.string().max(2), z.number()),
      { abc: 1 },
      "abc is no allowed name: it is 3 characters long; it must be at most 2",
    ],
    [
      "a refused entry of a map",
      z.map(z.object({}), z.number()),
      new Map([[{}, "b"]]),
      "it has an entry that is a string; it must be a number",
    ],
  ])("names %s", (_kind, schema, input, sentence) => {
    expect(problems(schema, input)).toEqual([sentence]);
  });

  test("is the schema's own where it has one", () => {
    const schema = z.strictObject({
      body: z.string().min(1, "is empty; write the text to send"),
      wait: z.number().positive("must be more than 0 seconds"),
      names: z.array(z.string()).refine((names) => new Set(names).size === names.length, "has two of one name"),
    });
    expect(problems(schema, { body: "", wait: -1, names: ["a", "a"] })).toEqual([
      "body is empty; write the text to send",
      "wait must be more than 0 seconds",
      "names has two of one name",
    ]);
  });

  test("shows long values cut and large ones by their type alone", () => {
    const [long] = problems(z.enum(["a"]), "x".repeat(10_000));
    expect(long).toBe(`it is "${"x".repeat(57)}…"; it must be "a"`);
    expect(problems(z.literal("a"), { password: "secret" })).toEqual(['it is an object; it must be "a"']);
  });
});

describe("a union", () => {
  const byType = z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("text"), body: z.string() }),
    z.strictObject({ type: z.literal("image"), url: z.string() }),
  ]);

  test("by a discriminator is judged by the form that the input names", () => {
    expect(problems(byType, { type: "text" })).toEqual(["body is missing; it must be a string"]);
  });

  test("says which names it knows, when the input's is another or missing", () => {
    expect(problems(byType, { type: "audio" })).toEqual(['type is "audio"; it must be "text" or "image"']);
    expect(problems(byType, {})).toEqual(['type is missing; it must be "text" or "image"']);
    expect(problems(byType, "text")).toEqual(["it is a string; it must be an object"]);
  });

  test("without a discriminator is judged by the form that came nearest", () => {
    const schema = z.union([
      z.strictObject({ a: z.number() }),
      z.strictObject({ b: z.strictObject({ c: z.number() }) }),
    ]);
    expect(problems(schema, { b: { c: "x" } })).toEqual(["b.c is a string; it must be a number"]);
  });

  test("is judged by a form of the right type before one of the wrong type", () => {
    const schema = z.union([z.number(), z.string().regex(/\$\(/, "must be a number or an expression")]);
    expect(problems(schema, "soon")).toEqual(["it must be a number or an expression"]);
  });

  test("names every type it takes, when the input has none of them", () => {
    expect(problems(z.union([z.number(), z.string()]), true)).toEqual([
      "it is a boolean; it must be a number or a string",
    ]);
    expect(problems(z.strictObject({ a: z.union([z.number(), z.string()]) }), {})).toEqual([
      "a is missing; it must be a number or a string",
    ]);
    expect(problems(z.union([z.literal("a"), z.array(z.int())]), { a: 1 })).toEqual([
      'it is an object; it must be "a"',
    ]);
  });

  test("of which exactly one form may fit says so", () => {
    const schema = z.xor([z.object({ a: z.number() }), z.object({ b: z.number() })]);
    expect(problems(schema, { a: 1, b: 2 })).toEqual([
      "it fits more than one of the allowed forms; it must fit exactly one",
    ]);
  });
});

describe("an input with much wrong", () => {
  test("is told of every problem with its place", () => {
    const schema = z.strictObject({ list: z.array(z.strictObject({ n: z.number() })) });
    expect(problems(schema, { list: [{ n: "a" }, { n: 1 }, {}] })).toEqual([
      "list[0].n is a string; it must be a number",
      "list[2].n is missing; it must be a number",
    ]);
  });

  test("is told of 50 problems at most", () => {
    expect(
      problems(
        z.array(z.number()),
        Array.from({ length: 5_000 }, () => "x"),
      ),
    ).toHaveLength(50);
  });
});

describe("a path", () => {
  test.each<[(string | number)[], string]>([
    [[], ""],
    [["name"], "name"],
    [["nodes", 3, "config", "message"], "nodes[3].config.message"],
    [[0, "a"], "[0].a"],
    [["outcomeDefaults", "whatsapp.mo", "target"], 'outcomeDefaults["whatsapp.mo"].target'],
    [["variables", "my name"], 'variables["my name"]'],
  ])("%j is written as %s", (path, text) => {
    expect(formatPath(path)).toBe(text);
  });

  test("with a very long name is cut", () => {
    expect(formatPath(["x".repeat(1_000)])).toBe(`["${"x".repeat(57)}…"]`);
  });
});
