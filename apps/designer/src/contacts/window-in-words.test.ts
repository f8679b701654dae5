import { describe, expect, it } from "vitest";
import { currentAreaTexts } from "../texts/current-area-texts.ts";
import { entryPointInWords, windowInWords } from "./window-in-words.ts";

const en = currentAreaTexts();

const now = Date.UTC(2026, 10, 27, 12, 0);
const minutes = (count: number): number => count * 60_000;
const say = (offset: number) => windowInWords({ windowClosesAt: now + offset }, now, en);

describe("It is true that a session window", () => {
  it.each([
    [minutes(192), "Open, closes in 3 h 12 min"],
    [minutes(60), "Open, closes in 1 h 0 min"],
    [minutes(24 * 60), "Open, closes in 24 h 0 min"],
    [minutes(59), "Open, closes in 59 min"],
    [30_000, "Open, closes in less than a minute"],
    [1, "Open, closes in less than a minute"],
  ])("that closes %i ms from now is said to be open", (offset, text) => {
    expect(say(offset)).toEqual({ isOpen: true, text });
  });

  it.each([
    [0, "Closed less than a minute ago"],
    [-minutes(5), "Closed 5 min ago"],
    [-minutes(26 * 60), "Closed 26 h 0 min ago"],
    [-minutes(3 * 24 * 60 + 61), "Closed 3 d 1 h ago"],
  ])("that closed %i ms from now is said to be closed", (offset, text) => {
    expect(say(offset)).toEqual({ isOpen: false, text });
  });

  it("of a contact who never wrote never opened", () => {
    expect(windowInWords({}, now, en)).toEqual({ isOpen: false, text: "Never wrote, so that it never opened" });
  });
});

describe("It is true that a free entry point", () => {
  it("is told of where there is one, in days where it lasts for days", () => {
    expect(entryPointInWords({ freeEntryPointClosesAt: now + minutes(72 * 60) }, now, en)).toEqual({
      isOpen: true,
      text: "Open, closes in 3 d 0 h",
    });
    expect(entryPointInWords({}, now, en)).toBeUndefined();
  });
});
