import { describe, expect, test } from "vitest";
import { authenticationWith, templateWith } from "./sample-template.test-support.ts";
import type { TemplateButton } from "./template.ts";
import { buttonProblems } from "./template-button-problems.ts";

const quickReply = (text: string): TemplateButton => ({ type: "quick-reply", text });
const url = (changes: object = {}): TemplateButton => ({
  ...{ type: "url", text: "Track", url: "https://example.com/orders", example: "" },
  ...changes,
});
const phone = (phoneNumber: string, text = "Call us"): TemplateButton => ({ type: "phone-number", text, phoneNumber });
const copyCode = (example: string): TemplateButton => ({ type: "copy-code", example });
const otp = (changes: object = {}): TemplateButton => ({
  ...{ type: "otp", otpType: "one-tap", text: "Copy code", autofillText: "Autofill" },
  ...{ packageName: "com.example.app", signatureHash: "K8a/AINcGX7" },
  ...changes,
});
const problems = (...buttons: TemplateButton[]) =>
  buttonProblems(templateWith({ buttons })).map(({ field, message }) => `${field} ${message}`);
const otpProblems = (changes: object) =>
  buttonProblems(authenticationWith({ buttons: [otp(changes)] })).map(({ field, message }) => `${field} ${message}`);
const replies = (length: number) => Array.from({ length }, (_, index) => quickReply(`Reply ${index}`));

describe("Meta takes buttons", () => {
  test.each<{ why: string; buttons: TemplateButton[] }>([
    { why: "of which there are none", buttons: [] },
    { why: "of which there are ten", buttons: replies(10) },
    { why: "that read 25 characters", buttons: [quickReply("x".repeat(25))] },
    { why: "with both kinds apart", buttons: [quickReply("Yes"), quickReply("No"), url(), phone("+31612345678")] },
    { why: "with two links", buttons: [url(), url({ text: "Shop" })] },
    { why: "with a link of 2,000 characters", buttons: [url({ url: `https://example.com/${"x".repeat(1980)}` })] },
    {
      why: "with a placeholder at the end of a link",
      buttons: [url({ url: "https://example.com/{{1}}", example: "https://example.com/12" })],
    },
    { why: "with a phone number of 20 characters", buttons: [phone("+31 (0)6 12 34 56 78")] },
    { why: "with a coupon code of 20 characters", buttons: [copyCode("x".repeat(20))] },
  ])("$why", ({ buttons }) => {
    expect(problems(...buttons)).toEqual([]);
  });

  test.each(["copy-code", "one-tap", "zero-tap"])("for a one-time password of type %s", (otpType) => {
    expect(otpProblems({ otpType })).toEqual([]);
  });
});

const plain = "has a line break, a placeholder or an emoji; write plain words";

describe("Meta refuses buttons", () => {
  test.each<{ buttons: TemplateButton[]; sentence: string }>([
    { buttons: replies(11), sentence: "buttons has 11 buttons; WhatsApp takes at most 10" },
    {
      buttons: [url({ text: "A" }), url({ text: "B" }), url({ text: "C" })],
      sentence: "buttons has 3 buttons of type url; WhatsApp takes at most 2",
    },
    {
      buttons: [phone("+31612345678"), phone("+31612345679", "Or us")],
      sentence: "buttons has 2 buttons of type phone-number; WhatsApp takes at most 1",
    },
    {
      buttons: [copyCode("A"), copyCode("B")],
      sentence: "buttons has 2 buttons of type copy-code; WhatsApp takes at most 1",
    },
    {
      buttons: [quickReply("Yes"), url(), quickReply("No")],
      sentence: "buttons mixes quick replies with other buttons; keep each kind together",
    },
    {
      buttons: [url(), quickReply("Yes"), phone("+31612345678")],
      sentence: "buttons mixes quick replies with other buttons; keep each kind together",
    },
    { buttons: [quickReply("Yes"), quickReply("Yes")], sentence: "buttons has two buttons with the same text" },
    {
      buttons: [otp()],
      sentence: "buttons has a button for one-time passwords, which only an authentication template may have",
    },
    { buttons: [quickReply(" ")], sentence: "buttons[0].text is empty; say what the button reads" },
    {
      buttons: [quickReply("x".repeat(26))],
      sentence: "buttons[0].text is 26 characters long; WhatsApp takes at most 25",
    },
    ...["Yes 🎉", "Yes\nNo", "Yes {{1}}"].map((text) => ({
      buttons: [quickReply(text)],
      sentence: `buttons[0].text ${plain}`,
    })),
    ...["http://example.com", "example.com", "", "https://example.com/a b"].map((link) => ({
      buttons: [url({ url: link })],
      sentence: "buttons[0].url must be a link that begins with https://",
    })),
    {
      buttons: [url({ url: `https://example.com/${"x".repeat(1981)}` })],
      sentence: "buttons[0].url is 2001 characters long; WhatsApp takes at most 2000",
    },
    {
      buttons: [url({ url: "https://example.com/{{1}}/x", example: "https://example.com/1/x" })],
      sentence: "buttons[0].url may have one placeholder, at its end",
    },
    {
      buttons: [url({ url: "https://example.com/{{1}}/{{2}}", example: "https://example.com/1/2" })],
      sentence: "buttons[0].url may have one placeholder, at its end",
    },
    {
      buttons: [url({ url: "https://example.com/{{order}}", example: "https://example.com/1" })],
      sentence: "buttons[0].url must write its placeholder as {{1}}",
    },
    {
      buttons: [url({ url: "https://example.com/{{1}}" })],
      sentence: "buttons[0].example is empty; give a whole link as a sample",
    },
    {
      buttons: [phone("+31 (0)6 12 34 56 789")],
      sentence: "buttons[0].phoneNumber is 21 characters long; WhatsApp takes at most 20",
    },
    ...["", "call", "1234", "+31 6 x"].map((number) => ({
      buttons: [phone(number)],
      sentence: "buttons[0].phoneNumber must be a phone number with its country code, such as +31612345678",
    })),
    ...["", "x".repeat(21)].map((code) => ({
      buttons: [copyCode(code)],
      sentence: "buttons[0].example must be a sample code of 1 to 20 characters",
    })),
  ])("when $sentence", ({ buttons, sentence }) => {
    expect(problems(...buttons)).toEqual([sentence]);
  });

  test.each([
    { changes: { text: "x".repeat(26) }, sentence: "buttons[0].text is 26 characters long; WhatsApp takes at most 25" },
    {
      changes: { autofillText: "x".repeat(26) },
      sentence: "buttons[0].autofillText is 26 characters long; WhatsApp takes at most 25",
    },
    ...["", "app", "1.2", "com.example.", `com.${"x".repeat(221)}`].map((packageName) => ({
      changes: { packageName },
      sentence: "buttons[0].packageName must be the name of the Android package, such as com.example.app",
    })),
    ...["", "K8a/AINcGX", "K8a/AINcGX77", "K8a/AINcGX!"].map((signatureHash) => ({
      changes: { signatureHash },
      sentence: "buttons[0].signatureHash must be the app's signing key hash, 11 characters",
    })),
  ])("for a one-time password when $sentence", ({ changes, sentence }) => {
    expect(otpProblems(changes)).toEqual([sentence]);
  });

  test("not for the app of a code that is copied, as there is none", () => {
    expect(otpProblems({ otpType: "copy-code", packageName: "", signatureHash: "" })).toEqual([]);
  });
});
