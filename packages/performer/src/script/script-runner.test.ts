import type { EvaluateTask, EvaluateValues } from "@parley/flow";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { evaluateTask, startStopwatch } from "./script.test-support.ts";
import { createScriptRunner, type ScriptRunner } from "./script-runner.ts";

// Time is counted by the processor; by the clock a busy machine takes many times that.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => vi.resetConfig());

let runner: ScriptRunner;
beforeAll(async () => {
  runner = await createScriptRunner(startStopwatch);
});

async function valuesOf(script: string, more?: Partial<EvaluateTask>): Promise<EvaluateValues> {
  const answer = await runner.run(evaluateTask(script, more));
  expect(answer).toMatchObject({ type: "done" });
  return (answer as unknown as { values: EvaluateValues }).values;
}

async function reasonOf(script: string, more?: Partial<EvaluateTask>): Promise<string> {
  const answer = await runner.run(evaluateTask(script, more));
  expect(answer).toMatchObject({ type: "failed" });
  return answer.type === "failed" ? answer.reason : "";
}

describe("It is true that the result is the value of the last expression", () => {
  test.each<[string, unknown]>([
    ["1 + 1", 2],
    ["1; 2; 'three'", "three"],
    ["let a = [1, 2]; a.map((x) => x * 2)", [2, 4]],
    ["if (score == 1) { 'Confirm' } else { 'No' }", "Confirm"],
    ["switch (score) { case 1: 'one'; break; default: 'other' }", "one"],
    ["for (var i = 0; i < 3; i++) i * 10", 20],
    ["({ a: { b: null }, c: true })", { a: { b: null }, c: true }],
    ["null", null],
    ["undefined", null],
    ["", null],
    ["// only a remark", null],
    ["var a = 5", null],
    ["new Date(0)", "1970-01-01T00:00:00.000Z"],
    ["[new Date(0), undefined, () => 1]", ["1970-01-01T00:00:00.000Z", null, null]],
    ["new Date(NaN)", null],
    ["0 / 0", null],
    ["'\\ud800 \\u0000 😀 \\u2028'", "\ud800 \u0000 😀 \u2028"],
    ["new Map([[1, 2]])", {}],
    ["JSON.parse('{\"a\":[1]}').a", [1]],
    ["/(\\d+)-(\\d+)/.exec('12-34').slice(1)", ["12", "34"]],
    ["`${city}!`", "Lyon!"],
    ["typeof Math.random() + typeof new Date().getTime() + (Date.now() > 1e12)", "numbernumbertrue"],
  ])("%s", async (script, result) => {
    expect(await valuesOf(script)).toEqual({ result, variables: {} });
  });
});

describe("It is true that variables are read and assigned by name", () => {
  test.each<[string, object]>([
    ["city = 'Paris'", { city: "Paris" }],
    ["var city = 'Paris'", { city: "Paris" }],
    ["function f() { city = 'Paris' } f()", { city: "Paris" }],
    ["globalThis.city = this.city + '!'", { city: "Lyon!" }],
    ["order.items.push(2)", { order: { items: [1, 2] } }],
    ["order = [city]; score += 1", { order: ["Lyon"], score: 2 }],
    ["city = undefined", { city: null }],
    ["delete city", { city: null }],
    ["nothing = 0", { nothing: 0 }],
    ["city = new Date(0)", { city: "1970-01-01T00:00:00.000Z" }],
  ])("%s", async (script, variables) => {
    expect((await valuesOf(`${script}; 1`)).variables).toEqual(variables);
  });

  test.each([
    "city = 'Lyon'",
    "order = { items: [1] }",
    "city = 'Paris'; city = 'Lyon'",
    "order.items.push(2); order.items.pop()",
    "let city = 'Paris'",
    "{ let city = 'Paris'; city = 'Rome' }",
    "(function () { var city = 'Paris' })()",
    "(function (score) { score = 9 })(score)",
  ])("and what is as it was does not come back: %s", async (script) => {
    expect((await valuesOf(`${script}; 1`)).variables).toEqual({});
  });

  test("and a name that the flow does not have is the script's own", async () => {
    expect(await valuesOf("made_up = 4; made_up + 1")).toEqual({ result: 5, variables: {} });
    expect(await reasonOf("made_up")).toBe("The script failed in line 1: ReferenceError: 'made_up' is not defined.");
  });

  test("and hide what JavaScript has by that name, save what it keeps for itself", async () => {
    const variables = { JSON: "mine", undefined: 1, NaN: 2, toString: "text", $: "not this" };
    expect(await valuesOf("[JSON, typeof undefined, NaN !== NaN, toString]", { variables })).toEqual({
      result: ["mine", "undefined", true, "text"],
      variables: {},
    });
  });
});

