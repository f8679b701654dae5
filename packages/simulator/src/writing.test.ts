import { describe, expect, test } from "vitest";
import { createFileBook, type StoredFile } from "./file-book.ts";
import { createObjectIds } from "./object-id.ts";
import { businessNumber } from "./world.test-support.ts";
import {
  type Content,
  contentSchema,
  exampleReferral,
  referralSchema,
  type WritingOptions,
  writingOf,
} from "./writing.ts";

function createOptions(more: Partial<WritingOptions> = {}): WritingOptions {
  const files = createFileBook({
    ...{ clock: { now: () => 0 }, nextId: createObjectIds(() => 0), sha256: () => "checksum" },
    limits: { files: 10, fileBytes: 10_000 },
  });
  return { number: businessNumber, files, linkOf: ({ id }: StoredFile) => `https://files/${id}`, ...more };
}

const hello: Content = { type: "text", text: "Hello" };

describe("what a person writes", () => {
  test("may answer a message; a choice names its own message first", () => {
    const options = createOptions({ contextId: "wamid.2" });
    const context = (content: Content) => writingOf(content, options).message["context"];
    expect(context(hello)).toEqual({ from: "15550783881", id: "wamid.2" });
    expect(context({ type: "button-reply", id: "a", title: "A", contextId: "wamid.1" })).toMatchObject({
      id: "wamid.1",
    });
    expect(writingOf(hello, createOptions()).message).not.toHaveProperty("context");
  });

  test("may come by an advertisement", () => {
    const { message } = writingOf(hello, createOptions({ referral: exampleReferral }));
    expect(message["referral"]).toEqual({
      source_type: "ad",
      source_id: "120210000000000000",
      source_url: "https://fb.me/example",
      headline: "Chat with us",
      body: "We answer within minutes.",
      ctwa_clid: expect.any(String),
    });
    const post = referralSchema.parse({ sourceType: "post", headline: "Sale" });
    expect(writingOf(hello, createOptions({ referral: post })).message["referral"]).toMatchObject({
      source_type: "post",
      headline: "Sale",
    });
  });

  test.each(["image", "audio", "video", "document", "sticker"] as const)("may be a %s, which is kept", (kind) => {
    const options = createOptions();
    const { message, text } = writingOf({ type: "media", kind }, options);
    const { id, mime_type, sha256, url } = message[kind] as Record<string, string>;
    expect({ sha256, url, text }).toEqual({ sha256: "checksum", url: `https://files/${id}`, text: `[${kind}]` });
    expect(options.files.get(id ?? "")).toMatchObject({ from: "person", mimeType: mime_type });
    expect(options.files.get(id ?? "")?.bytes.length).toBeGreaterThan(10);
  });

  test("may be a file that was uploaded, with its own type", () => {
    const options = createOptions();
    const bytes = new Uint8Array([1]);
    const file = options.files.add({ phoneNumberId: "1", from: "business", mimeType: "image/png", bytes });
    const { message } = writingOf({ type: "media", kind: "image", mediaId: file.id, caption: "Mine" }, options);
    const image = {
      id: file.id,
      mime_type: "image/png",
      caption: "Mine",
      sha256: "checksum",
      url: `https://files/${file.id}`,
    };
    expect(message).toEqual({ type: "image", image });
  });

  test("reads as its caption, its file's name or its place's name, as people read it", () => {
    const textOf = (content: Content) => writingOf(content, createOptions()).text;
    expect(textOf({ type: "media", kind: "document", fileName: "a.pdf", caption: "Mine" })).toBe("Mine");
    expect(textOf({ type: "media", kind: "document", fileName: "a.pdf" })).toBe("a.pdf");
    expect(textOf({ type: "location", latitude: 1, longitude: 2, name: "" })).toBe("1, 2");
    expect(textOf({ type: "location", latitude: 1, longitude: 2, name: "There" })).toBe("There");
  });
});

test.each([
  [{ type: "text", text: "" }],
  [{ type: "text", text: "x".repeat(65_537) }],
  [{ type: "button-reply", id: "", title: "A" }],
  [{ type: "media", kind: "hologram" }],
  [{ type: "location", latitude: 91, longitude: 0 }],
  [{ type: "contacts", contacts: [] }],
  [{ type: "reaction", messageId: "", emoji: "👍" }],
  [{ type: "text", text: "Hi", more: 1 }],
  [{ type: "dance" }],
])("a person cannot do %j", (content) => {
  expect(contentSchema.safeParse(content).success).toBe(false);
});
