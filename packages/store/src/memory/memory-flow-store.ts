import type { FlowRow, FlowStore, FlowSummary } from "../index.ts";
import { compareText, copyOf, type MemoryData } from "./memory-data.ts";

/** The flows of a memory store. */
export function createMemoryFlowStore(open: () => MemoryData): FlowStore {
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
      if ((flows.get(draft.id)?.revision ?? 0) !== expectedRevision) return "conflict";
      const revision = expectedRevision + 1;
      flows.set(draft.id, { id: draft.id, name: draft.name, revision, updatedAt: at, draft: copyOf(draft) });
      return { revision };
    },
    makeLive: async ({ flow, comment, appIds, at }) => {
      const { flowVersions } = open();
      const versions = flowVersions.get(flow.id) ?? [];
      const version = versions.length + 1;
      flowVersions.set(flow.id, [...versions, copyOf({ flow, version, comment, appIds, createdAt: at })]);
      return version;
    },
    listVersions: async (flowId) => {
      const versions = open().flowVersions.get(flowId) ?? [];
      return versions.map(({ version, comment, createdAt }) => ({ version, comment, createdAt }));
    },
    getVersion: async (flowId, version) => {
      const found = open().flowVersions.get(flowId)?.[version - 1];
      return found && copyOf(found.flow);
    },
    listLive: async () => {
      const latest = [...open().flowVersions.values()].flatMap((versions) => versions.at(-1) ?? []);
      const live = latest.map(({ flow, version, appIds }) => copyOf({ flow, version, appIds }));
      return live.toSorted((left, right) => compareText(left.flow.id, right.flow.id));
    },
  };
}

function summaryOf({ flowVersions }: MemoryData, { id, name, revision, updatedAt }: FlowRow): FlowSummary {
  return { id, name, revision, updatedAt, liveVersion: flowVersions.get(id)?.length };
}
