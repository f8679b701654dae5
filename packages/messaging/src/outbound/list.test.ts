import { describe, expect, test } from "vitest";
import { listMessageSchema } from "./list.ts";
import { long, problemsOf } from "./problems-of.test-support.ts";

const row = (id: string, changes: object = {}) => ({ id, title: "A row", description: "", ...changes });
const section = (title: string, ...ids: string[]) => ({ title, rows: ids.map((id) => row(id)) });
const list = {
  type: "list",
  header: "",
  body: "Choose",
  footer: "",
  button: "Menu",
  sections: [section("", "a", "b")],
};
const problems = (changes: object) => problemsOf(listMessageSchema, { ...list, ...changes });
const rowProblems = (changes: object) => problems({ sections: [{ title: "", rows: [row("a", changes)] }] });
const tooLong = (field: string, length: number) =>
  `${field} is ${length} characters long; WhatsApp takes at most ${length - 1}`;

describe("a list message", () => {
  test.each([
    { field: "header", most: 60 },
    { field: "body", most: 1024 },
    { field: "footer", most: 60 },
    { field: "button", most: 20 },
  ])("has a $field of at most $most characters", ({ field, most }) => {
    expect(problems({ [field]: long(most) })).toEqual([]);
    expect(problems({ [field]: long(most + 1) })).toEqual([tooLong(field, most + 1)]);
  });

  test.each([
    { field: "id", most: 200 },
    { field: "title", most: 24 },
    { field: "description", most: 72 },
  ])("has rows whose $field has at most $most characters", ({ field, most }) => {
    expect(rowProblems({ [field]: long(most) })).toEqual([]);
    expect(rowProblems({ [field]: long(most + 1) })).toEqual([tooLong(`sections[0].rows[0].${field}`, most + 1)]);
  });

  test("has section titles of at most 24 characters", () => {
    expect(problems({ sections: [section(long(24), "a")] })).toEqual([]);
    expect(problems({ sections: [section(long(25), "a")] })).toEqual([tooLong("sections[0].title", 25)]);
  });

  test("has at most 10 sections", () => {
    const sections = (length: number) => Array.from({ length }, (_, index) => section(`S${index}`, `${index}`));
    expect(problems({ sections: sections(10) })).toEqual([]);
    expect(problems({ sections: sections(11) })).toEqual(["sections has 11 entries; it must have at most 10"]);
  });

  test("has at most 10 rows in all its sections together", () => {
    expect(problems({ sections: [section("A", ..."abcde".split("")), section("B", ..."fghij".split(""))] })).toEqual(
      [],
    );
    expect(problems({ sections: [section("A", ..."abcde".split("")), section("B", ..."fghijk".split(""))] })).toEqual([
      "sections have 11 rows in all; WhatsApp takes at most 10",
    ]);
  });

  test.each([
    { changes: { body: "" }, sentence: "body is empty; WhatsApp refuses such a message without text" },
    { changes: { button: "" }, sentence: "button is empty; say what the button that opens the list reads" },
    { changes: { sections: [] }, sentence: "sections is empty; add a section with a row" },
    { changes: { sections: [section("A")] }, sentence: "sections[0].rows is empty; add a row" },
    { changes: { sections: [section("A", "a"), section("", "b")] }, sentence: titleless(1) },
    { changes: { sections: [section("", "a"), section("B", "b")] }, sentence: titleless(0) },
    {
      changes: { sections: [section("A", "a"), section("B", "a")] },
      sentence: "sections have two rows with the same identifier; each needs its own",
    },
  ])("is refused: $sentence", ({ changes, sentence }) => {
    expect(problems(changes)).toEqual([sentence]);
  });

  test("has rows with an identifier and a title", () => {
    expect(rowProblems({ id: "" })).toEqual(["sections[0].rows[0].id is empty; give the row an identifier"]);
    expect(rowProblems({ title: "" })).toEqual(["sections[0].rows[0].title is empty; give the row a title"]);
  });
});

function titleless(index: number): string {
  return `sections[${index}].title is empty; with more than one section each needs a title`;
}
