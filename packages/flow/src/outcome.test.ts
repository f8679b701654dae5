import { expect, test } from "vitest";
import { green, onError, onTimeout } from "./outcome.ts";

test("green outcomes must lead somewhere, failures need not", () => {
  expect(green("onSuccess")).toEqual({ name: "onSuccess", colour: "green", isRequired: true });
  expect(onTimeout).toEqual({ name: "onTimeout", colour: "amber", isRequired: true });
  expect(onError).toEqual({ name: "onError", colour: "red", isRequired: false });
});
