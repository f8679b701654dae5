import { describe, expect, it } from "vitest";
import { addWords, wordLimits } from "./words.ts";

describe("It is true that words", () => {
  it("are added as they are typed, several at once", () => {
    expect(addWords(["STOP"], " afmelden ,Stop it;\n")).toEqual(["STOP", "afmelden", "Stop it"]);
  });

  it("stand there once, whatever their case", () => {
    expect(addWords(["STOP"], "stop, Stop")).toEqual(["STOP"]);
  });

  it("are no more and no longer than the server takes", () => {
    const many = Array.from({ length: 30 }, (_, index) => `word${index}`).join(",");
    expect(addWords([], many)).toHaveLength(wordLimits.words);
    expect(addWords([], "x".repeat(100))[0]).toHaveLength(wordLimits.length);
  });
});
