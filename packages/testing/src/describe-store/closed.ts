import { expect } from "vitest";
import { type Store, StoreError } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { contact, template } from "./sample-records.ts";
import { app, flow, load } from "./sample-rows.ts";

/** What is asked of a store that is closed. */
export function describeClosed(testStore: TestStore): void {
  testStore("refuses whatever is asked once it is closed, but to be closed again", async (store) => {
    await store.close();
    for (const call of callsOf(store)) {
      const error = await call().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(StoreError);
      expect(error).toMatchObject({ code: "closed", isRetryable: false });
    }
    await store.close();
  });
}

function callsOf(store: Store): readonly (() => Promise<unknown>)[] {
  return [
    () => load(store, {}),
    () => store.commit([]),
    () => store.dueTimers({ until: 1, limit: 1 }),
    () => store.nextTimerAt(),
    () => store.queuedSends({ after: 0, limit: 1 }),
    () => store.listConversations({ limit: 1 }),
    () => store.getConversation("a"),
    () => store.readJournal({ conversationId: "a", after: 0, limit: 1 }),
    () => store.forgetBefore(1, 1),
    () => store.queuedTasks({ after: "", limit: 1 }),
    () => store.duePosts({ until: 1, limit: 1 }),
    () => store.nextPostAt(),
    () => store.lastQueuedSequence(),
    () => store.counts(),
    () => store.flows.list(),
    () => store.flows.saveDraft({ draft: flow("f"), expectedRevision: 0, at: 1 }),
    () => store.settings.listApps(),
    () => store.settings.saveApp(app("app-1")),
    () => store.settings.removeApp("app-1"),
    () => store.settings.removeConnection("connection-1"),
    () => store.settings.listInboundWebhooks(),
    () => store.settings.removeInboundWebhook("w"),
    () => store.templates.list("app-1"),
    () => store.templates.get("app-1", "order", "en"),
    () => store.templates.save([template("order", "en")]),
    () => store.templates.remove("app-1", "order", "en"),
    () => store.contacts.get("c"),
    () => store.contacts.find("wa:1"),
    () => store.contacts.search({ text: "", limit: 1 }),
    () => store.contacts.save(contact("c")),
    () => store.contacts.remove("c"),
    () => store.contacts.threadsOf(["wa:1"]),
  ];
}
