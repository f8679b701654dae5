import { createManualClock } from "@parley/simulator";
import { describe, expect, test } from "vitest";
import { serverLimits } from "./limits.ts";
import { createSessions, createWrongTokens } from "./sessions.ts";

describe("It is true that a session", () => {
  test("is open for twelve hours, and not a millisecond more", async () => {
    const { clock, advance } = createManualClock();
    const sessions = createSessions(clock);
    const id = sessions.begin();
    expect(sessions.isOpen(id)).toBe(true);
    await advance(serverLimits.sessionMs - 1);
    expect(sessions.isOpen(id)).toBe(true);
    await advance(1);
    expect(sessions.isOpen(id)).toBe(false);
  });

  test("has an id that nobody guesses, and no other is open", () => {
    const sessions = createSessions(createManualClock().clock);
    const ids = [sessions.begin(), sessions.begin()];
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[\w-]{43}$/);
    for (const id of ["", "x", `${ids[0]}x`]) expect(sessions.isOpen(id)).toBe(false);
  });

  test("ends alone", () => {
    const sessions = createSessions(createManualClock().clock);
    const [ended, other] = [sessions.begin(), sessions.begin()];
    sessions.end(ended);
    expect([sessions.isOpen(ended), sessions.isOpen(other)]).toEqual([false, true]);
  });

  test("ends when too many began after it", () => {
    const sessions = createSessions(createManualClock().clock);
    const ids = Array.from({ length: serverLimits.sessions + 1 }, () => sessions.begin());
    expect(ids.map((id) => sessions.isOpen(id)).indexOf(true)).toBe(1);
    expect(sessions.isOpen(ids.at(-1) ?? "")).toBe(true);
  });
});

describe("It is true that wrong tokens", () => {
  test("are let pass a few times a minute for each address", async () => {
    const { clock, advance } = createManualClock();
    const wrong = createWrongTokens(clock);
    for (let count = 1; count < serverLimits.wrongTokens; count++) wrong.count("a");
    expect(wrong.waitOf("a")).toBe(0);
    await advance(10_000);
    wrong.count("a");
    expect(wrong.waitOf("a")).toBe(50_000);
    expect(wrong.waitOf("b")).toBe(0);
    await advance(55_000);
    expect(wrong.waitOf("a")).toBe(0);
    for (let count = 1; count < serverLimits.wrongTokens; count++) wrong.count("a");
    expect(wrong.waitOf("a")).toBe(0);
    wrong.count("a");
    expect(wrong.waitOf("a")).toBe(serverLimits.wrongTokensMs);
  });

  test("are forgotten of the address that was wrong least lately, when there are too many", () => {
    const wrong = createWrongTokens(createManualClock().clock);
    const beWrong = (address: string) => {
      for (let count = 0; count < serverLimits.wrongTokens; count++) wrong.count(address);
    };
    for (const address of ["first", "second", "first"]) beWrong(address);
    for (let index = 0; index < serverLimits.wrongAddresses - 1; index++) wrong.count(`address ${index}`);
    expect(wrong.waitOf("second")).toBe(0);
    expect(wrong.waitOf("first")).toBeGreaterThan(0);
  });
});
