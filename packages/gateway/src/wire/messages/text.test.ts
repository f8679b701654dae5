import { expect, test } from "vitest";
import { textWireForm } from "./text.ts";

test("A text message is written as the Messages reference says", () => {
  expect(textWireForm({ type: "text", body: "*Hi*\n\u{1F642}", previewUrl: false })).toEqual({
    type: "text",
    text: { body: "*Hi*\n\u{1F642}", preview_url: false },
  });
});
