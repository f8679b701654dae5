import { describe, expect, test } from "vitest";
import { problemsOf } from "./problems-of.test-support.ts";
import { reactionMessageSchema } from "./reaction.ts";

const problems = (changes: object) =>
  problemsOf(reactionMessageSchema, { type: "reaction", messageId: "wamid.1", emoji: "👍", ...changes });

describe("a reaction", () => {
  test.each(["👍", "👍🏽", "❤️", "❤", "🇳🇱", "👩‍💻", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", ""])("may be %j", (emoji) => {
    expect(problems({ emoji })).toEqual([]);
  });

  test.each(["👍👍", "ok", "1", "#", " ", "👍 ", ":)"])("is not %j", (emoji) => {
    expect(problems({ emoji })).toEqual(["emoji must be one emoji, or empty to take the reaction away"]);
  });

  test("names the message by an id of 1 to 512 characters", () => {
    expect(problems({ messageId: "w".repeat(512) })).toEqual([]);
    expect(problems({ messageId: "w".repeat(513) })).toEqual([
      "messageId is 513 characters long; WhatsApp takes at most 512",
    ]);
    expect(problems({ messageId: "" })).toEqual([
      "messageId is empty; name the message to react to, such as $(whatsapp.transId)",
    ]);
  });
});
