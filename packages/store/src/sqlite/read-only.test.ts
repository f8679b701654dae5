import { existsSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { createDataFolder } from "./data-folder.test-support.ts";
import { openReadOnly } from "./read-only.ts";
import { openSqliteStore } from "./sqlite-store.ts";

test("It is true that what a look at a database leaves behind never is, nor takes away, the log of a store", async () => {
  using folder = createDataFolder();
  await (await openSqliteStore({ path: folder.file })).close();
  const looker = openReadOnly(folder.file);
  expect(existsSync(`${folder.file}-wal`)).toBe(false);
  // A store cannot open while the look lasts.
  const child = spawn(
    process.execPath,
    [
      "-e",
      `
    const { DatabaseSync } = require("node:sqlite");
    const db = new DatabaseSync(${JSON.stringify(folder.file)});
    db.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE");
  `,
    ],
    { stdio: "ignore" },
  );
  const [code] = await once(child, "exit");
  expect(code).not.toBe(0);
  looker[Symbol.dispose]();
});
