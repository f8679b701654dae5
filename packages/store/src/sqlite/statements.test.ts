import { describe, expect, test } from "vitest";
import { createDataFolder } from "./data-folder.test-support.ts";
import { closeDatabase, openDatabase } from "./database.ts";
import { type StatementName, statements } from "./statements.ts";

/** These read whole tables on purpose: those of flows and settings, which people fill by hand, and what is counted for an operator. */
const readWhole: readonly StatementName[] = [
  "listFlows",
  "listLive",
  "listConnections",
  "listApps",
  "listInboundWebhooks",
  "counts",
];

describe("It is true that the statement", () => {
  using folder = createDataFolder();
  const database = openDatabase(folder.file);
  const names = Object.keys(statements) as StatementName[];
  const plans = names.map((name) => {
    const rows: unknown[] = database.connection.prepare(`EXPLAIN QUERY PLAN ${statements[name].sql}`).all();
    return [name, rows.map((row) => String(Array.isArray(row) && row[3]))] as const;
  });
  closeDatabase(database, true);

  test.each(plans.filter(([name]) => !readWhole.includes(name)))("%s finds its rows by an index", (_name, plan) => {
    expect(plan.filter((step) => step.startsWith("SCAN") && !/json_each|CONSTANT ROW/.test(step))).toEqual([]);
  });

  test.each(plans.filter(([name]) => statements[name].sql.includes("LIMIT")))(
    "%s finds its page in its order, without sorting all that is found",
    (_name, plan) => expect(plan.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]),
  );
});
