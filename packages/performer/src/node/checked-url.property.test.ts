import fc from "fast-check";
import { expect, test } from "vitest";
import { checkUrl } from "./checked-url.ts";
import { forbiddenAddress } from "./forbidden-address.ts";

const byte = fc.nat({ max: 255 });

/** Addresses of networks that are not public: the first bytes, and the rest at will. */
const inner = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
);

type Bytes = readonly [number, number, number, number];

const numberOf = ([a, b, c, d]: Bytes): number => ((a * 256 + b) * 256 + c) * 256 + d;
const hextets = ([a, b, c, d]: Bytes): string => `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;

/** The ways in which an IPv4 address may be written in a URL. */
const forms: readonly ((bytes: Bytes) => string)[] = [
  (bytes) => bytes.join("."),
  (bytes) => `${bytes.join(".")}.`,
  (bytes) => String(numberOf(bytes)),
  (bytes) => `0x${numberOf(bytes).toString(16)}`,
  (bytes) => `0${numberOf(bytes).toString(8)}`,
  ([a, b, c, d]) => `0x${a.toString(16)}.${b}.0${c.toString(8)}.${d}`,
  ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`,
  ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  (bytes) => `[::ffff:${bytes.join(".")}]`,
  (bytes) => `[::ffff:${hextets(bytes)}]`,
  (bytes) => `[::${hextets(bytes)}]`,
  (bytes) => `[64:ff9b::${hextets(bytes)}]`,
  (bytes) => `[2002:${hextets(bytes)}::1]`,
];

const rules = { forbid: forbiddenAddress, goes: "report", show: (url: string) => url } as const;

test("No way of writing an inner address leads there", () => {
  fc.assert(
    fc.property(inner, fc.constantFrom(...forms), fc.constantFrom("http", "https"), (bytes, form, scheme) => {
      const checked = checkUrl(`${scheme}://${form(bytes)}:8080/path`, rules);
      expect([form(bytes), checked.ok]).toEqual([form(bytes), false]);
    }),
    { numRuns: 500 },
  );
});

test("Any text is either a URL that may be posted to or refused with a sentence", () => {
  const anything = fc.string({ unit: "binary" });
  const likeUrl = fc.tuple(fc.constantFrom("http://", "https://", "https://a.example/", "//", "data:"), anything);
  fc.assert(
    fc.property(
      fc.oneof(
        anything,
        likeUrl.map((parts) => parts.join("")),
      ),
      (text) => {
        const checked = checkUrl(text, rules);
        expect(checked.ok || /^The URL ".*" .+\.$/s.test(checked.reason)).toBe(true);
      },
    ),
  );
}, 30_000);
