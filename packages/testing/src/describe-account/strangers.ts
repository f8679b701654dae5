import type { AccountAnswer, GatewayAccount } from "@parley/gateway";
import { templateSchema } from "@parley/messaging";
import { expect } from "vitest";
import type { AccountUnderTest, TestAccount } from "../describe-account.ts";
import { signal as patience } from "./value-of.ts";

const template = templateSchema.parse({ name: "hello", language: "en", category: "utility", body: "Hi." });
const profile = { about: "Hi", address: "", description: "", email: "", vertical: "", websites: [] };
const file = { bytes: new Uint8Array(1), mimeType: "image/png", fileName: "a.png" };

type Ask = (account: GatewayAccount, subject: AccountUnderTest, signal: AbortSignal) => Promise<AccountAnswer<unknown>>;

/** Every question that there is; a method without one is a compile error here. */
const questions: { readonly [Name in keyof GatewayAccount]: Ask } = {
  number: (account, { phoneNumberId }, signal) => account.number(phoneNumberId, signal),
  profile: (account, { phoneNumberId }, signal) => account.profile(phoneNumberId, signal),
  saveProfile: (account, { phoneNumberId }, signal) => account.saveProfile(phoneNumberId, profile, signal),
  templates: (account, { businessAccountId }, signal) => account.templates(businessAccountId, signal),
  submitTemplate: (account, { businessAccountId }, signal) =>
    account.submitTemplate(businessAccountId, template, signal),
  editTemplate: (account, _subject, signal) => account.editTemplate("594425479261596", template, signal),
  removeTemplate: (account, { businessAccountId }, signal) =>
    account.removeTemplate(businessAccountId, template, signal),
  uploadMedia: (account, { phoneNumberId }, signal) => account.uploadMedia(phoneNumberId, file, signal),
};

/** Questions that get no answer. */
export function describeStrangers(testAccount: TestAccount): void {
  for (const [name, ask] of Object.entries(questions)) {
    testAccount(`answers no ${name} with credentials that the provider does not know`, async (subject) => {
      const error = {
        code: expect.any(Number),
        title: expect.stringMatching(/./),
        details: expect.stringMatching(/./),
      };
      expect(await ask(subject.stranger, subject, patience)).toEqual({ type: "refused", error });
    });

    testAccount(`asks no ${name} when it is called off before`, async (subject) => {
      expect(await ask(subject.account, subject, AbortSignal.abort())).toMatchObject({ type: "failed" });
    });
  }
}
