import { expect, test } from "vitest";
import { createFileBook } from "./file-book.ts";
import { createObjectIds } from "./object-id.ts";

const day = 24 * 60 * 60 * 1000;

function createBook(limits = { files: 3, fileBytes: 100 }) {
  let now = 0;
  const book = createFileBook({
    clock: { now: () => now },
    nextId: createObjectIds(() => 0.5),
    sha256: (bytes) => `sha of ${bytes.length}`,
    limits,
  });
  const add = (size: number, from: "business" | "person" = "business") =>
    book.add({ phoneNumberId: "1", from, mimeType: "image/png", bytes: new Uint8Array(size) });
  return { book, add, wait: (ms: number) => void (now += ms) };
}

test("a file is found by its id, with its checksum", () => {
  const { book, add } = createBook();
  const { id } = add(10);
  expect(id).toMatch(/^\d{15}$/);
  expect(book.get(id)).toMatchObject({ mimeType: "image/png", sha256: "sha of 10", phoneNumberId: "1" });
  expect(book.get("100000000000000")).toBeUndefined();
});

test("a business's upload lives 30 days, a person's file 7 days", () => {
  const { book, add, wait } = createBook();
  const upload = add(1).id;
  const received = add(1, "person").id;
  wait(7 * day - 1);
  expect(book.get(received)).toBeDefined();
  wait(1);
  expect(book.get(received)).toBeUndefined();
  wait(23 * day - 1);
  expect(book.get(upload)).toBeDefined();
  wait(1);
  expect(book.get(upload)).toBeUndefined();
});

test("the oldest files go when their number or their bytes are too many, and the newest always stays", () => {
  const { book, add } = createBook();
  const ids = [40, 40, 40].map((size) => add(size).id);
  expect(ids.map((id) => book.get(id) !== undefined)).toEqual([false, true, true]);
  expect(book.bytes()).toBe(80);
  const large = add(1_000).id;
  expect(book.get(large)).toBeDefined();
  expect(book.bytes()).toBe(1_000);
  for (let count = 0; count < 4; count += 1) add(1);
  expect(book.bytes()).toBe(3);
});

test("a removed file is gone, once, and so are all files of a cleared book", () => {
  const { book, add } = createBook();
  const { id } = add(10);
  expect([book.remove(id), book.remove(id), book.bytes()]).toEqual([true, false, 0]);
  add(10);
  book.clear();
  expect(book.bytes()).toBe(0);
});
