import type { FlowStore, FlowSummary, FlowVersionSummary } from "../flow-store.ts";
import { fromColumn, fromJson, toColumn } from "./column.ts";
import type { Connection } from "./connection.ts";
import { readRows, runOne } from "./run-one.ts";
import type { Row, Step, Value } from "./unit.ts";

/** The flows of a store in SQLite. */
export function createSqliteFlowStore(connection: Connection): FlowStore {
  return {
    list: async () => (await readRows(connection, ["listFlows"])).map(summaryOf),
    get: async (id) => {
      const [row] = await readRows(connection, ["getFlow", toColumn(id)]);
      return row && { ...summaryOf(row), draft: fromJson(row[9]) };
    },
    saveDraft: async ({ draft, expectedRevision, at }) => {
      const row = [toColumn(draft.id), toColumn(draft.name), at, JSON.stringify(draft)] as const;
      const step: Step = expectedRevision === 0 ? ["insertDraft", ...row] : ["updateDraft", ...row, expectedRevision];
      const outcome = await runOne(connection, [step, ["countNodes", toColumn(draft.id), draft.nodes.length]]);
      return outcome === "conflict" ? "conflict" : { revision: expectedRevision + 1 };
    },
    makeLive: async ({ flow, comment, appIds, fromVersion = null, at }) => {
      const [id, apps] = [toColumn(flow.id), JSON.stringify(appIds)];
      const row = [id, toColumn(comment), apps, fromVersion, at, JSON.stringify(flow)] as const;
      const [[version] = []] = await readRows(connection, ["addVersion", ...row]);
      return Number(version);
    },
    listVersions: async (flowId) => (await readRows(connection, ["listVersions", toColumn(flowId)])).map(versionOf),
    getVersion: async (flowId, version) => {
      const [row] = await readRows(connection, ["getVersion", toColumn(flowId), version]);
      return row && fromJson(row[0]);
    },
    listLive: async () =>
      (await readRows(connection, ["listLive"])).map(([flow, version, appIds]) => ({
        flow: fromJson(flow),
        version: Number(version),
        appIds: fromJson(appIds),
      })),
    setPaused: async (flowId, isPaused) =>
      (await runOne(connection, [["setPaused", toColumn(flowId), Number(isPaused)]])) !== "conflict",
    setDeleted: async (flowId, deletedAt) =>
      (await runOne(connection, [["setDeleted", toColumn(flowId), deletedAt ?? null]])) !== "conflict",
  };
}

function summaryOf(row: Row): FlowSummary {
  const [id, name, revision, updatedAt, liveVersion, isPaused, deletedAt, nodeCount, liveConversations] = row;
  return {
    id: fromColumn(id),
    name: fromColumn(name),
    revision: Number(revision),
    updatedAt: Number(updatedAt),
    liveVersion: optionalNumber(liveVersion),
    isPaused: isPaused === 1,
    deletedAt: optionalNumber(deletedAt),
    nodeCount: Number(nodeCount),
    liveConversations: Number(liveConversations),
  };
}

function versionOf([version, comment, createdAt, appIds, fromVersion]: Row): FlowVersionSummary {
  return {
    version: Number(version),
    comment: fromColumn(comment),
    createdAt: Number(createdAt),
    appIds: fromJson(appIds),
    fromVersion: optionalNumber(fromVersion),
  };
}

function optionalNumber(value: Value | undefined): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}
