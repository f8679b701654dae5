import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consentOf, mergeOptIn, type OptIn, optInSchema } from "./opt-in.ts";

const record = (status: OptIn["status"], at: number): OptIn => ({ status, at, source: "message", evidence: "wamid.1" });

describe("the word of a contact on proactive messages", () => {
  test.each(["STOP", "stop", " Stop. ", "*STOP*", "¡Stop!", "stop\n", "\u201Cstop\u201D"])("is no with %j", (text) => {
    expect(consentOf(text, {})).toBe("opted-out");
  });

  test.each(["START", "start", "Start!"])("is yes with %j", (text) => {
    expect(consentOf(text, {})).toBe("opted-in");
  });

  test.each(["", "   ", "...", "stop it", "please stop", "non-stop", "stopp", "restart", "STOP START"])(
    "is not said with %j",
    (text) => {
      expect(consentOf(text, {})).toBeUndefined();
    },
  );

  test("is said with an app's own words alone, where it has them, in any script", () => {
    const words = { stopWords: ["Halt", "توقف", "afmelden nu"], startWords: ["Los", "STRASSE"] };
    expect(consentOf("HALT", words)).toBe("opted-out");
    expect(consentOf("توقف!", words)).toBe("opted-out");
    expect(consentOf("Afmelden nu.", words)).toBe("opted-out");
    expect(consentOf("los", words)).toBe("opted-in");
    expect(consentOf("STOP", words)).toBeUndefined();
    expect(consentOf("START", words)).toBeUndefined();
  });

  test("is no where a word is in both lists: nobody is messaged against a doubt", () => {
    expect(consentOf("ok", { stopWords: ["ok"], startWords: ["ok"] })).toBe("opted-out");
  });

  test("is never said by words that are nothing but marks", () => {
    expect(consentOf("!", { stopWords: ["!"], startWords: [""] })).toBeUndefined();
  });
});

describe("two records of a contact's word", () => {
  test("make the later one", () => {
    expect(mergeOptIn(record("opted-in", 1), record("opted-out", 2))).toEqual(record("opted-out", 2));
    expect(mergeOptIn(record("opted-out", 2), record("opted-in", 1))).toEqual(record("opted-out", 2));
    expect(mergeOptIn(undefined, record("opted-in", 1))).toEqual(record("opted-in", 1));
  });

  test("of one moment make the opt-out, in any order (a property)", () => {
    const records = fc.array(
      fc
        .record({ status: fc.constantFrom("opted-in", "opted-out"), at: fc.nat(3) })
        .map(({ status, at }) => record(status, at)),
      { minLength: 1, maxLength: 6 },
    );
    const merged = (all: readonly OptIn[]) =>
      all.reduce<OptIn | undefined>((known, next) => mergeOptIn(known, next), undefined);
    fc.assert(
      fc.property(records, (all) => {
        expect(merged(all)).toEqual(merged(all.toReversed()));
      }),
    );
  });
});

test("A record has evidence of at most 2,000 characters", () => {
  expect(optInSchema.safeParse({ ...record("opted-in", 1), evidence: "x".repeat(2000) }).success).toBe(true);
  expect(optInSchema.safeParse({ ...record("opted-in", 1), evidence: "x".repeat(2001) }).success).toBe(false);
});
