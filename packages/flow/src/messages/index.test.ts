import { existsSync } from "node:fs";
import { outboundMessageSchema } from "@parley/messaging";
import { expect, test } from "vitest";
import { messageConfigSchema, messageTemplates, resolveMessage } from "./index.ts";

const types = messageConfigSchema.options.map((option) => option.shape.type.value);

test("every message type has a test file of its own", () => {
  expect(types).toContain("text");
  expect(types.filter((type) => !existsSync(new URL(`./${type}.test.ts`, import.meta.url)))).toEqual([]);
});

test("every message type that can be drawn can be sent", () => {
  expect(types.toSorted()).toEqual(outboundMessageSchema.options.map((option) => option.shape.type.value).toSorted());
});

test("a drawn message is asked for its templates and its values by its own type", () => {
  const message = messageConfigSchema.parse({ type: "text", body: "Hello $(name)", previewUrl: true });
  expect(messageTemplates(message)).toEqual([{ field: "body", source: "Hello $(name)" }]);
  expect(resolveMessage(message, () => "Hello Ada")).toEqual({ type: "text", body: "Hello Ada", previewUrl: true });
});
