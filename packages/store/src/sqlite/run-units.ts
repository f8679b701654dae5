import type { DatabaseSync, StatementSync } from "node:sqlite";
import { isFaultOfUnit } from "./failure.ts";
import { joinSteps } from "./join-steps.ts";
import { type StatementName, statements } from "./statements.ts";
import type { JoinOrder, Outcome, Row, Step, Unit, Value } from "./unit.ts";

/**
 * Makes what runs units on a database.
 *
 * 1. The units of one call share one transaction; when it returns, they are on the disk.
 * 2. A unit takes all its steps or none; one that cannot be stored, or meets a conflict, touches no other.
 * 3. When anything else fails, it throws the error of `node:sqlite`, and nothing of the whole call has happened.
 */
export function prepareUnits(connection: DatabaseSync): (units: readonly Unit[]) => readonly Outcome[] {
  const prepared = prepareAll(connection);
  const begin = connection.prepare("BEGIN IMMEDIATE");
  const commit = connection.prepare("COMMIT");
  const beginUnit = connection.prepare("SAVEPOINT unit");
  const undoUnit = connection.prepare("ROLLBACK TO unit");
  const endUnit = connection.prepare("RELEASE unit");

  function runUnits(units: readonly Unit[]): readonly Outcome[] {
    begin.run();
    try {
      const outcomes = units.map(runUnit);
      commit.run();
      return outcomes;
    } catch (error) {
      // After some errors, such as a full disk, SQLite has rolled back by itself.
      if (connection.isTransaction) connection.exec("ROLLBACK");
      throw error;
    }
  }

  function runUnit(unit: Unit): Outcome {
    beginUnit.run();
    const outcome = takeSteps(unit);
    if (!Array.isArray(outcome)) undoUnit.run();
    endUnit.run();
    return outcome;
  }

  function takeSteps(unit: Unit): Outcome {
    const reads: (readonly Row[])[] = [];
    try {
      for (const part of unit) {
        for (const [name, ...parameters] of stepsOf(part)) {
          const { kind } = statements[name];
          if (kind === "read") reads.push(readRows(name, parameters));
          else if (prepared[name].run(...parameters).changes === 0 && kind === "guard") return "conflict";
        }
      }
      return reads;
    } catch (error) {
      if (isFaultOfUnit(error)) return { failed: String(error) };
      throw error;
    }
  }

  function stepsOf(part: Step | JoinOrder): readonly Step[] {
    return part[0] === "join-contact"
      ? joinSteps(part[1], ([name, ...parameters]) => readRows(name, parameters))
      : [part];
  }

  function readRows(name: StatementName, parameters: readonly Value[]): readonly Row[] {
    // The database was opened with rows as arrays, which the types do not know.
    return prepared[name].all(...parameters) as unknown as Row[];
  }

  return runUnits;
}

function prepareAll(connection: DatabaseSync): Record<StatementName, StatementSync> {
  const entries = Object.entries(statements).map(([name, { sql }]) => [name, connection.prepare(sql)]);
  return Object.fromEntries(entries) as Record<StatementName, StatementSync>;
}
