import { checkTemplate, placeholdersIn, type Template, templateSchema } from "@parley/messaging";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeFormat, fromTemplateForm, nextPlaceholder, type TemplateForm, toTemplateForm } from "./template-form.ts";

const key = { name: "order_shipped", language: "en" };
const shipped: Template = templateSchema.parse({
  ...key,
  category: "utility",
  header: { type: "text", text: "Order {{1}}", example: "A-17" },
  body: "Hello {{1}}, order {{2}} is on its way.",
  bodyExamples: ["Ada", "A-17"],
  footer: "Juniper Books",
  buttons: [
    { type: "quick-reply", text: "Thanks" },
    { type: "url", text: "Follow it", url: "https://example.com/{{1}}", example: "https://example.com/a-17" },
  ],
});
const code: Template = templateSchema.parse({
  name: "login_code",
  language: "en",
  category: "authentication",
  body: "",
  buttons: [{ type: "otp", otpType: "one-tap", packageName: "com.example.app", signatureHash: "K8a/AINcGX7" }],
  hasSecurityAdvice: true,
  codeExpiresAfterMinutes: 10,
});

const change = (form: TemplateForm, part: Partial<TemplateForm>): TemplateForm => ({ ...form, ...part });
const made = (form: TemplateForm): Template => fromTemplateForm(form, key);

describe("It is true that the form of a template", () => {
  it.each([shipped, code])("gives back what it was made of: $name", (template) => {
    expect(fromTemplateForm(toTemplateForm(template), template)).toEqual(template);
  });

  it("gives back every template that has a sample for each placeholder (invariant 3)", () => {
    const word = fc.constantFrom("Hello", "{{1}}", "{{2}}", "{{name}}", "*you*", "\n");
    const header = fc.oneof(
      fc.constant({ type: "none" as const }),
      fc.constant({ type: "location" as const }),
      fc.record({
        type: fc.constantFrom("image" as const, "video" as const, "document" as const),
        example: fc.string(),
      }),
      fc.record({ type: fc.constant("text" as const), text: fc.constantFrom("For {{1}}"), example: fc.string() }),
    );
    const templates = fc.record({ header, words: fc.array(word, { maxLength: 8 }), footer: fc.string() });
    fc.assert(
      fc.property(templates, ({ words, ...rest }) => {
        const body = words.join(" ");
        const bodyExamples = placeholdersIn(body).map((name) => `for ${name}`);
        const template: Template = { ...shipped, ...rest, body, bodyExamples };
        expect(made(toTemplateForm(template))).toEqual(template);
      }),
    );
  });

  it("brings back all that was typed when the category was another one for a while (invariant 1)", () => {
    const form = toTemplateForm(shipped);
    const meanwhile = change(form, { category: "authentication" });
    expect(checkTemplate(made(meanwhile))).toEqual([]);
    expect(made(meanwhile)).toMatchObject({ body: "", header: { type: "none" }, buttons: [{ type: "otp" }] });
    expect(made(change(meanwhile, { category: "utility" }))).toEqual(shipped);
  });

  it("brings back a header's text when the header was a file for a while (invariant 1)", () => {
    const meanwhile = change(toTemplateForm(shipped), { headerType: "image", headerFile: "4:abc" });
    expect(made(meanwhile).header).toEqual({ type: "image", example: "4:abc" });
    expect(made(change(meanwhile, { headerType: "text" })).header).toEqual(shipped.header);
  });

  it("keeps each placeholder's sample when another is taken out and put back (invariant 2)", () => {
    const form = toTemplateForm(shipped);
    const without = change(form, { body: "Order {{2}} is on its way, truly." });
    expect(made(without).bodyExamples).toEqual(["A-17"]);
    expect(made(change(without, { body: shipped.body }))).toEqual(shipped);
  });

  it("has a blank for each placeholder that a template has no sample for", () => {
    const form = toTemplateForm({ ...shipped, bodyExamples: [] });
    expect(form.samples).toEqual({ 1: "", 2: "" });
    expect(made(form).bodyExamples).toEqual(["", ""]);
  });

  it("is not misled by placeholders with the names of what every object has", () => {
    const form = change(toTemplateForm(shipped), { parameterFormat: "named", body: "Hi {{constructor}} there" });
    expect(made(form).bodyExamples).toEqual([""]);
  });
});

describe("It is true that placeholders", () => {
  it("are numbered on, or named anew", () => {
    expect(nextPlaceholder("", "positional")).toBe("1");
    expect(nextPlaceholder("{{1}} and {{3}}", "positional")).toBe("4");
    expect(nextPlaceholder("{{value_2}}", "named")).toBe("value_3");
    expect(nextPlaceholder("", "named")).toBe("value_1");
  });

  it("that stand in a text twice are renamed in both places", () => {
    const form = change(toTemplateForm(shipped), { body: "{{2}} for {{1}}, {{2}}" });
    expect(changeFormat(form, "named").body).toBe("{{value_1}} for {{value_2}}, {{value_1}}");
  });

  it("become names and numbers again, with their samples, and pass Meta's rules either way", () => {
    const form = toTemplateForm(shipped);
    const named = change(form, changeFormat(form, "named"));
    expect(named.body).toBe("Hello {{value_1}}, order {{value_2}} is on its way.");
    expect(named.samples).toEqual({ value_1: "Ada", value_2: "A-17" });
    expect(checkTemplate(made(named))).toEqual([]);
    expect(made(change(named, changeFormat(named, "positional")))).toEqual(shipped);
  });
});
