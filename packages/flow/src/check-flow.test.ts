import { describe, expect, test } from "vitest";
import { check, checkNode, send } from "./check-flow.test-support.ts";

describe("a flow with nothing wrong", () => {
  test("gives no issue", () => {
    expect(check({})).toEqual([]);
    expect(checkNode(send, ["onSuccess"])).toEqual([]);
  });
});
