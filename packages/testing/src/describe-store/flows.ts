import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { flow } from "./sample-rows.ts";

/** Flows as they are drawn. */
export function describeFlows(testStore: TestStore): void {
  testStore("saves a draft only over the revision that was read", async ({ flows }) => {
    const draft = flow("order-status");
    expect(await flows.saveDraft({ draft, expectedRevision: 1, at: 1 })).toBe("conflict");
    expect(await flows.get("order-status")).toBeUndefined();
    expect(await flows.saveDraft({ draft, expectedRevision: 0, at: 1 })).toEqual({ revision: 1 });
    expect(await flows.saveDraft({ draft, expectedRevision: 0, at: 2 })).toBe("conflict");
    const renamed = flow("order-status", { name: "Order status" });
    expect(await flows.saveDraft({ draft: renamed, expectedRevision: 1, at: 3 })).toEqual({ revision: 2 });
    expect(await flows.saveDraft({ draft, expectedRevision: 1, at: 4 })).toBe("conflict");
    const saved = { id: "order-status", name: "Order status", revision: 2, updatedAt: 3 };
    const summary = { ...saved, isPaused: false, nodeCount: 0, liveConversations: 0 };
    expect(await flows.get("order-status")).toEqual({ ...summary, draft: renamed });
    expect(await flows.list()).toEqual([summary]);
  });

  testStore("keeps an unfinished draft as it was drawn", async ({ flows }) => {
    const draft = { ...flow("a"), nodes: [{ id: "n2", type: "start", half: { finished: [] } }], edges: [{ id: "e1" }] };
    await flows.saveDraft({ draft, expectedRevision: 0, at: 1 });
    expect((await flows.get("a"))?.draft).toEqual(draft);
  });

  testStore("lists all flows by id, with the version that is live", async ({ flows }) => {
    expect(await flows.list()).toEqual([]);
    for (const id of ["b", "c", "a"]) await flows.saveDraft({ draft: flow(id), expectedRevision: 0, at: 1 });
    for (const id of ["b", "b", "c"]) await flows.makeLive({ flow: flow(id), comment: "", appIds: null, at: 2 });
    const listed = await flows.list();
    expect(listed.map(({ id, liveVersion }) => [id, liveVersion])).toEqual([
      ["a", undefined],
      ["b", 2],
      ["c", 1],
    ]);
  });
}
