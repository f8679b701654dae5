import { expect, test } from "vitest";
import { ctaUrlWireForm } from "./cta-url.ts";

test("A message with a button that opens a page is written with the button's text and link", () => {
  const message = {
    type: "cta-url",
    header: {
      type: "media",
      media: { kind: "image", source: { type: "link", url: "https://example.com/a" }, fileName: "" },
    },
    body: "On its way",
    footer: "Thank you",
    displayText: "Track it",
    url: "https://example.com/orders/1",
  } as const;
  expect(ctaUrlWireForm(message)).toEqual({
    type: "interactive",
    interactive: {
      type: "cta_url",
      header: { type: "image", image: { link: "https://example.com/a" } },
      body: { text: "On its way" },
      footer: { text: "Thank you" },
      action: {
        name: "cta_url",
        parameters: { display_text: "Track it", url: "https://example.com/orders/1" },
      },
    },
  });
});
