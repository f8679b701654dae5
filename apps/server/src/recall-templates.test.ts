import { type RegisteredTemplate, type Template, templateSchema, type TemplateStatus } from "@parley/messaging";
import { createManualClock, createWorld } from "@parley/simulator";
import { createMemoryStore } from "@parley/store/memory";
import { expect, test } from "vitest";
import { recallTemplates } from "./recall-templates.ts";

function templateOf(name: string): Template {
  return templateSchema.parse({ name, language: "en", category: "utility", body: "Hello there." });
}

function row(status: TemplateStatus, providerId?: string): RegisteredTemplate {
  return { appId: "app", template: templateOf(`t_${status}`), status, reason: "", providerId, updatedAt: 0 };
}

test("the simulator gets back what it had, under the same ids, and reviews what waited", async () => {
  const { clock, advance } = createManualClock();
  const { templates } = createWorld({ clock, random: () => 0.5 });
  const store = createMemoryStore();
  await store.templates.save([
    row("approved", "1"),
    row("pending", "2"),
    row("paused", "3"),
    row("disabled", "4"),
    row("rejected", "5"),
    row("draft", "6"),
    row("deleted", "7"),
    { ...row("draft"), template: templateOf("never_handed_in") },
    { ...row("approved", "8"), appId: "another" },
  ]);
  await recallTemplates(store, "app", { registry: templates, businessAccountId: "9" });
  const statuses = () => templates.list("9").map(({ id, template, status }) => `${id} ${template.name} ${status}`);
  expect(statuses().toSorted()).toEqual([
    "1 t_approved approved",
    "2 t_pending pending",
    "3 t_paused paused",
    "4 t_disabled disabled",
    "5 t_rejected rejected",
    "6 t_draft rejected",
  ]);
  await advance(1_000);
  expect(statuses()).toContain("2 t_pending approved");
  expect(templates.edit("6", templateOf("t_draft"))).toMatchObject({ type: "done" });
});
