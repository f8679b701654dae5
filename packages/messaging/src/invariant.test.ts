import { expect, test } from "vitest";
import { assertNever, InvariantError, invariant } from "./invariant.ts";

test("an invariant that holds is silent", () => {
  expect(() => invariant(1, "one is something")).not.toThrow();
});

test("an invariant that does not hold throws its statement", () => {
  expect(() => invariant(undefined, "an edge leads to a node")).toThrow(
    new InvariantError("It does not hold that an edge leads to a node."),
  );
});

test("a case that the compiler did not expect is named", () => {
  expect(() => assertNever("surprise" as never)).toThrow(new InvariantError('No case handles "surprise".'));
});
