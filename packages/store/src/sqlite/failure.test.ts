import { describe, expect, test } from "vitest";
import { DataError, failureOf, isFaultOfUnit } from "./failure.ts";

describe("It is true that a failure", () => {
  test.each([
    [13, "full"],
    [8, "read-only"],
    [8 | (2 << 8), "read-only"],
    [14, "read-only"],
    [3, "read-only"],
    [5, "busy"],
    [6, "busy"],
    [11, "corrupt"],
    [26, "corrupt"],
    [10, "disk"],
    [10 | (3 << 8), "disk"],
    [1, "unexpected"],
  ] as const)("with SQLite's code %i is told as %s", (errcode, code) => {
    expect(failureOf(sqliteError(errcode))).toEqual({ code, detail: "it says why." });
  });

  test("of our own making is told as unexpected", () => {
    expect(failureOf(new RangeError("a bug"))).toEqual({ code: "unexpected", detail: "a bug." });
    expect(failureOf("a string")).toEqual({ code: "unexpected", detail: "a string" });
  });

  test("that was found out is told as it is", () => {
    expect(failureOf(new DataError("newer", "Its version is 2."))).toEqual({
      code: "newer",
      detail: "Its version is 2.",
    });
  });

  test("of one unit is told from a failure of all", () => {
    const ofUnit = [new TypeError("no such value"), ...[18, 19, 19 | (5 << 8), 20, 25].map(sqliteError)];
    const ofAll = [new RangeError("a bug"), "a string", ...[1, 5, 10, 11, 13].map(sqliteError)];
    expect(ofUnit.map(isFaultOfUnit)).not.toContain(false);
    expect(ofAll.map(isFaultOfUnit)).not.toContain(true);
  });
});

function sqliteError(errcode: number): Error {
  return Object.assign(new Error("it says why"), { errcode });
}
