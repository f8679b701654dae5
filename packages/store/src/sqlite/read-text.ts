import type { DatabaseSync } from "node:sqlite";

/** The first column of the first row that a statement gives, as text. */
export function readText(connection: DatabaseSync, sql: string): string {
  const row: unknown = connection.prepare(sql).get();
  return Array.isArray(row) ? String(row[0]) : "";
}