describe("It is true that $(…) reads what nodes put out", () => {
  test.each<[string, unknown]>([
    ["$(n3.receive.message)", "hi"],
    ["n3.receive.message.length", 2],
    ["$(send.gatewayTid) + $(city)", "g7Lyon"],
    ["$(n3.receive.nothing)", ""],
    ["$(n4.http.deep.down) + '|'", "|"],
    ["$(n3.receive.message.length.x)", null],
    ["$(http.statusCode) == 200", false],
    ["typeof n9", "undefined"],
  ])("%s", async (script, result) => {
    expect((await valuesOf(script)).result).toEqual(result);
  });

  test("and an unknown name is no output", async () => {
    expect(await reasonOf("$(ctiy)")).toContain("'ctiy' is not defined");
  });
});

describe("It is true that a script that is wrong is told where", () => {
  test.each([
    [
      "let a = 1;\nfoo(",
      "The script cannot be read: in line 2, column 5: unexpected token in expression: the script ends here.",
    ],
    ["var b = = 2;", "The script cannot be read: in line 1, column 9: unexpected token in expression: '='."],
    ["return 5", "The script cannot be read: in line 1, column 1: return not in a function."],
    ["1;\n2;\nthrow new Error('boo')", "The script failed in line 3: Error: boo."],
    ["function f() {\n  null.x }\nf()", "The script failed in line 2: TypeError: cannot read property 'x' of null."],
    ["throw new RangeError('')", "The script failed in line 1: RangeError."],
    ["throw 'away'", 'The script threw "away".'],
    ["throw { code: 5 }", 'The script threw {"code":5}.'],
    ["throw null", "The script threw null."],
    ["throw 5n", "The script threw 5."],
    ["throw Symbol('s')", "The script threw Symbol(s)."],
    ["var a = {}; a.a = a; throw a", "The script threw what cannot be described."],
    ["JSON.parse('{')", "The script failed in line 1: SyntaxError: expecting property name."],
    ["eval('(')", "The script failed in line 1: SyntaxError: unexpected token in expression: ''."],
    ["x".repeat(70_000), "The script is longer than 65,536 characters."],
  ])("%j", async (script, sentence) => {
    expect(await reasonOf(script)).toBe(sentence);
  });

  test("and a long message is cut to one line", async () => {
    expect((await reasonOf("throw new Error('a\\n'.repeat(1000))")).length).toBeLessThan(400);
  });
});

describe("It is true that what is no data is refused", () => {
  test.each([
    ["(x) => x", "The script's result is a function, which is no data."],
    ["Symbol()", "The script's result is a symbol, which is no data."],
    ["1n", "The script's result is a bigint, which JSON does not have; write Number(value) or String(value)."],
    ["({ a: 1n })", "The script's values cannot be written as JSON: Do not know how to serialize a BigInt."],
    ["var a = {}; a.a = a; a", "The script's values cannot be written as JSON: circular reference."],
    [
      "Promise.resolve(1)",
      "The script's result is a promise, for which nothing waits; a script is over with its last line.",
    ],
    [
      "(async () => 1)()",
      "The script's result is a promise, for which nothing waits; a script is over with its last line.",
    ],
    ["city = () => 1; 1", "What the script assigned to city is a function, which is no data."],
    [
      "city = Promise.resolve(); 1",
      "What the script assigned to city is a promise, for which nothing waits; a script is over with its last line.",
    ],
    ["'x'.repeat(262145)", "The script's result is longer than 262,144 characters as JSON."],
    ["['x'.repeat(262144)]", "The script's result is longer than 262,144 characters as JSON."],
    ["city = 'x'.repeat(300000); 1", "What the script assigned to city is longer than 262,144 characters as JSON."],
    ["var a = []; for (var i = 0; i < 200; i++) a = [a]; a", "The script's result is nested in more than 100 levels."],
    [
      "order = []; for (var i = 0; i < 200; i++) order = [order]; 1",
      "What the script assigned to order is nested in more than 100 levels.",
    ],
  ])("%s", async (script, sentence) => {
    expect(await reasonOf(script)).toBe(sentence);
  });

  test("and so is one long text in many variables", async () => {
    const variables = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`v${index}`, ""]));
    const script = "var long = 'x'.repeat(200000); for (var i = 0; i < 20; i++) globalThis['v' + i] = long; 1";
    expect(await reasonOf(script, { variables })).toBe(
      "All that the script assigned is longer than 1,048,576 characters as JSON.",
    );
  });
});

