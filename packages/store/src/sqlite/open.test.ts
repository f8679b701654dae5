import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import type { CommitUnit } from "../store.ts";
import { createDataFolder } from "./data-folder.test-support.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const journalRow = {
  threadId: "a",
  conversationId: "a-1",
  at: 1,
  event: { type: "timer-fired", at: 1, timerId: "t", generation: 1 },
  effects: [],
} as const;

function unitWith(text: string): CommitUnit {
  return { journal: [{ ...journalRow, entries: [{ type: "value-logged", nodeId: "n2", text }] }] };
}

describe("It is true that opening a store in SQLite", () => {
  test("is refused while another store has the file open", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    const second = openSqliteStore({ path: folder.file });
    await expect(second).rejects.toMatchObject({ name: "StoreError", code: "busy", isRetryable: true });
    await expect(second).rejects.toThrow(/locked by another process/);
    expect(await store.commit([{ inbox: [{ id: "still ours", receivedAt: 1 }] }])).toEqual([{ type: "committed" }]);
    await expect(openSqliteStore({ path: folder.file })).rejects.toMatchObject({ code: "busy" });
    await store.close();
    const next = await openSqliteStore({ path: folder.file });
    expect(next.wasClosedCleanly).toBe(true);
    await next.close();
  });

  test("succeeds for one of two that open a new file at the same moment", async () => {
    using folder = createDataFolder();
    const openings = await Promise.allSettled([1, 2].map(() => openSqliteStore({ path: folder.file })));
    const refusals = openings.flatMap((opening) => (opening.status === "rejected" ? [opening.reason as unknown] : []));
    expect(refusals).toMatchObject([{ code: "busy" }]);
    for (const opening of openings) if (opening.status === "fulfilled") await opening.value.close();
  });

  test("is refused where a folder stands in the file's place, or no folder is", async () => {
    using folder = createDataFolder();
    mkdirSync(folder.file);
    for (const path of [folder.file, join(folder.path, "nowhere", "parley.sqlite")]) {
      const opening = openSqliteStore({ path });
      await expect(opening).rejects.toMatchObject({ name: "StoreError", code: "read-only" });
      await expect(opening).rejects.toThrow(path);
    }
  });

  test("is refused when the file is no database, and leaves it as it is", async () => {
    using folder = createDataFolder();
    writeFileSync(folder.file, "A letter to my aunt. ".repeat(500));
    const letter = readFileSync(folder.file);
    await expect(openSqliteStore({ path: folder.file })).rejects.toMatchObject({ code: "corrupt", isRetryable: false });
    expect(readFileSync(folder.file)).toEqual(letter);
  });

  test("is refused when a small file has a damaged page", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    await store.commit(Array.from({ length: 500 }, () => unitWith("x".repeat(1_000))));
    await store.close();
    overwritePage(folder.file, 100);
    await expect(openSqliteStore({ path: folder.file })).rejects.toMatchObject({ code: "corrupt" });
  });

  test("is refused when a small file lost its end, all of its content, or itself and not its log", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    await store.commit(Array.from({ length: 500 }, () => unitWith("x".repeat(1_000))));
    await store.close();
    for (const size of [100 * 4_096, 0]) {
      truncateSync(folder.file, size);
      await expect(openSqliteStore({ path: folder.file })).rejects.toMatchObject({ code: "corrupt" });
      expect(statSync(folder.file).size).toBe(size);
    }
    rmSync(folder.file);
    writeFileSync(`${folder.file}-wal`, "a log");
    await expect(openSqliteStore({ path: folder.file })).rejects.toThrow(/The file is missing, and its log is there/);
    expect(readdirSync(folder.path)).toEqual(["parley.sqlite-wal"]);
  });

  test("succeeds before a page is damaged, and whoever reads that page is told; then nothing is written any more", async () => {
    using folder = createDataFolder();
    const first = await openSqliteStore({ path: folder.file });
    await first.commit(Array.from({ length: 500 }, () => unitWith("x".repeat(1_000))));
    await first.close();
    const store = await openSqliteStore({ path: folder.file });
    for (let page = 60; page < 120; page++) overwritePage(folder.file, page);
    expect(await store.commit([{ inbox: [{ id: "before", receivedAt: 1 }] }])).toEqual([{ type: "committed" }]);
    const reading = store.readJournal({ conversationId: "a-1", after: 0, limit: 1_000 });
    await expect(reading).rejects.toMatchObject({ code: "corrupt" });
    await expect(store.commit([{ inbox: [{ id: "after", receivedAt: 1 }] }])).rejects.toMatchObject({
      code: "corrupt",
    });
    await store.close();
    using file = new DatabaseSync(folder.file, { readOnly: true });
    expect(file.prepare("SELECT id FROM inbox").all()).toEqual([{ id: "before" }]);
    expect(file.prepare("SELECT value FROM meta").get()).toEqual({ value: "no" });
  });

  test("is refused when a newer version wrote the data, which stay as they are", async () => {
    using folder = createDataFolder();
    await (await openSqliteStore({ path: folder.file })).close();
    const setVersion = (version: number): number => {
      using file = new DatabaseSync(folder.file);
      const former = Number(file.prepare("PRAGMA user_version").get()?.["user_version"]);
      file.exec(`PRAGMA user_version = ${version}`);
      return former;
    };
    const ours = setVersion(999);
    const opening = openSqliteStore({ path: folder.file });
    await expect(opening).rejects.toMatchObject({ code: "newer", isRetryable: false });
    await expect(opening).rejects.toThrow(/Its version is 999/);
    setVersion(ours);
    const store = await openSqliteStore({ path: folder.file });
    expect(store.wasClosedCleanly).toBe(true);
    await store.close();
  });
});

function overwritePage(path: string, page: number): void {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(4_096, 0xa5), 0, 4_096, page * 4_096);
  closeSync(file);
}
