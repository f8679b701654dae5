import { describe, expect, it } from "vitest";
import { readCopy } from "./local-copy.ts";

const copy = { id: "a", flowId: "order-status", kind: "unsaved", revision: 3, at: 5, draft: { nodes: [] } };

describe("It is true that what an earlier page left on this device", () => {
  it("is read where it is a copy, whatever its draft holds", () => {
    expect(readCopy({ ...copy, more: 1 })).toEqual([copy]);
  });

  it.each([
    [null],
    ["text"],
    [{ ...copy, kind: "other" }],
    [{ ...copy, revision: "3" }],
    [{ ...copy, at: undefined }],
    [{ ...copy, draft: null }],
    [{ ...copy, flowId: 7 }],
  ])("is passed over where it is none: %j", (input) => {
    expect(readCopy(input)).toEqual([]);
  });
});
