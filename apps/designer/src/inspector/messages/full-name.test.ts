import { expect, test } from "vitest";
import { fullName, isFullName } from "./full-name.ts";

const name = { formattedName: "", prefix: "Dr", firstName: "Ada ", middleName: "", lastName: "Byron", suffix: "" };

test("It is true that a name is made of its parts in their order", () => {
  expect(fullName(name)).toBe("Dr Ada Byron");
  expect(fullName(null)).toBe("");
});

test("It is true that a name follows its parts until a person writes another", () => {
  expect(isFullName("", name)).toBe(true);
  expect(isFullName("Dr Ada Byron", name)).toBe(true);
  expect(isFullName("Ada", name)).toBe(false);
});
