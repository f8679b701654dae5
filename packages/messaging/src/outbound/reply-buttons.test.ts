import { describe, expect, test } from "vitest";
import { long, problemsOf } from "./problems-of.test-support.ts";
import { replyButtonsMessageSchema } from "./reply-buttons.ts";

const message = {
  type: "reply-buttons",
  header: { type: "none" },
  body: "Shall we?",
  footer: "",
  buttons: [{ id: "yes", title: "Yes" }],
};
const problems = (changes: object) => problemsOf(replyButtonsMessageSchema, { ...message, ...changes });
const buttons = (length: number) => Array.from({ length }, (_, index) => ({ id: `b${index}`, title: `B${index}` }));
const tooLong = (field: string, length: number) =>
  `${field} is ${length} characters long; WhatsApp takes at most ${length - 1}`;

describe("a message with reply buttons", () => {
  test("has one to three buttons", () => {
    expect(problems({ buttons: buttons(1) })).toEqual([]);
    expect(problems({ buttons: buttons(3) })).toEqual([]);
    expect(problems({ buttons: buttons(4) })).toEqual([
      "buttons has too many entries; WhatsApp takes at most 3 buttons",
    ]);
    expect(problems({ buttons: [] })).toEqual(["buttons is empty; add a button"]);
  });

  test.each([
    { field: "id", most: 200 },
    { field: "title", most: 20 },
  ])("has buttons whose $field has 1 to $most characters", ({ field, most }) => {
    const withField = (text: string) => problems({ buttons: [{ ...message.buttons[0], [field]: text }] });
    expect(withField(long(most))).toEqual([]);
    expect(withField(long(most + 1))).toEqual([tooLong(`buttons[0].${field}`, most + 1)]);
    expect(withField("")).toEqual([expect.stringContaining(`buttons[0].${field} is empty`)]);
  });

  test("has buttons of different titles and identifiers", () => {
    const [first] = buttons(1);
    expect(problems({ buttons: [first, { id: "other", title: "B0" }] })).toEqual([
      "buttons has two buttons with the same title; each needs its own",
    ]);
    expect(problems({ buttons: [first, { id: "b0", title: "Other" }] })).toEqual([
      "buttons has two buttons with the same identifier; each needs its own",
    ]);
  });

  test.each([
    { field: "body", most: 1024 },
    { field: "footer", most: 60 },
  ])("has a $field of at most $most characters", ({ field, most }) => {
    expect(problems({ [field]: long(most) })).toEqual([]);
    expect(problems({ [field]: long(most + 1) })).toEqual([tooLong(field, most + 1)]);
  });

  test("has a header of 1 to 60 characters of text, a file, or none", () => {
    const file = { kind: "image", source: { type: "link", url: "https://example.com/a.png" }, fileName: "" };
    expect(problems({ header: { type: "media", media: file } })).toEqual([]);
    expect(problems({ header: { type: "text", text: long(60) } })).toEqual([]);
    expect(problems({ header: { type: "text", text: long(61) } })).toEqual([tooLong("header.text", 61)]);
    expect(problems({ header: { type: "text", text: "" } })).toEqual([
      "header.text is empty; write the header or choose none",
    ]);
  });
});
