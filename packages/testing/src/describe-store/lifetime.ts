import { expect } from "vitest";
import type { Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { contact, inboundWebhook, template } from "./sample-records.ts";
import { app, connection, flow, load, traceOf, wholeUnit } from "./sample-rows.ts";

/** Closing, and opening again. */
export function describeLifetime(testStore: TestStore): void {
  testStore("keeps everything until it is opened again, and knows that it was closed", async (store, subject) => {
    await store.commit([wholeUnit("a"), wholeUnit("b")]);
    await store.commit([wholeUnit("a", 1)]);
    await store.flows.saveDraft({ draft: flow("f"), expectedRevision: 0, at: 1 });
    await store.flows.makeLive({ flow: flow("f"), comment: "First", appIds: ["app-1"], at: 2 });
    await store.settings.saveConnection(connection("connection-1"));
    await store.settings.saveApp(app("app-1"));
    await store.settings.saveInboundWebhook(inboundWebhook("w"));
    await store.templates.save([template("order", "en")]);
    await store.contacts.save(contact("c", { customerId: "c-1", fields: { city: "Delft" } }));
    expect(store.wasClosedCleanly).toBe(true);
    const before = await everythingOf(store);
    const reopened = await subject.reopen();
    expect(reopened.wasClosedCleanly).toBe(true);
    expect(await everythingOf(reopened)).toEqual(before);
    expect(await reopened.commit([wholeUnit("a", 2)])).toEqual([{ type: "committed" }]);
    expect(await reopened.commit([wholeUnit("b")])).toEqual([{ type: "conflict" }]);
  });

  testStore("finishes what was asked before it is closed", async (store, subject) => {
    const calls = ["a", "b", "c"].map((id) => store.commit([wholeUnit(id)]));
    await store.close();
    expect((await Promise.all(calls)).flat()).toEqual(Array.from({ length: 3 }, () => ({ type: "committed" })));
    const { threads } = await load(await subject.reopen(), { threadIds: ["a", "b", "c"] });
    expect(threads).toHaveLength(3);
  });
}

async function everythingOf(store: Store): Promise<object> {
  return {
    threads: [await traceOf(store, "a"), await traceOf(store, "b")],
    next: await store.nextTimerAt(),
    queued: await store.queuedSends({ after: 0, limit: 10 }),
    conversations: await store.listConversations({ limit: 10 }),
    flows: [await store.flows.list(), await store.flows.get("f"), await store.flows.listVersions("f")],
    live: await store.flows.listLive(),
    settings: [
      await store.settings.listConnections(),
      await store.settings.listApps(),
      await store.settings.listInboundWebhooks(),
    ],
    templates: await store.templates.list("app-1"),
    contacts: await store.contacts.search({ text: "", limit: 10 }),
    nextPost: await store.nextPostAt(),
    counts: await store.counts(),
  };
}
