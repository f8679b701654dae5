import { expect, test } from "vitest";
import { type ChannelEvent, channelEventOf, channelEvents, type InboundContent } from "./inbound-message.ts";

const media = { kind: "image", mediaId: "1", mimeType: "image/png", caption: "", fileName: "", url: "" } as const;
const place = { latitude: 1, longitude: 2, name: "", address: "", url: "" };

const contents: [InboundContent, ChannelEvent | undefined][] = [
  [{ type: "text", text: "hello" }, "whatsapp.mo"],
  [{ type: "media", ...media }, "whatsapp.mo"],
  [{ type: "location", ...place }, "whatsapp.mo"],
  [{ type: "contacts", contacts: [] }, "whatsapp.mo"],
  [{ type: "unsupported", wireType: "order" }, "whatsapp.mo"],
  [{ type: "postback", payload: "P1", text: "Yes" }, "whatsapp.postback"],
  [{ type: "list-reply", id: "1", title: "One", description: "" }, "whatsapp.list"],
  [{ type: "button-reply", id: "1", title: "One" }, "whatsapp.reply"],
  [{ type: "reaction", messageId: "wamid.1", emoji: "" }, undefined],
  [{ type: "system", notice: "changed number" }, undefined],
];

test.each(contents)("$type counts as its channel event", (content, event) => {
  expect(channelEventOf(content)).toBe(event);
});

test("every channel event has content that counts as it", () => {
  const met = new Set(contents.map(([content]) => channelEventOf(content)));
  expect(channelEvents.filter((event) => !met.has(event))).toEqual([]);
});

test("content of no known type is our mistake", () => {
  expect(() => channelEventOf({ type: "fax" } as never)).toThrow("No case handles");
});
