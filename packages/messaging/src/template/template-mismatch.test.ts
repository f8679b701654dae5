import { describe, expect, test } from "vitest";
import type { TemplateMessage } from "../outbound/template.ts";
import { authenticationWith, messageWith, templateWith, textParameter } from "./sample-template.test-support.ts";
import type { Template } from "./template.ts";
import { templateMismatch } from "./template-mismatch.ts";

const named = templateWith({
  parameterFormat: "named",
  header: { type: "text", text: "For {{who}}", example: "Pablo" },
  body: "Hi {{first}}, order {{order}} is here.",
});
const namedBody = [textParameter("7", "order"), textParameter("Ada", "first")];
const headerText = (name: string): TemplateMessage["header"] => ({
  type: "text",
  parameter: textParameter("Ada", name),
});
const image: TemplateMessage["header"] = {
  type: "media",
  media: { kind: "image", source: { type: "upload", mediaId: "1" }, fileName: "" },
};
const withHeader = (header: Template["header"]) => templateWith({ header });
const withButtons = (...buttons: Template["buttons"]) => templateWith({ buttons });
const urlButton = { type: "url", text: "Track", url: "https://example.com/{{1}}", example: "x" } as const;
const otp = (code: string): TemplateMessage["buttons"] => [{ type: "otp", index: 0, code }];

describe("a message fits its template", () => {
  test.each<{ why: string; template: Template; message: TemplateMessage }>([
    { why: "with its parameters", template: templateWith(), message: messageWith() },
    {
      why: "with named parameters in any order",
      template: named,
      message: messageWith({ header: headerText("who"), body: namedBody }),
    },
    {
      why: "with a text for its header",
      template: withHeader({ type: "text", text: "For {{1}}", example: "Pablo" }),
      message: messageWith({ header: headerText("") }),
    },
    {
      why: "with a file for its header",
      template: withHeader({ type: "image", example: "h" }),
      message: messageWith({ header: image }),
    },
    {
      why: "without the payload of a quick reply",
      template: withButtons({ type: "quick-reply", text: "Yes" }),
      message: messageWith(),
    },
    {
      why: "with the end of a link",
      template: withButtons({ type: "quick-reply", text: "Yes" }, urlButton),
      message: messageWith({ buttons: [{ type: "url", index: 1, suffix: "7" }] }),
    },
    {
      why: "with one code in the text and the button",
      template: authenticationWith(),
      message: messageWith({ body: [textParameter("J$Fp")], buttons: otp("J$Fp") }),
    },
    {
      why: "with a code for a template that Meta says is named",
      template: authenticationWith({ parameterFormat: "named" }),
      message: messageWith({ body: [textParameter("J$Fp")], buttons: otp("J$Fp") }),
    },
  ])("$why", ({ template, message }) => {
    expect(templateMismatch(template, message)).toBeUndefined();
  });
});

const numbered = "and the template's placeholders have numbers, not names.";

describe("a message does not fit its template", () => {
  test.each<{ sentence: string; template: Template; message: TemplateMessage }>([
    {
      sentence: "The template wants an image for its header, and the message brings nothing.",
      template: withHeader({ type: "image", example: "h" }),
      message: messageWith(),
    },
    {
      sentence: "The template wants a video for its header, and the message brings an image.",
      template: withHeader({ type: "video", example: "h" }),
      message: messageWith({ header: image }),
    },
    {
      sentence: "The template wants nothing for its header, and the message brings a text.",
      template: withHeader({ type: "text", text: "Hi", example: "" }),
      message: messageWith({ header: headerText("") }),
    },
    {
      sentence: "The message brings no parameter named who, which the template's header wants.",
      template: named,
      message: messageWith({ header: headerText("whom"), body: namedBody }),
    },
    {
      sentence: `The message brings a parameter named who, ${numbered}`,
      template: withHeader({ type: "text", text: "For {{1}}", example: "Pablo" }),
      message: messageWith({ header: headerText("who") }),
    },
    {
      sentence: "The template's body wants 2 parameters, and the message brings 1.",
      template: templateWith(),
      message: messageWith({ body: [textParameter("Ada")] }),
    },
    {
      sentence: "The template's body wants 1 parameter, and the message brings 2.",
      template: templateWith({ body: "Hi {{1}}!" }),
      message: messageWith(),
    },
    {
      sentence: `The message brings a parameter named 2, ${numbered}`,
      template: templateWith(),
      message: messageWith({ body: [textParameter("Ada"), textParameter("7", "2")] }),
    },
    {
      sentence: "The message brings no parameter named order, which the template's body wants.",
      template: named,
      message: messageWith({
        header: headerText("who"),
        body: [textParameter("a", "first"), textParameter("b", "first")],
      }),
    },
    {
      sentence: "The message brings no value for button 2 of the template.",
      template: withButtons({ type: "quick-reply", text: "Yes" }, urlButton),
      message: messageWith(),
    },
    {
      sentence: "The message brings a url value for button 1, which takes none of that kind.",
      template: withButtons({ type: "quick-reply", text: "Yes" }),
      message: messageWith({ buttons: [{ type: "url", index: 0, suffix: "7" }] }),
    },
    {
      sentence: "The message brings a quick-reply value for button 4, which takes none of that kind.",
      template: templateWith(),
      message: messageWith({ buttons: [{ type: "quick-reply", index: 3, payload: "p" }] }),
    },
    {
      sentence:
        "The message brings one code for the template's body and another for its button; both must be the same text.",
      template: authenticationWith(),
      message: messageWith({ body: [textParameter("J$Fp")], buttons: otp("J$Fq") }),
    },
  ])("$sentence", ({ sentence, template, message }) => {
    expect(templateMismatch(template, message)).toBe(sentence);
  });
});
