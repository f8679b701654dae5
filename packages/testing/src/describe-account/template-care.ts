import { type Template, templateSchema } from "@parley/messaging";
import { expect } from "vitest";
import type { AccountUnderTest, TestAccount } from "../describe-account.ts";
import { signal, valueOf } from "./value-of.ts";

const hello: Template = templateSchema.parse({
  ...{ name: "hello", language: "en_US", category: "utility" },
  ...{ body: "Hi {{1}}!", bodyExamples: ["Ada"] },
});

/** What is done with a template, from its first day to its last. */
export function describeTemplateCare(testAccount: TestAccount): void {
  testAccount("submits a template, which is pending and then what it is judged to be", async (subject) => {
    const providerId = await submit(subject, hello);
    expect(await listed(subject)).toEqual([{ providerId, template: hello, status: "pending", reason: "" }]);
    await subject.judge(providerId, { status: "rejected", reason: "INVALID_FORMAT" });
    expect(await listed(subject)).toMatchObject([{ providerId, status: "rejected", reason: "INVALID_FORMAT" }]);
    await subject.judge(providerId, { status: "approved" });
    expect(await listed(subject)).toMatchObject([{ status: "approved", reason: "" }]);
    await subject.judge(providerId, { status: "paused" });
    expect(await listed(subject)).toMatchObject([{ status: "paused" }]);
    await subject.judge(providerId, { status: "disabled" });
    expect(await listed(subject)).toMatchObject([{ status: "disabled" }]);
  });

  testAccount("is told when there is such a template already", async (subject) => {
    await submit(subject, hello);
    expect(await subject.account.submitTemplate(subject.businessAccountId, hello, signal)).toMatchObject({
      type: "refused",
      error: { title: expect.stringMatching(/./), details: expect.stringMatching(/already/) },
    });
    await submit(subject, { ...hello, language: "nl" });
  });

  testAccount("edits a template, which is looked at anew under its id", async (subject) => {
    const providerId = await submit(subject, hello);
    await subject.judge(providerId, { status: "rejected", reason: "INVALID_FORMAT" });
    const better = { ...hello, body: "Good morning {{1}}!", footer: "Bye" };
    expect(valueOf(await subject.account.editTemplate(providerId, better, signal))).toBeUndefined();
    expect(await listed(subject)).toEqual([{ providerId, template: better, status: "pending", reason: "" }]);
    expect(await subject.account.editTemplate(providerId, hello, signal)).toMatchObject({ type: "refused" });
  });

  testAccount("removes a template in one language, and all of a name", async (subject) => {
    const { account, businessAccountId } = subject;
    const english = await submit(subject, hello);
    await submit(subject, { ...hello, language: "nl" });
    await submit(subject, { ...hello, language: "fr" });
    await submit(subject, { ...hello, name: "bye" });
    const remaining = async () =>
      (await listed(subject)).map(({ template: { name, language } }) => `${name} ${language}`);
    valueOf(await account.removeTemplate(businessAccountId, { name: "hello", providerId: english }, signal));
    expect(await remaining()).toEqual(["hello nl", "hello fr", "bye en_US"]);
    valueOf(await account.removeTemplate(businessAccountId, { name: "hello" }, signal));
    expect(await remaining()).toEqual(["bye en_US"]);
    expect(await account.removeTemplate(businessAccountId, { name: "hello" }, signal)).toMatchObject({
      type: "refused",
    });
  });
}

async function submit({ account, businessAccountId }: AccountUnderTest, template: Template): Promise<string> {
  const { providerId, status } = valueOf(await account.submitTemplate(businessAccountId, template, signal));
  expect([providerId, status]).toEqual([expect.stringMatching(/./), "pending"]);
  return providerId;
}

async function listed({ account, businessAccountId }: AccountUnderTest) {
  return valueOf(await account.templates(businessAccountId, signal)).templates;
}
