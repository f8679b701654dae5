import type { FlowStore } from "@parley/store";
import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { conversation, flow } from "./sample-rows.ts";

/** Whether flows start conversations. */
export function describeFlowStates(testStore: TestStore): void {
  testStore("starts nothing with a flow that is paused, until it goes on", async ({ flows }) => {
    await makeLive(flows, "a", "b");
    expect(await flows.setPaused("a", true)).toBe(true);
    expect(await idsOfLive(flows)).toEqual(["b"]);
    expect(await flows.get("a")).toMatchObject({ isPaused: true, liveVersion: 1 });
    await makeLive(flows, "a");
    expect(await idsOfLive(flows)).toEqual(["b"]);
    expect(await flows.setPaused("a", true)).toBe(true);
    expect(await flows.setPaused("a", false)).toBe(true);
    expect(await flows.listLive()).toMatchObject([{ flow: { id: "a" }, version: 2 }, { flow: { id: "b" } }]);
    expect(await flows.get("a")).toMatchObject({ isPaused: false, liveVersion: 2 });
  });

  testStore("starts nothing with a flow in the bin, and has all of it still", async ({ flows }) => {
    await makeLive(flows, "a", "b");
    expect(await flows.setDeleted("a", 7)).toBe(true);
    expect(await idsOfLive(flows)).toEqual(["b"]);
    expect(await flows.list()).toMatchObject([{ id: "a", deletedAt: 7 }, { id: "b" }]);
    expect(await flows.get("a")).toMatchObject({ deletedAt: 7, liveVersion: 1, draft: flow("a") });
    expect(await flows.getVersion("a", 1)).toEqual(flow("a"));
    expect(await flows.saveDraft({ draft: flow("a"), expectedRevision: 0, at: 8 })).toBe("conflict");
    expect(await flows.setDeleted("a", undefined)).toBe(true);
    expect((await flows.get("a"))?.deletedAt).toBeUndefined();
    expect(await idsOfLive(flows)).toEqual(["a", "b"]);
  });

  testStore("lets a flow be paused and in the bin at once, and takes each back alone", async ({ flows }) => {
    await makeLive(flows, "a");
    await flows.setPaused("a", true);
    await flows.setDeleted("a", 7);
    await flows.setPaused("a", false);
    expect(await idsOfLive(flows)).toEqual([]);
    await flows.setPaused("a", true);
    await flows.setDeleted("a", undefined);
    expect(await idsOfLive(flows)).toEqual([]);
    await flows.setPaused("a", false);
    expect(await idsOfLive(flows)).toEqual(["a"]);
  });

  testStore("does neither with a flow that does not exist, also when conversations name it", async (store) => {
    await store.commit([{ conversations: [conversation("c", { flowId: "a" })] }]);
    expect(await store.flows.setPaused("a", true)).toBe(false);
    expect(await store.flows.setDeleted("a", 7)).toBe(false);
    await makeLive(store.flows, "a");
    expect(await store.flows.list()).toMatchObject([{ id: "a", isPaused: false, liveConversations: 1 }]);
    expect((await store.flows.get("a"))?.deletedAt).toBeUndefined();
  });

  testStore("remembers both when it is opened again, and after a save", async ({ flows }, subject) => {
    await makeLive(flows, "a", "b");
    await flows.setPaused("a", true);
    await flows.setDeleted("b", 7);
    for (const id of ["a", "b"]) await flows.saveDraft({ draft: flow(id), expectedRevision: 1, at: 8 });
    const { flows: reopened } = await subject.reopen();
    expect(await reopened.list()).toMatchObject([
      { id: "a", isPaused: true, revision: 2 },
      { id: "b", deletedAt: 7, revision: 2 },
    ]);
    expect(await reopened.listLive()).toEqual([]);
  });
}

async function makeLive(flows: FlowStore, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await flows.saveDraft({ draft: flow(id), expectedRevision: 0, at: 1 });
    await flows.makeLive({ flow: flow(id), comment: "", appIds: null, at: 1 });
  }
}

async function idsOfLive(flows: FlowStore): Promise<readonly string[]> {
  return (await flows.listLive()).map(({ flow }) => flow.id);
}
