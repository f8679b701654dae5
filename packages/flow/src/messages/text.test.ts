import { expect, test } from "vitest";
import { configProblems } from "../flow.test-support.ts";
import { messageTemplates, resolveMessage } from "./index.ts";
import { textMessageConfigSchema } from "./text.ts";

const message = textMessageConfigSchema.parse({ type: "text", body: "Hello $(name)" });

test("a text message shows no link preview unless it says so", () => {
  expect(message).toEqual({ type: "text", body: "Hello $(name)", previewUrl: false });
});

test("the body is where expressions may stand", () => {
  expect(messageTemplates(message)).toEqual([{ field: "body", source: "Hello $(name)" }]);
});

test("a drawn text becomes one of values", () => {
  const made = resolveMessage(message, (source) => source.replace("$(name)", "Ada"));
  expect(made).toEqual({ type: "text", body: "Hello Ada", previewUrl: false });
});

test("a text message without text is refused", () => {
  expect(configProblems("whatsapp", { message: { type: "text", body: "" } })).toEqual([
    "config.message.body is empty; write the text to send",
  ]);
});
