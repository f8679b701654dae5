import type { DataFormat } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { readData } from "./read-data.ts";

function dataOf(format: DataFormat, text: string): Json {
  const read = readData(format, text);
  if (!read.ok) throw new Error(read.reason);
  return read.data;
}

function reasonOf(format: DataFormat, text: string): string {
  const read = readData(format, text);
  return read.ok ? `read as ${JSON.stringify(read.data).slice(0, 100)}` : read.reason;
}

describe("It is true that JSON", () => {
  test("is read as it is", () => {
    expect(dataOf("json", ' {"a":[1,"2",null,true,{}]} ')).toEqual({ a: [1, "2", null, true, {}] });
    expect(dataOf("json", '"text"')).toBe("text");
  });

  test("is read with the names that objects inherit as its own", () => {
    const data = dataOf("json", '{"__proto__":{"isAdmin":true},"constructor":1}');
    expect(Object.keys(data as object)).toEqual(["__proto__", "constructor"]);
    expect((data as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  test.each([
    ["", "The text is no JSON: it is empty."],
    ["  \n", "The text is no JSON: it is empty."],
    ["{", /^The text is no JSON: .+ position 1.*\.$/],
    ["<html></html>", /^The text is no JSON: .+\.$/],
    [`${"[".repeat(101)}1${"]".repeat(101)}`, "The JSON is nested in more than 100 levels."],
    ["[".repeat(500_000), /^The text is no JSON/],
    [`${"[".repeat(500_000)}${"]".repeat(500_000)}`, "The JSON is nested in more than 100 levels."],
    [`"${"x".repeat(1_048_576)}"`, "The text is longer than 1,048,576 characters."],
  ])("%.20j is told what is wrong with it", (text, sentence) => {
    expect(reasonOf("json", text)).toMatch(sentence);
  });
});

describe("It is true that XML is read", () => {
  test.each<[string, string, Json]>([
    ["an element alone as its text", "<a>1</a>", { a: "1" }],
    ["an empty one as the empty text", "<a/>", { a: "" }],
    ["spaces around a text as none", "<a>\n  x y\n</a>", { a: "x y" }],
    ["children by name", "<a><b>1</b><c>2</c></a>", { a: { b: "1", c: "2" } }],
    ["those of one name as a list", "<a><b>1</b><c/><b>2</b></a>", { a: { b: ["1", "2"], c: "" } }],
    ["attributes", '<a id="7" x="">t</a>', { a: { "@id": "7", "@x": "", "#text": "t" } }],
    ["attributes without text", '<a id="7"/>', { a: { "@id": "7" } }],
    ["text between children", "<a>one<b/>two</a>", { a: { b: "", "#text": "onetwo" } }],
    ["CDATA", "<a><![CDATA[<b>&amp;</b>]]>&amp;</a>", { a: "<b>&amp;</b>&" }],
    ["the five entities and numbers", "<a>&lt;&gt;&amp;&apos;&quot;&#65;&#x42;</a>", { a: "<>&'\"AB" }],
    ["entities in attributes", '<a b="&lt;&#10;"/>', { a: { "@b": "<\n" } }],
    [
      "comments and instructions as nothing",
      "<?xml version='1.0'?><!-- c --><a>1<!-- <!DOCTYPE x> -->2<?p i?></a>",
      { a: "12" },
    ],
    ["a mark of byte order as nothing", "\u{FEFF}<a>1</a>", { a: "1" }],
    ["prefixes as part of names", '<s:E xmlns:s="u"><s:B>1</s:B></s:E>', { "s:E": { "@xmlns:s": "u", "s:B": "1" } }],
    ["numbers as texts", "<a><b>007</b><c>1e3</c></a>", { a: { b: "007", c: "1e3" } }],
    ["other alphabets", "<größe>ü</größe>", { größe: "ü" }],
    ["CDATA that looks like a document type", "<a><![CDATA[<!DOCTYPE x>]]></a>", { a: "<!DOCTYPE x>" }],
  ])("%s", (_name, text, data) => {
    expect(dataOf("xml", text)).toEqual(data);
  });

  test("with the names that objects inherit as its own", () => {
    const data = dataOf("xml", "<a><__proto__><x>1</x></__proto__><constructor/><toString>2</toString></a>");
    const { a } = data as { a: object };
    expect(Object.getPrototypeOf(a)).toBe(Object.prototype);
    expect(Object.keys(a)).toEqual(["__proto__", "constructor", "toString"]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe("It is true that what is no XML that is read is told so, and where", () => {
  test.each([
    ["", "in line 1, column 0: document must contain a root element"],
    ["text", "text data outside of root node"],
    ['{"a":1}', "text data outside of root node"],
    ["<a>1</a><b/>", "documents may contain only one root"],
    ["<a>\n<b>\n</a>", "in line 3, column 4: unexpected close tag"],
    ["<a><b>1</a></b>", "unexpected close tag"],
    ["<a", "document must contain a root element"],
    ["<a><b", "unclosed tag: a"],
    [
      "<a>\n<!-- & --> <![CDATA[&]]> x & y</a>",
      "in line 2, column 28: & begins an entity such as &lt; and stands alone here; write &amp;",
    ],
    ["<a>&amp; & &gt;</a>", "in line 1, column 10: &"],
    ["<a>x &y; z</a>", "undefined entity"],
    ["<a>&nbsp;</a>", "undefined entity"],
    ["<a>&#0;</a>", "malformed character entity"],
    ["<a x='1' x='2'/>", "duplicate attribute: x"],
    ["<a b='<'/>", "disallowed character"],
    ["<a>\u0000</a>", "disallowed character"],
    ["<!DOCTYPE html><a/>", "it holds a document type"],
    ["<!-- --> <!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "it holds a document type"],
    ["<a><!DOCTYPE a [<!ENTITY x 'y'>]>&x;</a>", "inappropriately located doctype"],
    ["<a>".repeat(101) + "</a>".repeat(101), "it is nested in more than 100 levels"],
    ["<a>".repeat(300_000), "it is nested in more than 100 levels"],
    [`<a>${"<b/>".repeat(100_000)}</a>`, "it has more than 100,000 elements and attributes"],
  ])("%.40j", (text, why) => {
    const reason = reasonOf("xml", text);
    expect(reason).toMatch(/^The text is no XML that is read: .+\.$/);
    expect(reason).toContain(why);
  });

  test("a bomb of entities", () => {
    const entities = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`);
    const bomb = `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY l0 "lol">${entities.join("")}]><z>&l9;</z>`;
    expect(reasonOf("xml", bomb)).toContain("it holds a document type");
  });
});

test.each([
  `<a ${"b ".repeat(300_000)}/>`,
  `<a>${"&".repeat(500_000)}</a>`,
  `<a>${"&a".repeat(400_000)};</a>`,
  `<a>${"&amp;".repeat(200_000)}</a`,
  "<".repeat(500_000),
  `<a>${"<![CDATA[".repeat(100_000)}</a>`,
  "<!--".repeat(200_000),
  `<a><!--${"-".repeat(900_000)}`,
  `<a b='${"x".repeat(900_000)}`,
  `<a>${" ".repeat(900_000)}</a>`,
  `<a${" ".repeat(900_000)}b='1'/>`,
  `<?${"x ".repeat(400_000)}?><a/>`,
  `<a>${"<b/>x".repeat(90_000)}</a>`,
  `<a>${Array.from({ length: 90_000 }, (_, index) => `<b${index}/>`).join("")}</a>`,
])("It is true that no XML takes much longer than its length: %.30j", (text) => {
  const before = process.cpuUsage();
  reasonOf("xml", text);
  const { user } = process.cpuUsage(before);
  expect(user / 1_000).toBeLessThan(3_000);
});
