import { expect, test } from "vitest";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";
import { replyButtons } from "./reply-buttons.ts";

const yes = { id: "yes", title: "Yes" };
const question = { type: "reply-buttons", body: "Agreed, $(name)?", buttons: [yes, { id: "no", title: "No" }] };

test("a new message with buttons lacks its words", () => {
  expect(drawMessage(replyButtons.newConfig)).toEqual(replyButtons.newConfig);
  expect(problemsOf(replyButtons.newConfig)).toEqual([
    "body is empty; WhatsApp refuses such a message without text",
    "buttons[0].id is empty; give the button an identifier",
    "buttons[0].title is empty; give the button a title",
  ]);
});

test("header, body, footer and buttons are sent with their values", () => {
  const header = { type: "text", text: "$(shop)" };
  expect(messageOf({ ...question, header })).toEqual({
    ...{ ...question, footer: "" },
    header: { type: "text", text: "<shop>" },
    body: "Agreed, <name>?",
  });
  expect(fieldsOf({ ...question, header })).toContain("header.text");
});

test("a header may be a file", () => {
  const media = { kind: "document", source: { type: "link", url: "https://x.org/a.pdf" }, fileName: "a.pdf" };
  expect(messageOf({ ...question, header: { type: "media", media } })).toMatchObject({ header: { media } });
  expect(fieldsOf({ ...question, header: { type: "media", media } })).toContain("header.media.source.url");
});

test.each([
  [{ buttons: [] }, "buttons is empty; add a button"],
  [
    { buttons: ["a", "b", "c", "d"].map((id) => ({ id, title: id })) },
    "buttons has too many entries; WhatsApp takes at most 3 buttons",
  ],
  [{ buttons: [yes, { ...yes, id: "ja" }] }, "buttons has two buttons with the same title; each needs its own"],
  [{ buttons: [yes, { ...yes, title: "Ja" }] }, "buttons has two buttons with the same identifier; each needs its own"],
  [
    { buttons: [{ id: "a", title: "x".repeat(21) }] },
    "buttons[0].title is 21 characters long; WhatsApp takes at most 20",
  ],
  [{ header: { type: "text" } }, "header.text is empty; write the header or choose none"],
  [{ footer: "x".repeat(61) }, "footer is 61 characters long; WhatsApp takes at most 60"],
])("with %j it is refused", (wrong, sentence) => {
  expect(problemsOf({ ...question, ...wrong })).toEqual([sentence]);
});
