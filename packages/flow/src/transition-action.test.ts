import { parseInput } from "@parley/messaging";
import { expect, test } from "vitest";
import { transitionActionSchema } from "./transition-action.ts";

function problems(action: unknown): string[] {
  const parsed = parseInput(transitionActionSchema, action);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path.join(".")} ${message}`);
}

test("an action sets a variable or logs a value", () => {
  expect(problems({ type: "set-variable", name: "answer", value: "$(receive.message)" })).toEqual([]);
  expect(problems({ type: "log", value: "came by" })).toEqual([]);
});

test("an action of another type is refused with the types that are known", () => {
  expect(problems({ type: "beep" })).toEqual(['type is "beep"; it must be "set-variable" or "log"']);
});

test("an action may not set a reserved variable", () => {
  expect(problems({ type: "set-variable", name: "message", value: "" })).toEqual([
    "name is a reserved name; choose another, such as one with my_ before it",
  ]);
});
