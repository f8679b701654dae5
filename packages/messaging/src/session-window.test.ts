import { expect, test } from "vitest";
import { isSessionWindowOpen, sessionWindowClosesAt } from "./session-window.ts";

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
