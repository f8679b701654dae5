import { StoreError } from "../store.ts";
import type { Connection } from "./connection.ts";
import type { Row, Step, Unit } from "./unit.ts";

/** Runs one unit. Gives the rows of each of its reads. Rejects with `StoreError`, also when it cannot be stored. */
export async function runOne(connection: Connection, unit: Unit): Promise<readonly (readonly Row[])[] | "conflict"> {
  const [outcome = []] = await connection.run([unit]);
  if (typeof outcome === "object" && "failed" in outcome) throw new StoreError("unexpected", outcome.failed);
  return outcome;
}

/** Gives the rows of one read. */
export async function readRows(connection: Connection, read: Step): Promise<readonly Row[]> {
  const outcome = await runOne(connection, [read]);
  return outcome === "conflict" ? [] : (outcome[0] ?? []);
}
