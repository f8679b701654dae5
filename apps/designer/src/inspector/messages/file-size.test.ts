import { expect, test } from "vitest";
import { bytesInWords } from "./file-size.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [1023, "1023 bytes"],
  [1536, "1.5 KB"],
  [500 * 1024, "500 KB"],
  [100 * 1024 * 1024, "100 MB"],
  [5_000_000_000, "4768.4 MB"],
])("It is true that %i bytes are %s", (bytes, words) => {
  expect(bytesInWords(bytes)).toBe(words);
});
