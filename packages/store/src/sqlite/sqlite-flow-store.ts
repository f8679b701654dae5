import type { FlowStore, FlowSummary } from "../flow-store.ts";
import { fromColumn, fromJson, toColumn } from "./column.ts";
import type { Connection } from "./connection.ts";
import { readRows, runOne } from "./run-one.ts";
import type { Row, Step } from "./unit.ts";

/** The flows of a store in SQLite. */
export function createSqliteFlowStore(connection: Connection): FlowStore {
  return {
    list: async () => (await readRows(connection, ["listFlows"])).map(summaryOf),
    get: async (id) => {
      const [row] = await readRows(connection, ["getFlow", toColumn(id)]);
      return row && { ...summaryOf(row), draft: fromJson(row[5]) };
    },
    saveDraft: async ({ draft, expectedRevision, at }) => {
      const row = [toColumn(draft.id), toColumn(draft.name), at, JSON.stringify(draft)] as const;
      const step: Step = expectedRevision === 0 ? ["insertDraft", ...row] : ["updateDraft", ...row, expectedRevision];
      const outcome = await runOne(connection, [step]);
      return outcome === "conflict" ? "conflict" : { revision: expectedRevision + 1 };
    },
    makeLive: async ({ flow, comment, appIds, at }) => {
      const row = [toColumn(flow.id), toColumn(comment), JSON.stringify(appIds), at, JSON.stringify(flow)] as const;
      const [[version] = []] = await readRows(connection, ["addVersion", ...row]);
      return Number(version);
    },
    listVersions: async (flowId) =>
      (await readRows(connection, ["listVersions", toColumn(flowId)])).map(([version, comment, createdAt]) => ({
        version: Number(version),
        comment: fromColumn(comment),
        createdAt: Number(createdAt),
      })),
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
  };
}

function summaryOf([id, name, revision, updatedAt, liveVersion]: Row): FlowSummary {
  return {
    id: fromColumn(id),
    name: fromColumn(name),
    revision: Number(revision),
    updatedAt: Number(updatedAt),
    liveVersion: liveVersion === null ? undefined : Number(liveVersion),
  };
}
