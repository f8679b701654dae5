import type { PhoneEntry } from "@parley/api";
import { describe, expect, test } from "vitest";
import { lastSequence, mergeEntries } from "./chat-query.ts";

function entry(id: string, sequence: number, status: PhoneEntry["status"] = "sent"): PhoneEntry {
  return { id, sequence, status, direction: "out", at: 1, text: id, message: {} };
}

describe("It is true of a chat that", () => {
  test("a changed message keeps its place, and a new one comes last", () => {
    const known = [entry("a", 1), entry("b", 2)];
    const merged = mergeEntries(known, [entry("a", 3, "read"), entry("c", 4)]);
    expect(merged.map(({ id, status }) => `${id} ${status}`)).toEqual(["a read", "b sent", "c sent"]);
    expect(merged[1]).toBe(known[1]);
  });

  test("it is the same list while nothing is new, so that nothing is drawn anew", () => {
    const known = [entry("a", 1)];
    expect(mergeEntries(known, [])).toBe(known);
  });

  test("what is asked for next comes after the latest change, wherever that stands", () => {
    expect(lastSequence([entry("a", 3), entry("b", 2)])).toBe(3);
    expect(lastSequence([])).toBe(0);
  });
});
