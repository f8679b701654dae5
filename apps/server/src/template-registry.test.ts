import { type RegisteredTemplate, templateSchema, type TemplateStatus } from "@parley/messaging";
import { createMemoryStore } from "@parley/store/memory";
import { expect, test } from "vitest";
import { syncTemplates, takeSubmission, takeTemplateStatus } from "./template-registry.ts";

const template = (name: string, body = "Hello") =>
  templateSchema.parse({ name, language: "en", category: "utility", body });
const found = (name: string, status: TemplateStatus, body?: string) => ({
  providerId: `id of ${name}`,
  template: template(name, body),
  status,
  reason: "",
});
const registered = (name: string, status: TemplateStatus, appId = "shop"): RegisteredTemplate => ({
  ...{ appId, template: template(name), status, reason: "", updatedAt: 1 },
  ...(status === "draft" ? {} : { providerId: `id of ${name}` }),
});

test("a sync takes what is new and what has changed, forgets what is gone, and leaves drafts alone", async () => {
  const { templates } = createMemoryStore();
  await templates.save([
    registered("same", "approved"),
    registered("changed", "pending"),
    registered("gone", "approved"),
    registered("drawn", "draft"),
    registered("elsewhere", "approved", "other"),
  ]);
  const list = [found("same", "approved"), found("changed", "approved"), found("new", "pending")];
  expect(await syncTemplates(templates, "shop", list)).toEqual({ added: 1, changed: 1, removed: 1 });
  const states = (await templates.list("shop")).map((one) => `${one.template.name} ${one.status}`);
  expect(states).toEqual(["changed approved", "drawn draft", "new pending", "same approved"]);
  expect((await templates.get("shop", "same", "en"))?.updatedAt).toBe(1);
  expect(await templates.list("other")).toHaveLength(1);
  expect(await syncTemplates(templates, "shop", list)).toEqual({ added: 0, changed: 0, removed: 0 });
});

test("a draft that was submitted elsewhere becomes what the provider has", async () => {
  const { templates } = createMemoryStore();
  await templates.save([registered("drawn", "draft")]);
  expect(await syncTemplates(templates, "shop", [found("drawn", "approved", "Theirs")])).toMatchObject({ changed: 1 });
  expect(await templates.get("shop", "drawn", "en")).toMatchObject({
    status: "approved",
    template: { body: "Theirs" },
  });
});

test("the provider's word on a template is taken for every app that has it, and for no other template", async () => {
  const { templates } = createMemoryStore();
  await templates.save([registered("a", "pending"), registered("a", "pending", "other"), registered("b", "pending")]);
  const update = {
    type: "template-status",
    businessAccountId: "1",
    name: "a",
    language: "en",
    providerId: "9",
  } as const;
  const told = { ...update, status: "rejected", reason: "INVALID_FORMAT" } as const;
  expect(await takeTemplateStatus(templates, ["shop", "other", "third"], told)).toBe(2);
  const rejected = { status: "rejected", reason: "INVALID_FORMAT", providerId: "9" };
  expect(await templates.get("shop", "a", "en")).toMatchObject(rejected);
  expect(await templates.get("other", "a", "en")).toMatchObject(rejected);
  expect(await templates.get("shop", "b", "en")).toMatchObject({ status: "pending" });
});

test("changes that were not submitted yet outlive a sync and the provider's word", async () => {
  const { templates } = createMemoryStore();
  const draft = template("a", "Changed");
  await templates.save([{ ...registered("a", "approved"), draft }]);
  await syncTemplates(templates, "shop", [found("a", "paused")]);
  expect(await templates.get("shop", "a", "en")).toMatchObject({
    status: "paused",
    template: { body: "Hello" },
    draft,
  });
});

test("what the webhook tells before the answer to a submission stands, and what is saved meanwhile waits beside it", async () => {
  const { templates } = createMemoryStore();
  const handed = { providerId: "9", status: "pending" } as const;
  const told = {
    type: "template-status",
    businessAccountId: "1",
    language: "en",
    providerId: "9",
    reason: "",
  } as const;

  const early = registered("early", "draft");
  await templates.save([early]);
  await takeTemplateStatus(templates, ["shop"], { ...told, name: "early", status: "approved" });
  await takeSubmission(templates, early, { ...handed, template: early.template });
  expect(await templates.get("shop", "early", "en")).toMatchObject({ status: "approved", providerId: "9" });

  const again = { ...registered("again", "approved"), draft: template("again", "Changed") };
  await templates.save([again]);
  await takeTemplateStatus(templates, ["shop"], { ...told, name: "again", status: "approved" });
  await takeSubmission(templates, again, { ...handed, template: again.draft });
  const approved = await templates.get("shop", "again", "en");
  expect(approved).toMatchObject({ status: "approved", template: { body: "Changed" } });
  expect(approved?.draft).toBeUndefined();

  const edited = registered("edited", "draft");
  await templates.save([{ ...edited, template: template("edited", "Newer"), updatedAt: 2 }]);
  await takeSubmission(templates, edited, { ...handed, template: edited.template });
  expect(await templates.get("shop", "edited", "en")).toMatchObject({
    ...{ status: "pending", providerId: "9", template: { body: "Hello" } },
    draft: { body: "Newer" },
  });
});
