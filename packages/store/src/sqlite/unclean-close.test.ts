import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { createDataFolder } from "./data-folder.test-support.ts";
import { openSqliteStore } from "./index.ts";

/** Leaves the file as a killed process does. */
function crash(path: string): void {
  const database = new DatabaseSync(path);
  database.exec("UPDATE meta SET value = 'no' WHERE name = 'closed cleanly'");
  database.close();
}

describe("It is true that a close after a crash", () => {
  it("counts as clean only once what was left in doubt is recorded", async () => {
    using folder = createDataFolder();
    await (await openSqliteStore({ path: folder.file })).close();
    crash(folder.file);

    const failedStart = await openSqliteStore({ path: folder.file });
    expect(failedStart.wasClosedCleanly).toBe(false);
    await failedStart.close();

    const nextStart = await openSqliteStore({ path: folder.file });
    expect(nextStart.wasClosedCleanly).toBe(false);
    await nextStart.markRecovered();
    await nextStart.close();

    const last = await openSqliteStore({ path: folder.file });
    expect(last.wasClosedCleanly).toBe(true);
    await last.close();
  });
});
