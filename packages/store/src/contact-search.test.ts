import { describe, expect, test } from "vitest";
import { foldText, searchTextOf } from "./contact-search.ts";

const contact = { id: "a", fields: {}, createdAt: 1, updatedAt: 1 };

describe("It is true that what a search looks through", () => {
  test("has a line for each name, and no line break within one", () => {
    const names = { name: "Jan\nde  Vries ", username: "Jan.Vries", waId: "31612345678", bsuid: "NL.1a" };
    expect(searchTextOf({ ...contact, ...names, customerId: "C\r\n17" })).toBe(
      "jan de vries\n@jan.vries\n+31612345678\nnl.1a\nc 17",
    );
    expect(searchTextOf({ ...contact, name: "Jan" })).toBe("jan\n\n\n\n");
  });

  test("is folded as what is searched for is", () => {
    expect(foldText(" E\u0301LISE\u00A0Ångström ")).toBe("élise ångström");
    expect(foldText("ＪＡＮ")).toBe("jan");
    expect(foldText("half \uD83D, nothing \0")).toBe("half \uFFFD, nothing \uFFFD");
  });
});
