import { type Template, templateSchema } from "@parley/messaging";
import { expect } from "vitest";
import type { TestAccount } from "../describe-account.ts";
import { sampleMessages } from "../describe-gateway/sample-messages.ts";
import { signal, valueOf } from "./value-of.ts";

const app = { packageName: "com.example.app", signatureHash: "K8a/AINcGX7" };
const authentication = (name: string, otpType: string, more: object = {}): Template =>
  templateSchema.parse({
    ...{ name, language: "en", category: "authentication", body: "", ...more },
    buttons: [{ type: "otp", otpType, ...(otpType === "copy-code" ? {} : app) }],
  });

/** Every kind of template that there is: those that messages are made of in the suite of gateways, and more. */
const kinds: readonly Template[] = [
  ...sampleMessages.template({ messageId: "" }).flatMap(({ template }) => template ?? []),
  authentication("one_tap", "one-tap", { hasSecurityAdvice: true }),
  authentication("zero_tap", "zero-tap", { codeExpiresAfterMinutes: 5 }),
  templateSchema.parse({
    ...{ name: "calls", language: "en", category: "marketing", body: "Call us." },
    buttons: [
      { type: "phone-number", text: "Call", phoneNumber: "+31612345678" },
      { type: "url", text: "Shop", url: "https://example.com/shop" },
    ],
  }),
];

/** What the provider has. */
export function describeTemplateList(testAccount: TestAccount): void {
  testAccount("reads every kind of template as it was submitted", async ({ account, businessAccountId }) => {
    expect(kinds.length).toBeGreaterThan(10);
    for (const template of kinds) valueOf(await account.submitTemplate(businessAccountId, template, signal));
    const { templates, unreadable } = valueOf(await account.templates(businessAccountId, signal));
    expect(templates.map(({ template }) => labelled(template))).toEqual(kinds.map(labelled));
    expect(unreadable).toBe(0);
  });

  testAccount("reads more templates than fit on a page, each once", async (subject) => {
    const { account, businessAccountId } = subject;
    const names = Array.from({ length: 203 }, (_, index) => `template_${index}`);
    const of = (name: string) => templateSchema.parse({ name, language: "en", category: "utility", body: "Hi." });
    for (const name of names) await subject.put(of(name));
    const { templates, unreadable } = valueOf(await account.templates(businessAccountId, signal));
    expect(templates.map(({ template }) => template.name).toSorted()).toEqual(names.toSorted());
    expect(unreadable).toBe(0);
  });

  testAccount("has no templates where there are none", async ({ account, businessAccountId }) => {
    expect(valueOf(await account.templates(businessAccountId, signal))).toEqual({ templates: [], unreadable: 0 });
  });
}

/** A one-time password's button may come back with the text that WhatsApp gave it. */
function labelled(template: Template): Template {
  const buttons = template.buttons.map((button) =>
    button.type === "otp" ? { ...button, text: "", autofillText: "" } : button,
  );
  return { ...template, buttons };
}
