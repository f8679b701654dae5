import { describe, expect, test } from "vitest";
import { checkTemplate } from "./check-template.ts";
import { placeholdersIn } from "./placeholders.ts";
import { authenticationWith, templateWith } from "./sample-template.test-support.ts";
import type { Template } from "./template.ts";

const problems = (changes: Partial<Template>) =>
  checkTemplate(templateWith(changes)).map(({ field, message }) => `${field} ${message}`);
const authenticationProblems = (changes: Partial<Template>) =>
  checkTemplate(authenticationWith(changes)).map(({ field, message }) => `${field} ${message}`);
const header = (text: string, example = ""): Partial<Template> => ({ header: { type: "text", text, example } });
const named: Partial<Template> = { parameterFormat: "named" };

describe("Meta takes a template", () => {
  test.each<{ why: string; changes: Partial<Template> }>([
    { why: "as it is", changes: {} },
    { why: "with a name of 512 characters", changes: { name: "a".repeat(512) } },
    { why: "in a language without a country", changes: { language: "fil" } },
    { why: "with a body of 1,024 characters", changes: { body: "x".repeat(1024), bodyExamples: [] } },
    { why: "with a footer of 60 characters", changes: { footer: "x".repeat(60) } },
    { why: "with a header of 60 characters", changes: header("x".repeat(60)) },
    { why: "with a placeholder at an end of its header", changes: header("For {{1}}", "Pablo") },
    { why: "with a header of a place", changes: { header: { type: "location" } } },
    { why: "with a header of a file and its sample", changes: { header: { type: "image", example: "4::aW" } } },
    {
      why: "with named placeholders",
      changes: { ...named, body: "Hi {{first_name}}, it is {{ day2 }}.", bodyExamples: ["Pablo", "Monday"] },
    },
    { why: "with emojis and line breaks in its body", changes: { body: "*Hi* 🎉\n\n{{1}}!", bodyExamples: ["a"] } },
  ])("$why", ({ changes }) => {
    expect(problems(changes)).toEqual([]);
  });

  test.each([1, 90, undefined])("for authentication whose code expires after %s minutes", (minutes) => {
    expect(authenticationProblems({ codeExpiresAfterMinutes: minutes, hasSecurityAdvice: true })).toEqual([]);
  });
});

const nameSentence = "name must be small letters a to z, digits and _, such as order_shipped";
const languageSentence = "language must be a language code such as en or en_US";
const samplesSentence = "bodyExamples must have a sample for each of the body's placeholders";

describe("Meta refuses a template", () => {
  test.each<{ changes: Partial<Template>; sentence: string }>([
    { changes: { name: "" }, sentence: nameSentence },
    { changes: { name: "Order" }, sentence: nameSentence },
    { changes: { name: "order-shipped" }, sentence: nameSentence },
    { changes: { name: "a".repeat(513) }, sentence: nameSentence },
    { changes: { language: "en-US" }, sentence: languageSentence },
    { changes: { language: "" }, sentence: languageSentence },
    { changes: { body: " ", bodyExamples: [] }, sentence: "body is empty; write the text" },
    {
      changes: { body: "x".repeat(1025), bodyExamples: [] },
      sentence: "body is 1025 characters long; WhatsApp takes at most 1024",
    },
    { changes: { bodyExamples: ["Pablo"] }, sentence: `${samplesSentence}, 2 in all` },
    { changes: { bodyExamples: ["Pablo", " "] }, sentence: `${samplesSentence}, 2 in all` },
    { changes: { bodyExamples: ["Pablo", "12", "more"] }, sentence: `${samplesSentence}, 2 in all` },
    { changes: { footer: "x".repeat(61) }, sentence: "footer is 61 characters long; WhatsApp takes at most 60" },
    { changes: { footer: "For {{1}}" }, sentence: "footer must have no placeholder" },
    { changes: header(""), sentence: "header.text is empty; write the text" },
    { changes: header("x".repeat(61)), sentence: "header.text is 61 characters long; WhatsApp takes at most 60" },
    { changes: header("Hi {{1}}"), sentence: "header.example is empty; give a sample for the placeholder" },
    {
      changes: header("Hi {{1}} of {{2}}", "Pablo"),
      sentence: "header.text has more than one placeholder; WhatsApp takes one",
    },
    ...["*Sale*", "Sale 🎉", "Sale ❤️", "Sale\nnow", "~Sale~", "`Sale`"].map((text) => ({
      changes: header(text),
      sentence: "header.text has a line break, a formatting character or an emoji; write plain words",
    })),
    {
      changes: { header: { type: "document", example: "" } },
      sentence: "header.example is empty; give a sample file, which Meta looks at",
    },
  ])("whose $sentence", ({ changes, sentence }) => {
    expect(problems(changes)).toEqual([sentence]);
  });

  const inOrder = "must have placeholders in order: {{1}}, {{2}} and on, none left out";
  const ofLetters = "must have placeholders of small letters, digits and _, such as {{first_name}}";
  const notClosed = "has a placeholder that is not closed; write {{1}}";
  const spaced = "has tabs, more than four spaces or more than two line breaks in a row";
  test.each<{ body: string; sentences: readonly string[]; changes?: Partial<Template> }>([
    { body: "Hi {{2}} and {{1}}.", sentences: [inOrder] },
    { body: "Hi {{1}} and {{3}}.", sentences: [inOrder] },
    { body: "Hi {{name}}.", sentences: [inOrder] },
    { body: "Hi {{}}.", sentences: [inOrder] },
    { body: "Hi {{1}} and {{1}}.", sentences: ["has a placeholder twice; each may stand once"] },
    { body: "Hi {{First}}.", sentences: [ofLetters], changes: named },
    { body: "Hi {{1}}.", sentences: [ofLetters], changes: named },
    { body: "Hi {{1} there.", sentences: [notClosed] },
    { body: "Hi {1}} there.", sentences: [notClosed] },
    { body: "Hi {{1", sentences: [notClosed] },
    { body: "Hi {{1}} {{2}}.", sentences: ["has two placeholders side by side; put words between them"] },
    { body: "{{1}} hi.", sentences: ["begins or ends with a placeholder; put words before and after"] },
    { body: "Hi {{1}} ", sentences: ["begins or ends with a placeholder; put words before and after"] },
    { body: "Hi\n\n\nyou", sentences: [spaced] },
    { body: "Hi     you", sentences: [spaced] },
    { body: "Hi\tyou", sentences: [spaced] },
  ])("whose body is $body", ({ body, sentences, changes = {} }) => {
    const bodyExamples = placeholdersIn(body).map(() => "a sample");
    expect(problems({ body, bodyExamples, ...changes })).toEqual(sentences.map((sentence) => `body ${sentence}`));
  });

  test.each<{ changes: Partial<Template>; sentence: string }>([
    { changes: { header: { type: "location" } }, sentence: "header must be none in an authentication template" },
    { changes: { body: "Hi" }, sentence: "body must be empty in an authentication template; WhatsApp writes it" },
    { changes: { footer: "Hi" }, sentence: "footer must be empty in an authentication template; WhatsApp writes it" },
    {
      changes: { buttons: [] },
      sentence: "buttons must be one button for the one-time password in an authentication template",
    },
    { changes: { codeExpiresAfterMinutes: 0 }, sentence: "codeExpiresAfterMinutes must be 1 to 90 minutes" },
    { changes: { codeExpiresAfterMinutes: 91 }, sentence: "codeExpiresAfterMinutes must be 1 to 90 minutes" },
  ])("for authentication whose $sentence", ({ changes, sentence }) => {
    expect(authenticationProblems(changes)).toEqual([sentence]);
  });
});
