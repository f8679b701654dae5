import { formatPath } from "@parley/messaging";
import { expect, test } from "vitest";
import { pathOfField } from "./field-path.ts";

test.each([
  [["config", "message", "body"]],
  [["config", "branches", 0, "rows", 12, "values", 3]],
  [["settings", "outcomeDefaults", "whatsapp.mo"]],
  [["settings", "outcomeDefaults", 'say "yes"']],
  [[]],
])("It is true that the path %j is read from the field that it is written as", (path) => {
  expect(pathOfField(formatPath(path))).toEqual(path);
});
