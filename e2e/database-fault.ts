import { writeFile } from "node:fs/promises";

/** What may go wrong in the database of a server, until all is well again. */
export type DatabaseFault = "none" | "full" | "read-only";

/** Settings that the database is given before every transaction. Its own limit of pages cannot fall below the pages it has. */
const settings: Readonly<Record<DatabaseFault, string>> = {
  none: "PRAGMA max_page_count = 4294967294; PRAGMA query_only = 0",
  full: "PRAGMA max_page_count = 1",
  "read-only": "PRAGMA query_only = 1",
};

/** Chooses what goes wrong in the database, by a file that the server's process reads. */
export function chooseFault(file: string, fault: DatabaseFault): Promise<void> {
  return writeFile(file, settings[fault]);
}

/**
 * The environment of a server whose database obeys a file. SQLite itself refuses then, as it does on a full or read-only disk, so that this works
 * wherever tests run.
 */
export function obeying(file: string): Readonly<Record<string, string>> {
  const program = `
    import { readFileSync } from "node:fs";
    import { DatabaseSync } from "node:sqlite";
    const prepare = DatabaseSync.prototype.prepare;
    DatabaseSync.prototype.prepare = function (sql) {
      const statement = prepare.call(this, sql);
      if (sql !== "BEGIN IMMEDIATE") return statement;
      return { run: () => (this.exec(readFileSync(${JSON.stringify(file)}, "utf8")), statement.run()) };
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` };
}
