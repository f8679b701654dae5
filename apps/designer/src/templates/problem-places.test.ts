import { checkTemplate, type Template, templateSchema } from "@parley/messaging";
import { describe, expect, it } from "vitest";
import { currentAreaTexts } from "../texts/current-area-texts.ts";
import { fieldName, problemOf, toMend } from "./problem-places.ts";

const en = currentAreaTexts();

const template = (rest: Partial<Template>): Template => ({
  ...templateSchema.parse({ name: "a", language: "en", category: "utility", body: "Hello there" }),
  ...rest,
});

/** Templates that break every kind of rule. */
const broken: readonly Template[] = [
  template({ name: "A B", language: "english", body: "", footer: "{{1}}" }),
  template({ header: { type: "text", text: "{{1}}", example: "" }, body: "{{2}}", footer: "x".repeat(61) }),
  template({ header: { type: "image", example: "" } }),
  template({
    buttons: [
      { type: "quick-reply", text: "" },
      { type: "url", text: "Go", url: "http://x/{{1}}", example: "" },
      { type: "quick-reply", text: "Go" },
      { type: "phone-number", text: "Call", phoneNumber: "x" },
      { type: "copy-code", example: "" },
      { type: "otp", otpType: "one-tap", text: "", autofillText: "", packageName: "", signatureHash: "" },
    ],
  }),
  template({ category: "authentication", codeExpiresAfterMinutes: 91 }),
];

describe("It is true that what Meta would refuse", () => {
  it("is told with the name of its field, for every field that the rules name", () => {
    const problems = broken.flatMap(checkTemplate);
    expect(problems.length).toBeGreaterThan(20);
    for (const { field } of problems) expect(fieldName(field, en)).toMatch(/^[A-Z][a-zA-Z ]+( of button \d+)?$/);
  });

  it("is a sentence", () => {
    expect(toMend([{ field: "buttons[1].url", message: "is empty" }], en)).toEqual([
      { field: "buttons[1].url", sentence: "Link of button 2 is empty." },
    ]);
  });

  it("stands at its field, all of it", () => {
    const problems = [
      { field: "body", message: "is empty" },
      { field: "footer", message: "is long" },
      { field: "body", message: "is wrong" },
    ];
    expect(problemOf(problems, "body", "Body", en)).toBe("Body is empty. Body is wrong.");
    expect(problemOf(problems, "header", "Header", en)).toBeUndefined();
  });
});
