import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { storeLimits } from "../limits.ts";
import { copyDatabase } from "./copy.ts";
import { createDataFolder } from "./data-folder.test-support.ts";
import { closeDatabase, openDatabase } from "./database.ts";

test("It is true that a copy is the database of one moment, however much is written meanwhile, and that the log is copied again afterwards", async () => {
  using folder = createDataFolder();
  const database = openDatabase(folder.file);
  const insert = database.connection.prepare("INSERT INTO journal (row) VALUES (?)");
  for (let row = 0; row < 30; row++) insert.run("before".padEnd(100_000, "x"));
  const update = database.connection.prepare("UPDATE journal SET row = ?");
  const to = `${folder.path}/copy.db`;
  let isFirst = true;
  await copyDatabase(database, to, () => {
    if (!isFirst) return;
    isFirst = false;
    // More than a log may have before commits copy it into the file.
    const rounds = Math.ceil(storeLimits.logBytes / (30 * 100_000)) + 3;
    for (let round = 0; round < rounds; round++) update.run(`after ${round} `.padEnd(100_000, String(round)));
  });

  using copy = new DatabaseSync(to, { readOnly: true });
  expect(copy.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  expect(copy.prepare("SELECT substr(row, 1, 6) AS row, count(*) AS count FROM journal GROUP BY 1").all()).toEqual([
    { row: "before", count: 30 },
  ]);
  expect(readFileSync(folder.file).includes("after")).toBe(false);
  insert.run("the last one");
  expect(readFileSync(folder.file).includes("after")).toBe(true);
  closeDatabase(database, true);
});
