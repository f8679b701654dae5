import { describe, expect, test } from "vitest";
import { endingsOf, linkEndingProblem, mediaKinds, mediaTypes } from "./media-type.ts";

const rows = mediaKinds.flatMap((kind) =>
  Object.entries(mediaTypes[kind].endings).flatMap(([mimeType, endings]) =>
    endings.map((ending) => ({ kind, mimeType, ending })),
  ),
);

describe("a media type", () => {
  test("is one of those that the WhatsApp node page lists, and MP4 audio besides", () => {
    const types = mediaKinds.map((kind) => [kind, Object.keys(mediaTypes[kind].endings).length]);
    expect(types).toEqual([
      ["image", 2],
      ["video", 2],
      ["audio", 5],
      ["document", 8],
      ["sticker", 1],
    ]);
  });

  test("may be as large as the Cloud API says", () => {
    const megabyte = 1_048_576;
    expect(mediaKinds.map((kind) => mediaTypes[kind].bytes / megabyte)).toEqual([5, 16, 16, 100, 500 / 1024]);
  });

  test.each(rows)("of $kind, $mimeType, takes a link to .$ending in any case", ({ kind, mimeType, ending }) => {
    expect(linkEndingProblem(`https://example.com/a.${ending}`, kind, mimeType)).toBeUndefined();
    expect(linkEndingProblem(`https://example.com/a.${ending.toUpperCase()}?x=1#y`, kind, mimeType)).toBeUndefined();
    expect(linkEndingProblem(`https://example.com/a${ending}`, kind, mimeType)).toContain(`.${ending}`);
  });

  test("that the kind does not take has no endings, and says nothing of links", () => {
    expect(endingsOf("audio", "audio/ogg")).toBeUndefined();
    expect(endingsOf("image", "constructor")).toBeUndefined();
    expect(linkEndingProblem("https://example.com/a", "audio", "audio/ogg")).toBeUndefined();
  });
});
