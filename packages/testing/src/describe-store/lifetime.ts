import { expect } from "vitest";
import { type Store, StoreError } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
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

  testStore("refuses whatever is asked once it is closed, but to be closed again", async (store) => {
    await store.close();
    const calls: readonly (() => Promise<unknown>)[] = [
      () => load(store, {}),
      () => store.commit([]),
      () => store.dueTimers({ until: 1, limit: 1 }),
      () => store.nextTimerAt(),
      () => store.queuedSends({ after: 0, limit: 1 }),
      () => store.listConversations({ limit: 1 }),
      () => store.getConversation("a"),
      () => store.readJournal({ conversationId: "a", after: 0, limit: 1 }),
      () => store.forgetBefore(1, 1),
      () => store.lastQueuedSequence(),
      () => store.counts(),
      () => store.flows.list(),
      () => store.flows.saveDraft({ draft: flow("f"), expectedRevision: 0, at: 1 }),
      () => store.settings.listApps(),
      () => store.settings.saveApp(app("app-1")),
    ];
    for (const call of calls) {
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

async function everythingOf(store: Store): Promise<object> {
  return {
    threads: [await traceOf(store, "a"), await traceOf(store, "b")],
    next: await store.nextTimerAt(),
    queued: await store.queuedSends({ after: 0, limit: 10 }),
    conversations: await store.listConversations({ limit: 10 }),
    flows: [await store.flows.list(), await store.flows.get("f"), await store.flows.listVersions("f")],
    live: await store.flows.listLive(),
    settings: [await store.settings.listConnections(), await store.settings.listApps()],
  };
}
