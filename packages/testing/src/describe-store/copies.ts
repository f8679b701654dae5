import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { contact, post, task, template } from "./sample-records.ts";
import { conversation, flow, journalRow, load, send, thread, timer } from "./sample-rows.ts";

/** What goes in and comes out are copies. */
export function describeCopies(testStore: TestStore): void {
  testStore("shares nothing with those who write", async (store) => {
    const state = thread("a");
    const row = conversation("a-1");
    const draft = flow("a");
    const record = contact("c");
    const registered = template("order", "en");
    const calls = [
      store.commit([{ thread: { expectedRevision: 0, state }, conversations: [row] }]),
      store.flows.saveDraft({ draft, expectedRevision: 0, at: 1 }),
      store.contacts.save(record),
      store.templates.save([registered]),
    ];
    for (const value of [state.contact, row, draft, record, registered.template])
      Object.assign(value, { name: "changed", flowId: "changed" });
    await Promise.all(calls);
    expect((await load(store, { threadIds: ["a"] })).threads[0]?.thread).toEqual(thread("a"));
    expect(await store.getConversation("a-1")).toEqual(conversation("a-1"));
    expect((await store.flows.get("a"))?.draft).toEqual(flow("a"));
    expect(await store.contacts.get("c")).toEqual(contact("c"));
    expect(await store.templates.list("app-1")).toEqual([template("order", "en")]);
  });

  testStore("shares nothing with those who read", async (store) => {
    const unit = { thread: { expectedRevision: 0, state: thread("a") }, sends: [send("s", { threadId: "a" })] };
    await store.commit([
      { ...unit, setTimers: [timer("t")], journal: [journalRow("a")], tasks: [task("t")], posts: [post("p")] },
    ]);
    await store.contacts.save(contact("c", { fields: { city: "Delft" } }));
    await store.templates.save([template("order", "en")]);
    await store.flows.makeLive({ flow: flow("a"), comment: "", appIds: ["app-1"], at: 1 });
    const read = async () => [
      (await load(store, { sendKeys: ["s"] })).threads[0]?.thread.contact,
      (await load(store, { sendKeys: ["s"] })).sends[0]?.request,
      (await store.dueTimers({ until: 9_000, limit: 1 }))[0],
      (await store.queuedSends({ after: 0, limit: 1 }))[0],
      (await store.readJournal({ conversationId: "a", after: 0, limit: 1 }))[0]?.event,
      (await store.flows.listLive())[0]?.flow.settings,
      await store.flows.getVersion("a", 1),
      (await store.queuedTasks({ after: "", limit: 1 }))[0],
      (await store.queuedTasks({ after: "", limit: 1 }))[0]?.task,
      (await store.duePosts({ until: 9_000, limit: 1 }))[0],
      (await store.contacts.get("c"))?.fields,
      (await store.contacts.find("wa:wa-c"))?.fields,
      (await store.contacts.search({ text: "", limit: 1 }))[0],
      (await store.templates.get("app-1", "order", "en"))?.template,
      (await store.templates.list("app-1"))[0]?.template,
    ];
    const before = await read();
    const same = structuredClone(before);
    for (const value of before) Object.assign(value ?? expect.fail("nothing was read"), { type: "changed", extra: 1 });
    expect(await read()).toEqual(same);
  });
}
