import { expect, test } from "vitest";
import { choiceOf, pressOf } from "./writing.ts";

test("It is true that a press of a reply or a quick reply answers its message, and other buttons tell the business nothing", () => {
  expect(pressOf({ type: "reply", title: "Yes", value: "yes" }, "m1")).toEqual({
    content: { type: "button-reply", id: "yes", title: "Yes" },
    contextId: "m1",
  });
  expect(pressOf({ type: "quick-reply", title: "Stop", value: "stop" }, "m1")).toEqual({
    content: { type: "postback", payload: "stop", text: "Stop" },
    contextId: "m1",
  });
  for (const type of ["url", "phone-number", "copy-code", "otp", "location"] as const)
    expect(pressOf({ type, title: "x", value: "y" }, "m1")).toBeUndefined();
});

test("It is true that a choice brings its description only where it has one", () => {
  const content = { type: "list-reply", id: "r", title: "Row" };
  expect(choiceOf({ id: "r", title: "Row", description: "" }, "m")).toEqual({ content, contextId: "m" });
  expect(choiceOf({ id: "r", title: "Row", description: "D" }, "m")).toMatchObject({ content: { description: "D" } });
});
