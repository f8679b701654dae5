import { expect, test } from "vitest";
import { en } from "../../texts/en/index.ts";
import { fileProblem, mimeTypeOf } from "./chosen-file.ts";

const problem = (name: string, type: string, size: number, kind: Parameters<typeof fileProblem>[1]) =>
  fileProblem({ name, type, size }, kind, en.messages.upload);

test("It is true that a file's type is told by its ending, and else by what the browser says", () => {
  expect(mimeTypeOf({ name: "a.JPG", type: "" }, "image")).toBe("image/jpeg");
  expect(mimeTypeOf({ name: "voice.ogg", type: "audio/ogg" }, "audio")).toBe("audio/ogg; codecs=opus");
  expect(mimeTypeOf({ name: "photo", type: "image/png" }, "image")).toBe("image/png");
  expect(mimeTypeOf({ name: "a.gif", type: "image/gif" }, "image")).toBe("");
});

test("It is true that a file is refused for its type, its size and for being empty, with what would be right", () => {
  expect(problem("a.png", "image/png", 5 * 1024 * 1024, "image")).toBeUndefined();
  expect(problem("a.png", "image/png", 5 * 1024 * 1024 + 1, "image")).toBe(
    "a.png is 5.1 MB large; WhatsApp takes at most 5 MB.",
  );
  expect(problem("a.gif", "image/gif", 10, "image")).toBe(
    "a.gif is not taken; choose a file that ends in .jpg, .jpeg, or .png.",
  );
  expect(problem("a.png", "image/png", 0, "image")).toBe("a.png is empty.");
});
