import type { TemplateStore } from "../template-store.ts";
import { fromJson, toColumn } from "./column.ts";
import type { Connection } from "./connection.ts";
import { readRows, runOne } from "./run-one.ts";
import type { Step } from "./unit.ts";

/** The template registries of a store in SQLite. */
export function createSqliteTemplateStore(connection: Connection): TemplateStore {
  return {
    list: async (appId) =>
      (await readRows(connection, ["listTemplates", toColumn(appId)])).map(([row]) => fromJson(row)),
    get: async (...name) => {
      const [row] = await readRows(connection, ["getTemplate", ...columnsOf(name)]);
      return row && fromJson(row[0]);
    },
    save: async (rows) => void (await runOne(connection, rows.map(saveStep))),
    remove: async (...name) => (await runOne(connection, [["removeTemplate", ...columnsOf(name)]])) !== "conflict",
  };
}

type TemplateRow = Parameters<TemplateStore["save"]>[0][number];

function saveStep(row: TemplateRow): Step {
  const { name, language } = row.template;
  return ["saveTemplate", ...columnsOf([row.appId, name, language]), JSON.stringify(row)];
}

function columnsOf(name: readonly [appId: string, name: string, language: string]): string[] {
  return name.map(toColumn);
}
