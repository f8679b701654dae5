import { expect, test } from "vitest";
import { media } from "./media.ts";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";

const image = {
  type: "media",
  kind: "image",
  mimeType: "image/png",
  source: { type: "link", url: "https://x.org/a.png" },
};

test("a new media message lacks its link alone", () => {
  expect(drawMessage(media.newConfig)).toEqual(media.newConfig);
  expect(problemsOf(media.newConfig)).toEqual(["source.url is empty; give a link such as https://example.com/a.jpg"]);
});

test("link, caption and file name are where expressions may stand", () => {
  expect(fieldsOf(image)).toEqual(["source.url", "caption", "fileName"]);
  expect(messageOf({ ...image, caption: "For $(name)" })).toEqual({ ...image, caption: "For <name>", fileName: "" });
});

test("a file that was uploaded is named by its id", () => {
  const source = { type: "upload", mediaId: "1003383421387256" };
  expect(messageOf({ ...image, source })).toMatchObject({ source });
  expect(problemsOf({ ...image, source: { type: "upload" } })).toEqual([
    "source.mediaId is empty; upload a file or give the id of one",
  ]);
});

test.each([
  [{ mimeType: "image/gif" }, 'mimeType is "image/gif", which WhatsApp does not take as image'],
  [{ mimeType: "image/jpeg" }, "source.url does not end in .jpg or .jpeg, as a link to image/jpeg must"],
  [{ caption: "x".repeat(1025) }, "caption is 1025 characters long; WhatsApp takes at most 1024"],
  [{ fileName: "a.png" }, "fileName must be empty for image"],
  [{ kind: "sticker", mimeType: "", caption: "x" }, "caption must be empty for sticker"],
])("it is told beforehand that with %j", (wrong, sentence) => {
  expect(problemsOf({ ...image, ...wrong })).toEqual([sentence]);
});

test("a link that an expression makes is judged when it is sent", () => {
  expect(problemsOf({ ...image, source: { type: "link", url: "$(picture)" } })).toEqual([]);
});
