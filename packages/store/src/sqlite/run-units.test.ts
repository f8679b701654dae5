import { describe, expect, test } from "vitest";
import { createDataFolder } from "./data-folder.test-support.ts";
import { closeDatabase, type Database, openDatabase } from "./database.ts";
import { failureOf } from "./failure.ts";
import { prepareUnits } from "./run-units.ts";
import type { Outcome, Step, Unit } from "./unit.ts";

type Check = (runUnits: (units: readonly Unit[]) => readonly Outcome[], database: Database) => void;

function withDatabase(check: Check): void {
  using folder = createDataFolder();
  const database = openDatabase(folder.file);
  try {
    check(prepareUnits(database.connection), database);
  } finally {
    closeDatabase(database, true);
  }
}

const inbox = (id: string): Step => ["insertInbox", id, 1];
const seen = (...ids: string[]): Unit => [["findInbox", JSON.stringify(ids)]];

describe("It is true that running units", () => {
  test("undoes the steps before the one that cannot be taken, and no other unit's (2)", () => {
    withDatabase((runUnits) => {
      const outcomes = runUnits([
        [inbox("before")],
        [inbox("a"), ["setTimer", "a-1", "t", "a", 1, Number.NaN]],
        [inbox("b"), inbox("before")],
        [inbox("c"), ["appendJournal", null, {} as never]],
        [inbox("after")],
      ]);
      const [timerFailed, , bindingFailed] = outcomes.slice(1);
      expect(timerFailed).toEqual({ failed: expect.stringContaining("NOT NULL constraint failed: timer.fires_at") });
      expect(bindingFailed).toEqual({ failed: expect.stringContaining("TypeError") });
      expect(outcomes).toEqual([[], timerFailed, "conflict", bindingFailed, []]);
      expect(runUnits([seen("before", "a", "b", "c", "after")])).toEqual([[[["after"], ["before"]]]]);
    });
  });

  test("shows each unit what those before it did", () => {
    withDatabase((runUnits) => {
      expect(runUnits([[inbox("a")], seen("a"), [inbox("a")]])).toEqual([[], [[["a"]]], "conflict"]);
    });
  });

  test("does nothing at all when the database fails in the middle of a call (3)", () => {
    withDatabase((runUnits, { connection }) => {
      connection.exec("ALTER TABLE unrouted RENAME TO lost");
      const failing = (): unknown => runUnits([[inbox("a")], [["keepUnrouted", "{}"]], [inbox("b")]]);
      expect(failing).toThrow(/no such table/);
      expect(connection.isTransaction).toBe(false);
      expect(runUnits([seen("a", "b"), [inbox("a")]])).toEqual([[[]], []]);
    });
  });

  test("does nothing at all when the disk is full, and goes on when there is room (3)", () => {
    withDatabase((runUnits, { connection }) => {
      connection.exec("PRAGMA max_page_count = 60");
      const long: Step = ["appendJournal", "a-1", "x".repeat(1_000_000)];
      const failing = (): unknown => runUnits([[inbox("a")], [long], [inbox("b")]]);
      expect(failing).toThrow(/full/);
      try {
        failing();
      } catch (error) {
        expect(failureOf(error)).toMatchObject({ code: "full" });
      }
      expect(connection.isTransaction).toBe(false);
      expect(runUnits([seen("a", "b")])).toEqual([[[]]]);
      connection.exec("PRAGMA max_page_count = 100000");
      expect(runUnits([[inbox("a")], [long]])).toEqual([[], []]);
    });
  });
});
