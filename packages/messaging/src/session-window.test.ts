import { describe, expect, test } from "vitest";
import {
  answerEntryPoint,
  freeEntryPointClosesAt,
  isFreeEntryPointOpen,
  isSessionWindowOpen,
  sessionWindowClosesAt,
} from "./session-window.ts";

const wroteAt = Date.UTC(2026, 0, 1, 12);
const day = 24 * 60 * 60 * 1000;

test("the session window closes 24 hours after the contact's last message", () => {
  expect(sessionWindowClosesAt(wroteAt)).toBe(Date.UTC(2026, 0, 2, 12));
});

test("the session window is open until it closes, and not at that very moment", () => {
  expect(isSessionWindowOpen(wroteAt, wroteAt)).toBe(true);
  expect(isSessionWindowOpen(wroteAt, wroteAt + day - 1)).toBe(true);
  expect(isSessionWindowOpen(wroteAt, wroteAt + day)).toBe(false);
});

test("a contact who never wrote has no session window", () => {
  expect(isSessionWindowOpen(undefined, wroteAt)).toBe(false);
});

test("a message that the provider dates in the future keeps the window open", () => {
  expect(isSessionWindowOpen(wroteAt + 5_000, wroteAt)).toBe(true);
});

describe("the free entry point of a contact who came by an advertisement", () => {
  const entry = { enteredAt: wroteAt };

  test("is not open before the business has answered", () => {
    expect(isFreeEntryPointOpen(undefined, wroteAt)).toBe(false);
    expect(isFreeEntryPointOpen(entry, wroteAt)).toBe(false);
    expect(freeEntryPointClosesAt(entry)).toBeUndefined();
  });

  test("lasts 72 hours from the first answer within 24 hours, and not at that very moment", () => {
    const answered = answerEntryPoint(entry, wroteAt + day - 1);
    const closesAt = wroteAt + day - 1 + 3 * day;
    expect(freeEntryPointClosesAt(answered)).toBe(closesAt);
    expect(isFreeEntryPointOpen(answered, wroteAt + day)).toBe(true);
    expect(isFreeEntryPointOpen(answered, closesAt - 1)).toBe(true);
    expect(isFreeEntryPointOpen(answered, closesAt)).toBe(false);
  });

  test("never opens when the answer comes after 24 hours", () => {
    expect(answerEntryPoint(entry, wroteAt + day)).toEqual(entry);
  });

  test("is not made longer by a second answer", () => {
    const first = answerEntryPoint(entry, wroteAt + 1000);
    expect(answerEntryPoint(first, wroteAt + 2000)).toEqual(first);
  });
});
