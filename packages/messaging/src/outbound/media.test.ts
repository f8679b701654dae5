import { describe, expect, test } from "vitest";
import { headerMediaSchema, mediaMessageSchema } from "./media.ts";
import { long, problemsOf } from "./problems-of.test-support.ts";

const image = {
  type: "media",
  kind: "image",
  mimeType: "image/jpeg",
  source: { type: "link", url: "https://example.com/taj.jpg" },
  caption: "",
  fileName: "",
};
const report = { ...image, kind: "document", mimeType: "", source: { type: "upload", mediaId: "1013859600285441" } };
const problems = (changes: object) => problemsOf(mediaMessageSchema, { ...image, ...changes });

describe("a media message", () => {
  test.each([
    { changes: {} },
    { changes: { mimeType: "" } },
    { changes: { source: { type: "upload", mediaId: "1013859600285441" } } },
    { changes: { kind: "audio", mimeType: "", source: { type: "link", url: "https://example.com/a" } } },
    {
      changes: { kind: "sticker", mimeType: "image/webp", source: { type: "link", url: "https://example.com/a.webp" } },
    },
    { changes: { ...report, fileName: "report.pdf", caption: "Yours" } },
  ])("is taken with $changes", ({ changes }) => {
    expect(problems(changes)).toEqual([]);
  });

  test("has a caption of at most 1,024 characters", () => {
    expect(problems({ caption: long(1024) })).toEqual([]);
    expect(problems({ caption: long(1025) })).toEqual(["caption is 1025 characters long; WhatsApp takes at most 1024"]);
  });

  test("has a file name of at most 240 characters", () => {
    expect(problems({ ...report, fileName: long(240) })).toEqual([]);
    expect(problems({ ...report, fileName: long(241) })).toEqual([
      "fileName is 241 characters long; WhatsApp takes at most 240",
    ]);
  });

  test("has the id of an upload of at most 512 characters, and never an empty one", () => {
    expect(problems({ source: { type: "upload", mediaId: "1".repeat(512) } })).toEqual([]);
    expect(problems({ source: { type: "upload", mediaId: "1".repeat(513) } })).toEqual([
      "source.mediaId is 513 characters long; WhatsApp takes at most 512",
    ]);
    expect(problems({ source: { type: "upload", mediaId: "" } })).toEqual([
      "source.mediaId is empty; upload a file or give the id of one",
    ]);
  });

  test.each(["audio", "sticker"])("has no caption when it is %s", (kind) => {
    expect(problems({ ...report, kind, caption: "Taj" })).toEqual([`caption must be empty for ${kind}`]);
  });

  test.each(["image", "audio", "video", "sticker"])("has no file name when it is %s", (kind) => {
    expect(problems({ ...report, kind, fileName: "a.bin" })).toEqual([`fileName must be empty for ${kind}`]);
  });

  test("has a MIME type that its kind takes", () => {
    expect(problems({ mimeType: "image/webp" })).toEqual([
      'mimeType is "image/webp", which WhatsApp does not take as image',
    ]);
  });

  test("has a link that ends as its MIME type says", () => {
    expect(problems({ source: { type: "link", url: "https://example.com/taj.png?size=.jpg" } })).toEqual([
      "source.url does not end in .jpg or .jpeg, as a link to image/jpeg must",
    ]);
  });
});

test("A file in a header is an image, a video or a document", () => {
  const { source, fileName } = image;
  for (const kind of ["image", "video", "document"])
    expect(problemsOf(headerMediaSchema, { kind, source, fileName })).toEqual([]);
  expect(problemsOf(headerMediaSchema, { kind: "audio", source, fileName })).toEqual([
    'kind is "audio"; it must be "image", "video" or "document"',
  ]);
});
