import { describe, expect, it } from "vitest";
import { listConversations } from "./index.ts";

describe("It is true that a number in a query", () => {
  it("is read from digits, and has its default when absent", () => {
    expect(listConversations.query.parse({ limit: "7" })).toEqual({ limit: 7 });
    expect(listConversations.query.parse({})).toEqual({ limit: 50 });
  });

  it.each(["x", "1e1", "0x10", " ", "-1", "1.5"])(
    "is not read from %j, with a sentence that says what would be right",
    (limit) => {
      const messages = listConversations.query.safeParse({ limit }).error?.issues.map(({ message }) => message);
      expect(messages).toEqual(["must be a whole number, such as 50"]);
    },
  );

  it.each(["0", "201"])("keeps to its bounds: %s is none", (limit) => {
    expect(listConversations.query.safeParse({ limit }).success).toBe(false);
  });
});
