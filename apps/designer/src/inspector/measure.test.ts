import { expect, test } from "vitest";
import { measure } from "./measure.ts";

test("It is true that expressions are counted as values, and the rest by its characters", () => {
  expect(measure("")).toEqual({ length: 0, values: 0 });
  expect(measure("Hi $(name), $(n2.whatsapp.waId)!")).toEqual({ length: 6, values: 2 });
  expect(measure("$$(5) 👍")).toEqual({ length: 7, values: 0 });
});
