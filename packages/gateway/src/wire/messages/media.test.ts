import type { MediaMessage } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { mediaWireForm } from "./media.ts";

const image: MediaMessage = {
  type: "media",
  kind: "image",
  mimeType: "image/jpeg",
  source: { type: "link", url: "https://example.com/taj.jpg" },
  caption: "Taj Mahal",
  fileName: "",
};
const upload = { type: "upload", mediaId: "1013859600285441" } as const;
const link = "https://example.com/taj.jpg";

describe("a media message", () => {
  test("names its file by link", () => {
    expect(mediaWireForm(image)).toEqual({ type: "image", image: { link, caption: "Taj Mahal" } });
  });

  test("names its file by the id of an upload, and never by both", () => {
    const report = { ...image, kind: "document", source: upload, fileName: "report.pdf" } as const;
    expect(mediaWireForm(report)).toEqual({
      type: "document",
      document: { id: "1013859600285441", caption: "Taj Mahal", filename: "report.pdf" },
    });
  });

  test.each(["audio", "sticker", "video"] as const)("leaves out what %s has not", (kind) => {
    expect(mediaWireForm({ ...image, kind, caption: "" })).toEqual({ type: kind, [kind]: { link } });
  });
});
