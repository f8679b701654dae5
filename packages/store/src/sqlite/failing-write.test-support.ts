import { DatabaseSync } from "node:sqlite";

const tables = [
  "thread",
  "alias",
  "inbox",
  "timer",
  "send",
  "parked_receipt",
  "conversation",
  "journal",
  "unrouted",
  "topic",
  "task",
  "post",
  "contact",
] as const;

const operations = ["INSERT", "UPDATE", "DELETE"] as const;

/**
 * Plants a fault in the database at a path, which nobody may have open: triggers count the rows that are written or deleted, and the one of
 * that number fails; none does without a number. What is undone was not counted.
 */
export function plantFailingWrite(path: string, failingWrite = 0): void {
  using database = new DatabaseSync(path);
  const triggers = tables.flatMap((table) => operations.map((operation) => countingTrigger(operation, table)));
  database.exec(`BEGIN;
    CREATE TABLE IF NOT EXISTS fault (countdown INTEGER);
    DELETE FROM fault;
    INSERT INTO fault VALUES (${failingWrite});
    ${triggers.join("\n")}
    COMMIT`);
}

function countingTrigger(operation: string, table: string): string {
  return `CREATE TRIGGER IF NOT EXISTS ${operation}_${table} AFTER ${operation} ON ${table} BEGIN
    UPDATE fault SET countdown = countdown - 1;
    SELECT RAISE(ABORT, 'the row cannot be written') FROM fault WHERE countdown = 0;
  END;`;
}
