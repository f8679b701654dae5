import type { RegisteredTemplate } from "@parley/messaging";
import type { ContactRow, InboundWebhookRow, PostRow, SeenContact, TaskRow } from "@parley/store";

// Records beside threads: contacts, templates, endpoints and reports; complete and ordinary, but for what a test says.

export function contact(id: string, changes: Partial<ContactRow> = {}): ContactRow {
  return { id, waId: `wa-${id}`, name: `Name ${id}`, fields: {}, createdAt: 1_000, updatedAt: 1_000, ...changes };
}

export function seen(threadId: string, contactSeen: SeenContact["contact"], at = 1_000): SeenContact {
  return { threadId, appId: "app-1", contact: contactSeen, at };
}

export function post(id: string, changes: Partial<PostRow> = {}): PostRow {
  return {
    id,
    threadId: "thread-1",
    url: "https://example.com/reports",
    body: { deliveryInfoNotification: { deliveryInfo: { deliveryStatus: "Delivered" } } },
    createdAt: 1_000,
    state: "queued",
    attempts: 0,
    nextAttemptAt: 1_000,
    ...changes,
  };
}

export function task(key: string, changes: Partial<TaskRow> = {}): TaskRow {
  return {
    key,
    threadId: "thread-1",
    conversationId: "thread-1-1",
    appId: "app-1",
    createdAt: 1_000,
    task: { type: "parse-data", format: "json", text: '{"price":12}', fields: [{ name: "price", path: "price" }] },
    state: "queued",
    ...changes,
  };
}

/** A task that was done: what it asked is dropped. */
export function taskDone(key: string, changes: Partial<TaskRow> = {}): TaskRow {
  const { threadId, conversationId, appId, createdAt } = task(key, changes);
  return { key, threadId, conversationId, appId, createdAt, state: "done" };
}

export function template(
  name: string,
  language: string,
  changes: Partial<RegisteredTemplate> = {},
): RegisteredTemplate {
  return {
    appId: "app-1",
    template: {
      name,
      language,
      category: "utility",
      parameterFormat: "positional",
      header: { type: "none" },
      body: "Your order {{1}} is on its way.",
      bodyExamples: ["12345"],
      footer: "",
      buttons: [{ type: "quick-reply", text: "Stop" }],
      hasSecurityAdvice: false,
    },
    status: "draft",
    reason: "",
    updatedAt: 1_000,
    ...changes,
  };
}

export function inboundWebhook(id: string, changes: Partial<InboundWebhookRow> = {}): InboundWebhookRow {
  return { id, name: `Webhook ${id}`, auth: "key", sealedSecret: "sealed", createdAt: 1_000, ...changes };
}