describe("It is true that a script is stopped when its time is over", () => {
  test.each([
    "for (;;);",
    "while (true) {}",
    "try { for (;;); } catch (error) {} 'caught'",
    "try { for (;;); } finally { for (;;); }",
    "function f() { try { for (;;); } finally { f() } } f()",
    "/(a+)+$/.test('a'.repeat(40) + 'b')",
    "/^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(60))",
    "/(.*)*x/.exec('a'.repeat(100000))",
    "'x'.repeat(1e5).split('').sort(() => Math.random() - 0.5)",
    "(async () => { for (;;); })()",
    "function* g() { for (;;) yield 1 } for (var x of g());",
    "new Proxy({}, { get() { for (;;); } }).x",
    "throw { get message() { for (;;); }, toJSON() { for (;;); } }",
    "var e = new Error('x'); Object.defineProperty(e, 'message', { get() { for (;;); } }); throw e",
    "Error.prepareStackTrace = () => { for (;;); }; for (;;);",
  ])("%s", async (script) => {
    expect(await reasonOf(script)).toBe("The script took longer than 50 ms and was stopped.");
  });

  test.each([
    "({ toJSON() { for (;;); } })",
    "new Proxy({}, { get() { for (;;); } })",
    "Object.defineProperty(globalThis, 'city', { get() { for (;;); } }); 1",
    "Object.prototype.toJSON = () => { for (;;); }; ({})",
  ])("also while its values are written: %s", async (script) => {
    expect(await reasonOf(script)).toBe("Writing the script's values as JSON took longer than 250 ms and was stopped.");
  });
});

describe.each([1, 16, 64])("It is true that a script is stopped when its memory of %d MB is used up", (megabytes) => {
  const more = { timeMs: 5_000, memoryBytes: megabytes * 1024 * 1024 };
  const sentence = `The script needed more than ${megabytes} MB of memory and was stopped.`;
  test.each([
    "var a = []; for (;;) a.push(new Array(1000).fill(1))",
    "var a = ['x']; for (;;) a.push(a[a.length - 1] + 'x')",
    "'x'.repeat(1e9)",
    "new ArrayBuffer(1e9)",
    "'x'.repeat(5e6).split('')",
    "var s = []; for (;;) s.push('x'.repeat(100000))",
    "var s = []; for (;;) s.push(new Uint8Array(1000))",
    "var s = []; try { for (;;) s.push({}) } catch (e) { for (;;) s.push(new Uint8Array(1)) }",
    "var m = new Map(); for (var i = 0; ; i++) m.set(i, {})",
    "Array(1e8).fill(1)",
    "city = 'x'.repeat(100000); var s = []; for (;;) s.push(JSON.stringify(city))",
  ])("%s", async (script) => {
    expect(await reasonOf(script, more)).toBe(sentence);
  });

  test("also by what it is given", async () => {
    const variables = { city: "x".repeat(megabytes * 1024 * 1024) };
    expect(await reasonOf("1", { ...more, variables })).toBe(sentence);
  });

  test("and not before", async () => {
    const script = `new Uint8Array(${(megabytes - 0.3) * 1024 * 1024}).length`;
    expect((await valuesOf(script, more)).result).toBeGreaterThan(500_000);
  });
});

