import type { InteractiveHeader, ReplyButtonsMessage } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { replyButtonsWireForm } from "./reply-buttons.ts";

const message: ReplyButtonsMessage = {
  type: "reply-buttons",
  header: { type: "none" },
  body: "Shall we?",
  footer: "",
  buttons: [
    { id: "yes", title: "Yes" },
    { id: "no", title: "No" },
  ],
};
const action = {
  buttons: [
    { type: "reply", reply: { id: "yes", title: "Yes" } },
    { type: "reply", reply: { id: "no", title: "No" } },
  ],
};

describe("a message with reply buttons", () => {
  test("is written without header and footer where it has none", () => {
    expect(replyButtonsWireForm(message)).toEqual({
      type: "interactive",
      interactive: { type: "button", body: { text: "Shall we?" }, action },
    });
  });

  const media = (kind: "image" | "video" | "document", fileName = ""): InteractiveHeader => ({
    type: "media",
    media: { kind, source: { type: "upload", mediaId: "7" }, fileName },
  });
  test.each<{ header: InteractiveHeader; wire: object }>([
    { header: { type: "text", text: "A question" }, wire: { type: "text", text: "A question" } },
    { header: media("image"), wire: { type: "image", image: { id: "7" } } },
    { header: media("video"), wire: { type: "video", video: { id: "7" } } },
    { header: media("document", "a.pdf"), wire: { type: "document", document: { id: "7", filename: "a.pdf" } } },
  ])("is written with the header $wire", ({ header, wire }) => {
    expect(replyButtonsWireForm({ ...message, header, footer: "Small print" })).toEqual({
      type: "interactive",
      interactive: {
        type: "button",
        header: wire,
        body: { text: "Shall we?" },
        footer: { text: "Small print" },
        action,
      },
    });
  });
});
