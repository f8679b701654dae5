import type { FlowStore, FlowSummary } from "../index.ts";
import { compareText, copyOf, type MemoryData, type StoredFlow } from "./memory-data.ts";

/** The flows of a memory store. */
export function createMemoryFlowStore(open: () => MemoryData): FlowStore {
  const change = (id: string, changes: Partial<StoredFlow>): boolean => {
    const { flows } = open();
    const row = flows.get(id);
    if (row !== undefined) flows.set(id, { ...row, ...changes });
    return row !== undefined;
  };

  return {
    list: async () => {
      const data = open();
      const summaries = [...data.flows.values()].map((row) => summaryOf(data, row));
      return summaries.toSorted((left, right) => compareText(left.id, right.id));
    },
    get: async (id) => {
      const data = open();
      const row = data.flows.get(id);
      return row && { ...summaryOf(data, row), draft: copyOf(row.draft) };
    },
    saveDraft: async ({ draft, expectedRevision, at }) => {
      const { flows } = open();
      const { id, name } = draft;
      const row = flows.get(id);
      if ((row?.revision ?? 0) !== expectedRevision) return "conflict";
      const revision = expectedRevision + 1;
      flows.set(id, { isPaused: false, ...row, id, name, revision, updatedAt: at, draft: copyOf(draft) });
      return { revision };
    },
    makeLive: async ({ at, ...made }) => {
      const { flowVersions } = open();
      const versions = flowVersions.get(made.flow.id) ?? [];
      const version = versions.length + 1;
      flowVersions.set(made.flow.id, [...versions, copyOf({ ...made, version, createdAt: at })]);
      return version;
    },
    listVersions: async (flowId) =>
      (open().flowVersions.get(flowId) ?? []).map(({ flow: _content, ...summary }) => copyOf(summary)),
    getVersion: async (flowId, version) => {
      const found = open().flowVersions.get(flowId)?.[version - 1];
      return found && copyOf(found.flow);
    },
    listLive: async () => {
      const { flows, flowVersions } = open();
      const latest = [...flowVersions.values()].flatMap((versions) => versions.at(-1) ?? []);
      const starting = latest.filter(({ flow }) => startsAnything(flows.get(flow.id)));
      const live = starting.map(({ flow, version, appIds }) => copyOf({ flow, version, appIds }));
      return live.toSorted((left, right) => compareText(left.flow.id, right.flow.id));
    },
    setPaused: async (flowId, isPaused) => change(flowId, { isPaused }),
    setDeleted: async (flowId, deletedAt) => change(flowId, { deletedAt }),
  };
}

function startsAnything(flow: StoredFlow | undefined): boolean {
  return flow === undefined || (!flow.isPaused && flow.deletedAt === undefined);
}

function summaryOf({ flowVersions, conversations }: MemoryData, { draft, ...row }: StoredFlow): FlowSummary {
  const live = [...conversations.values()].filter(({ flowId, status }) => flowId === row.id && status !== "ended");
  return {
    ...row,
    liveVersion: flowVersions.get(row.id)?.length,
    nodeCount: draft.nodes.length,
    liveConversations: live.length,
  };
}