describe("It is true that a script that goes too deep is stopped, and the next one runs", () => {
  test.each([
    "function f() { f() } f()",
    "function f() { return [1].map(f) } f()",
    "class A { constructor() { new A() } } new A()",
    "var o = { get a() { return this.a } }; o.a",
    "var o = { toString() { return '' + this } }; '' + o",
    "var o = { toJSON() { return JSON.stringify(this) } }; JSON.stringify(o)",
    "var a = []; for (var i = 0; i < 100000; i++) a = [a]; JSON.stringify(a)",
    "var a = []; for (var i = 0; i < 100000; i++) a = [a]; a",
    "JSON.parse('['.repeat(100000))",
    "eval('('.repeat(100000))",
    "eval('['.repeat(50000) + ']'.repeat(50000))",
    "(".repeat(60_000),
    "`${".repeat(20_000),
  ])("%s", async (script) => {
    expect(await reasonOf(script, { timeMs: 2_000 })).toMatch(
      /^The script (calls itself, or nests its data, too deeply|cannot be read)|nested too deeply/,
    );
    expect(await valuesOf("1 + 1")).toMatchObject({ result: 2 });
  });
});

describe("It is true that a script finds no way out", () => {
  test.each([
    "typeof process + typeof require + typeof module + typeof Buffer + typeof global",
    "typeof fetch + typeof XMLHttpRequest + typeof WebSocket + typeof setTimeout + typeof console",
    "typeof WebAssembly + typeof Worker + typeof importScripts + typeof Deno",
    "typeof std + typeof os + typeof print + typeof scriptArgs + typeof bjson",
    "this.constructor.constructor('return typeof process')()",
    "$.constructor('return typeof process')()",
    "[].constructor.constructor('return typeof globalThis.process')()",
    "(function () { return typeof arguments.callee.caller })()",
  ])("%s", async (script) => {
    expect((await valuesOf(script)).result).toMatch(/^(undefined|object)+$/);
  });

  test("by import", async () => {
    expect(await reasonOf("import('node:fs')")).toContain("is a promise");
    expect(await reasonOf("import fs from 'node:fs'")).toContain("cannot be read");
  });

  test("by what runs later", async () => {
    expect(await valuesOf("Promise.resolve().then(() => { city = 'later' }); 1")).toEqual({ result: 1, variables: {} });
  });

  test("by prototypes, neither of ours nor of the next script's", async () => {
    await runner.run(
      evaluateTask("Object.prototype.polluted = 1; Array.prototype.map = null; order.__proto__.x = 1; 1"),
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(await valuesOf("typeof {}.polluted + typeof [].map")).toEqual({
      result: "undefinedfunction",
      variables: {},
    });
  });

  test("by names that objects inherit: they come as properties like any other", async () => {
    const { result } = await valuesOf('JSON.parse(\'{"__proto__":{"isAdmin":true}}\')');
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Object.keys(result as object)).toEqual(["__proto__"]);
    const variables = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":1}') as EvaluateTask["variables"];
    expect(await valuesOf("typeof isAdmin + typeof ({}).isAdmin", { variables })).toMatchObject({
      result: "undefinedundefined",
    });
  });

  test("by breaking what writes its answer: only its own answer is another", async () => {
    const broken = "JSON.stringify = () => 'x'; Object.keys = null; String.prototype.slice = null; city = { b: 2 };";
    expect(await valuesOf(`${broken} ({ a: 1 })`)).toEqual({ result: { a: 1 }, variables: { city: { b: 2 } } });
  });
});

describe("It is true that a script is checked without being run", () => {
  test.each([
    ["1 +", { line: 1, column: 4, message: "unexpected token in expression: the script ends here" }],
    ["let a;\nlet a;", { line: 2, column: 6, message: "invalid redefinition of lexical identifier" }],
    ["a b", { line: 1, column: 3, message: "expecting ';'" }],
    ["await x", { line: 1, column: 7, message: "expecting ';'" }],
    ["(".repeat(60_000), { line: 1, column: 1, message: "the script nests too deeply" }],
    ["x".repeat(70_000), { line: 1, column: 1, message: "the script is longer than 65,536 characters" }],
  ])("%j", async (script, problem) => {
    expect(await runner.check(script)).toEqual(problem);
  });

  test.each(["1 + 1", "", "for (;;);", "throw 1", "with (a) {}", "undeclared = $(n3.receive.message)"])(
    "and nothing is wrong with %j",
    async (script) => {
      expect(await runner.check(script)).toBeUndefined();
    },
  );
});

test("It is true that a thousand scripts and more leave nothing behind", async () => {
  for (let index = 0; index < 1_010; index += 1) await runner.run(evaluateTask("globalThis.left = 'x'.repeat(1e5); 1"));
  expect(await valuesOf("typeof left")).toMatchObject({ result: "undefined" });
});
