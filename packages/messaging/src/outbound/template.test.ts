import { describe, expect, test } from "vitest";
import { long, problemsOf } from "./problems-of.test-support.ts";
import { templateMessageSchema, templateParameterSchema } from "./template.ts";

const message = {
  type: "template",
  name: "order_shipped",
  language: "en_US",
  header: { type: "none" },
  body: [],
  buttons: [],
};
const text = { type: "text", name: "", text: "Pablo" };
const problems = (changes: object) => problemsOf(templateMessageSchema, { ...message, ...changes });
const parameterProblems = (parameter: object) => problemsOf(templateParameterSchema, parameter);

describe("a message made of a template", () => {
  test("has a name of 1 to 512 characters", () => {
    expect(problems({ name: "a".repeat(512) })).toEqual([]);
    expect(problems({ name: "a".repeat(513) })).toEqual(["name is 513 characters long; WhatsApp takes at most 512"]);
    expect(problems({ name: "" })).toEqual(["name is empty; choose a template"]);
  });

  test.each(["en", "en_US", "fil", "zh_HK", "prs_AF"])("may be in the language %s", (language) => {
    expect(problems({ language })).toEqual([]);
  });

  test.each(["", "english", "en-US", "EN", "en_"])("is not in the language %j", (language) => {
    expect(problems({ language })).toEqual(["language must be a language code such as en or en_US"]);
  });

  test("has at most 100 parameters", () => {
    const parameters = (length: number) => Array.from({ length }, () => text);
    expect(problems({ body: parameters(100) })).toEqual([]);
    expect(problems({ body: parameters(101) })).toEqual(["body has 101 entries; it must have at most 100"]);
  });

  test("has at most 10 buttons, and one value for each", () => {
    const suffixes = (length: number) => Array.from({ length }, (_, index) => ({ type: "url", index, suffix: "x" }));
    expect(problems({ buttons: suffixes(10) })).toEqual([]);
    expect(problems({ buttons: suffixes(11) })).toEqual(["buttons has 11 entries; it must have at most 10"]);
    expect(problems({ buttons: [{ type: "url", index: 10, suffix: "x" }] })).toEqual([
      "buttons[0].index is 10; it must be at most 9",
    ]);
    expect(problems({ buttons: [...suffixes(1), { type: "quick-reply", index: 0, payload: "p" }] })).toEqual([
      "buttons has two values for the same button; each button takes one",
    ]);
  });

  test.each([
    { type: "quick-reply", field: "payload", most: 128 },
    { type: "url", field: "suffix", most: 2000 },
    { type: "copy-code", field: "code", most: 20 },
    { type: "otp", field: "code", most: 15 },
  ])("has a $field of 1 to $most characters for a button of type $type", ({ type, field, most }) => {
    const withValue = (value: string) => problems({ buttons: [{ type, index: 0, [field]: value }] });
    expect(withValue(long(most))).toEqual([]);
    expect(withValue(long(most + 1))).toEqual([
      `buttons[0].${field} is ${most + 1} characters long; WhatsApp takes at most ${most}`,
    ]);
    expect(withValue("")).toEqual([expect.stringContaining(`buttons[0].${field} is empty`)]);
  });
});

describe("a parameter", () => {
  test("has a text of 1 to 1,024 characters", () => {
    expect(parameterProblems({ ...text, text: long(1024) })).toEqual([]);
    expect(parameterProblems({ ...text, text: long(1025) })).toEqual([
      "text is 1025 characters long; WhatsApp takes at most 1024",
    ]);
    expect(parameterProblems({ ...text, text: "" })).toEqual(["text is empty; WhatsApp refuses an empty parameter"]);
  });

  test("has at most four spaces in a row, no line break and no tab", () => {
    expect(parameterProblems({ ...text, text: "a    b" })).toEqual([]);
    for (const bad of ["a     b", "a\nb", "a\rb", "a\tb"])
      expect(parameterProblems({ ...text, text: bad })).toEqual([
        "text holds a line break, a tab or more than four spaces in a row, which WhatsApp refuses in a parameter",
      ]);
  });

  test("of a currency has a code of three letters, a whole amount and a fallback", () => {
    const currency = { type: "currency", name: "", code: "EUR", amount1000: 9990, fallback: "€9.99" };
    expect(parameterProblems(currency)).toEqual([]);
    expect(parameterProblems({ ...currency, amount1000: -9990 })).toEqual([]);
    expect(parameterProblems({ ...currency, code: "eur" })).toEqual([
      "code must be a currency code of three capital letters, such as EUR",
    ]);
    expect(parameterProblems({ ...currency, amount1000: 9.99 })).toEqual([
      "amount1000 must be a whole number: the amount times 1000",
    ]);
    expect(parameterProblems({ ...currency, fallback: "" })).toEqual([
      "fallback is empty; WhatsApp refuses an empty parameter",
    ]);
  });

  test("of a date has seconds from 1970 to the year 9999", () => {
    const date = { type: "date-time", name: "", timestamp: 253_402_300_799, fallback: "today" };
    expect(parameterProblems(date)).toEqual([]);
    expect(parameterProblems({ ...date, timestamp: 0 })).toEqual([]);
    expect(parameterProblems({ ...date, timestamp: 253_402_300_800 })).toHaveLength(1);
    expect(parameterProblems({ ...date, timestamp: -1 })).toHaveLength(1);
    expect(parameterProblems({ ...date, timestamp: 1.5 })).toEqual([
      "timestamp must be a whole number of seconds since 1970",
    ]);
  });
});
