import { describe, expect, test } from "vitest";
import { rank } from "./rank.ts";

const titles = (query: string, entries: readonly { title: string; words?: string }[]) =>
  rank(entries, query).map(({ title }) => title);

describe("It is true that of entries", () => {
  test("all are kept in their order for an empty query", () => {
    expect(titles(" ", [{ title: "b" }, { title: "a" }])).toEqual(["b", "a"]);
  });

  test("the best comes first: a title's beginning, a word's, a part of one, then other words", () => {
    const entries = [
      { title: "Copy", words: "tidy" },
      { title: "Untidy" },
      { title: "Make tidy" },
      { title: "Tidy up" },
      { title: "Zoom" },
    ];
    expect(titles("tidy", entries)).toEqual(["Tidy up", "Make tidy", "Untidy", "Copy"]);
  });

  test("every word of the query must be there, in the title or beside it", () => {
    const entries = [
      { title: "Greeting", words: "n3 WhatsApp" },
      { title: "Greeting", words: "n4 Delay" },
    ];
    expect(rank(entries, "whats greet")).toEqual([entries[0]]);
    expect(rank(entries, "greet goodbye")).toEqual([]);
  });

  test("case and accents do not matter", () => {
    expect(titles("uber", [{ title: "Über uns" }])).toEqual(["Über uns"]);
    expect(titles("ÉTÉ", [{ title: "ete" }])).toEqual(["ete"]);
  });

  test("equals keep their order", () => {
    expect(titles("a", [{ title: "ab" }, { title: "aa" }])).toEqual(["ab", "aa"]);
  });
});
