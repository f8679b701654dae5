import { expect, test } from "vitest";
import type { ChatEntry } from "./chat.ts";
import { choicesOf } from "./phone-choice.ts";

const entry = { id: "wamid.1", direction: "out", message: {} } as const satisfies Partial<ChatEntry>;

test("reply buttons can be pressed, each with its id and the message that it answers", () => {
  const buttons = [
    { type: "reply", reply: { id: "yes", title: "Yes" } },
    { type: "reply", reply: { id: 7, title: "No" } },
  ];
  const message = { type: "interactive", interactive: { type: "button", body: { text: "?" }, action: { buttons } } };
  expect(choicesOf({ ...entry, message })).toEqual([
    {
      kind: "button",
      title: "Yes",
      description: "",
      content: { type: "button-reply", id: "yes", title: "Yes", contextId: "wamid.1" },
    },
    {
      kind: "button",
      title: "No",
      description: "",
      content: { type: "button-reply", id: "7", title: "No", contextId: "wamid.1" },
    },
  ]);
});

test("rows of all sections of a list can be chosen", () => {
  const sections = [
    { title: "A", rows: [{ id: "r1", title: "One", description: "The first" }] },
    { title: "B", rows: [{ id: "r2", title: "Two" }] },
  ];
  const message = { type: "interactive", interactive: { type: "list", action: { button: "Menu", sections } } };
  const content = { type: "list-reply", contextId: "wamid.1" };
  expect(choicesOf({ ...entry, message })).toEqual([
    {
      kind: "row",
      title: "One",
      description: "The first",
      content: { ...content, id: "r1", title: "One", description: "The first" },
    },
    { kind: "row", title: "Two", description: "", content: { ...content, id: "r2", title: "Two" } },
  ]);
});

test("quick replies of a template can be pressed, and its links and calls cannot", () => {
  const template = {
    ...{ header: "", body: "Hi", footer: "" },
    buttons: [
      { type: "url", text: "Go", url: "https://example.com" },
      { type: "quick-reply", text: "Yes", payload: "P1" },
      { type: "quick-reply", text: "No" },
    ],
  } as const;
  expect(choicesOf({ ...entry, template }).map(({ content }) => content)).toEqual([
    { type: "postback", payload: "P1", text: "Yes", contextId: "wamid.1" },
    { type: "postback", payload: "No", text: "No", contextId: "wamid.1" },
  ]);
});

test.each([
  ["a text", { type: "text", text: { body: "Hi" } }],
  [
    "a message that opens a page",
    { type: "interactive", interactive: { type: "cta_url", action: { name: "cta_url" } } },
  ],
  ["a message of another form", { type: "interactive", interactive: 7 }],
])("%s lets nobody choose", (_name, message) => {
  expect(choicesOf({ ...entry, message })).toEqual([]);
});

test("what the person wrote lets nobody choose", () => {
  const action = { buttons: [{ type: "reply", reply: { id: "a", title: "A" } }] };
  const message = { type: "interactive", interactive: { type: "button", action } };
  expect(choicesOf({ ...entry, direction: "in", message })).toEqual([]);
});
