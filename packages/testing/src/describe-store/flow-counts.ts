import type { FlowStore, Store } from "@parley/store";
import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { conversation, flow } from "./sample-rows.ts";

/** What a list shows of flows without a look at their content and their conversations. */
export function describeFlowCounts(testStore: TestStore): void {
  testStore("counts the nodes of the draft that was saved last", async ({ flows }) => {
    const withNodes = (count: number) => ({
      ...flow("a"),
      nodes: Array.from({ length: count }, (_, index) => ({ id: `n${index + 2}`, type: "end" })),
    });
    await flows.saveDraft({ draft: withNodes(3), expectedRevision: 0, at: 1 });
    expect(await flows.list()).toMatchObject([{ nodeCount: 3 }]);
    await flows.saveDraft({ draft: withNodes(5), expectedRevision: 0, at: 2 });
    expect(await flows.get("a")).toMatchObject({ nodeCount: 3 });
    await flows.saveDraft({ draft: withNodes(1), expectedRevision: 1, at: 3 });
    expect(await flows.get("a")).toMatchObject({ nodeCount: 1 });
  });

  testStore("counts the conversations of a flow that have not ended", async (store, subject) => {
    await saveFlows(store.flows, "f1", "f2");
    const put = (id: string, flowId: string, status: "live" | "parked" | "ended"): Promise<unknown> =>
      store.commit([{ conversations: [conversation(id, { flowId, status })] }]);
    expect(await liveConversations(store)).toEqual([0, 0]);
    await Promise.all([put("a", "f1", "live"), put("b", "f1", "live"), put("c", "f2", "ended")]);
    expect(await liveConversations(store)).toEqual([2, 0]);
    await put("a", "f1", "parked");
    await put("a", "f1", "parked");
    expect(await liveConversations(store)).toEqual([2, 0]);
    await put("a", "f1", "ended");
    await put("a", "f1", "ended");
    await put("c", "f2", "live");
    expect(await liveConversations(store)).toEqual([1, 1]);
    expect(await liveConversations(await subject.reopen())).toEqual([1, 1]);
  });

  testStore("counts no conversation of a unit that was not committed", async (store) => {
    await saveFlows(store.flows, "f1");
    await store.commit([{ inbox: [{ id: "taken", receivedAt: 1 }] }]);
    const inbox = [{ id: "taken", receivedAt: 2 }];
    const conversations = [conversation("a", { flowId: "f1" })];
    expect(await store.commit([{ inbox, conversations }])).toEqual([{ type: "conflict" }]);
    expect(await liveConversations(store)).toEqual([0]);
  });
}

async function saveFlows(flows: FlowStore, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await flows.saveDraft({ draft: flow(id), expectedRevision: 0, at: 1 });
}

async function liveConversations({ flows }: Store): Promise<readonly number[]> {
  return (await flows.list()).map((flow) => flow.liveConversations);
}
