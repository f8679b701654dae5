import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import type { CommitUnit, Store } from "../store.ts";
import { createDataFolder } from "./data-folder.test-support.ts";
import { restoreBackup } from "./restore.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const nothing = { inboxIds: [], aliases: [], threadIds: [], sendKeys: [], messageIds: [], topics: [] };

function unitOf(id: string): CommitUnit {
  const event = { type: "message-dropped", messageId: id, reason: "x".repeat(9_000) } as const;
  return {
    inbox: [{ id, receivedAt: 1 }],
    journal: [{ threadId: "a", conversationId: "a-1", at: 1, event, entries: [], effects: [] }],
  };
}

async function seenIn(store: Store, inboxIds: readonly string[]): Promise<readonly string[]> {
  return (await store.load({ ...nothing, inboxIds })).seenInboxIds;
}

const order = {
  name: "order",
  language: "en",
  category: "utility",
  parameterFormat: "positional",
  header: { type: "none" },
  body: "Hello",
  bodyExamples: [],
  footer: "",
  buttons: [],
  hasSecurityAdvice: false,
} as const satisfies Template;

type Template = Parameters<Store["templates"]["save"]>[0][number]["template"];

async function recordsOf(store: Store): Promise<readonly (readonly object[])[]> {
  return [
    (await store.load({ ...nothing, topics: ["x"] })).topics,
    await store.queuedTasks({ after: "", limit: 9 }),
    await store.duePosts({ until: 1, limit: 9 }),
    await store.contacts.search({ text: "", limit: 9 }),
    await store.templates.list("app-1"),
    await store.settings.listInboundWebhooks(),
  ];
}

describe("It is true that a backup", () => {
  test("has all that was committed before it began, is whole, and counts as not closed cleanly", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    const written: string[] = [];
    let isOver = false;
    const writing = Array.from({ length: 8 }, async (_, place) => {
      for (let count = 0; !isOver; count++) {
        const id = `${place}-${count}`;
        expect(await store.commit([unitOf(id)])).toEqual([{ type: "committed" }]);
        written.push(id);
      }
    });
    while (written.length < 300) await store.nextTimerAt();
    const before = [...written];
    const shares: number[] = [];
    const to = join(folder.path, "backups", "b.db");
    const { bytes } = await store.backUp({ to, onProgress: (progress) => shares.push(progress.bytes / progress.of) });
    expect(written.length).toBeGreaterThan(before.length);
    isOver = true;
    await Promise.all(writing);
    await store.close();

    expect(bytes).toBe(readFileSync(to).length);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((left, right) => left - right));
    expect(readdirSync(join(folder.path, "backups"))).toEqual(["b.db"]);
    const copy = await openSqliteStore({ path: to });
    expect(copy.wasClosedCleanly).toBe(false);
    expect(await seenIn(copy, before)).toHaveLength(before.length);
    await copy.close();
  });

  test("has contacts, topics, tasks, posts, templates and endpoints too", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    const post = { id: "p", threadId: "a", url: "https://example.com", body: {}, createdAt: 1, attempts: 0 };
    const task = { type: "parse-data", format: "json", text: "{}", fields: [] } as const;
    await store.commit([
      {
        tasks: [
          { key: "a-1-2", threadId: "a", conversationId: "a-1", appId: "app-1", createdAt: 1, task, state: "queued" },
        ],
        topics: [{ threadId: "a", conversationId: "a-1", topics: ["x"] }],
        posts: [{ ...post, state: "queued", nextAttemptAt: 1 }],
        contacts: [{ threadId: "a", appId: "app-1", contact: { waId: "31612345678" }, at: 1 }],
      },
    ]);
    await store.templates.save([{ appId: "app-1", template: order, status: "draft", reason: "", updatedAt: 1 }]);
    await store.settings.saveInboundWebhook({ id: "w", name: "W", auth: "key", sealedSecret: "sealed", createdAt: 1 });
    const from = join(folder.path, "b.db");
    await store.backUp({ to: from });
    const before = await recordsOf(store);
    expect(before.flat()).toHaveLength(6);
    await store.contacts.remove("a");
    await store.templates.remove("app-1", "order", "en");
    await store.close();
    await restoreBackup({ from, path: folder.file, formerPath: join(folder.path, "former.db") });
    const restored = await openSqliteStore({ path: folder.file });
    expect(await recordsOf(restored)).toEqual(before);
    await restored.close();
  });

  test("keeps the lock of its store, which is closed cleanly afterwards", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    await store.backUp({ to: join(folder.path, "b.db") });
    await expect(openSqliteStore({ path: folder.file })).rejects.toMatchObject({ code: "busy" });
    await store.close();
    const next = await openSqliteStore({ path: folder.file });
    expect(next.wasClosedCleanly).toBe(true);
    await next.close();
  });

  test("never overwrites, and leaves nothing behind where it cannot be made", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    const letter = join(folder.path, "letter");
    writeFileSync(letter, "Dear aunt");
    await expect(store.backUp({ to: letter })).rejects.toMatchObject({ code: "name-taken" });
    const inLetter = store.backUp({ to: join(letter, "b.db") });
    await expect(inLetter).rejects.toMatchObject({ name: "StoreError", code: "not-backed-up" });
    expect(readFileSync(letter, "utf8")).toBe("Dear aunt");
    const to = join(folder.path, "b.db");
    const both = await Promise.allSettled([store.backUp({ to }), store.backUp({ to })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await store.close();
    await expect(store.backUp({ to: join(folder.path, "late.db") })).rejects.toMatchObject({ code: "closed" });
    expect(readdirSync(folder.path).toSorted()).toEqual(["b.db", "letter", "parley.sqlite"]);
  });

  test("that a close interrupts is not made, and the store's close is clean", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    await store.commit(Array.from({ length: 1_000 }, (_, index) => unitOf(String(index))));
    const { promise: hasBegun, resolve } = Promise.withResolvers<void>();
    const backup = store.backUp({ to: join(folder.path, "b.db"), onProgress: () => resolve() });
    const settled = Promise.allSettled([backup]);
    await hasBegun;
    await store.close();
    expect(await settled).toMatchObject([{ status: "rejected", reason: { code: "closed" } }]);
    expect(readdirSync(folder.path)).toEqual(["parley.sqlite"]);
    const next = await openSqliteStore({ path: folder.file });
    expect(next.wasClosedCleanly).toBe(true);
    await next.close();
  });
});

describe("It is true that a restore", () => {
  test("puts a backup in the place of the former file, which is kept with its log", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    await store.commit([unitOf("before")]);
    const from = join(folder.path, "b.db");
    await store.backUp({ to: from });
    await store.commit([unitOf("after")]);
    await store.close();
    writeFileSync(`${folder.file}-wal`, "a log");
    const former = readFileSync(folder.file);

    const formerPath = join(folder.path, "former.db");
    expect(await restoreBackup({ from, path: folder.file, formerPath })).toEqual({ hadFormer: true });
    expect(readFileSync(formerPath)).toEqual(former);
    expect(readFileSync(`${formerPath}-wal`, "utf8")).toBe("a log");
    const restored = await openSqliteStore({ path: folder.file });
    expect(restored.wasClosedCleanly).toBe(false);
    expect(await seenIn(restored, ["before", "after"])).toEqual(["before"]);
    await restored.close();
  });

  test("of a copy that was closed cleanly counts as not closed cleanly too", async () => {
    using folder = createDataFolder();
    const from = join(folder.path, "copy.db");
    await (await openSqliteStore({ path: from })).close();
    const formerPath = join(folder.path, "former.db");
    expect(await restoreBackup({ from, path: folder.file, formerPath })).toEqual({ hadFormer: false });
    const restored = await openSqliteStore({ path: folder.file });
    expect(restored.wasClosedCleanly).toBe(false);
    await restored.close();
  });

  test("is refused while a store has the file open, and where a name is taken", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    const from = join(folder.path, "b.db");
    await store.backUp({ to: from });
    const options = { from, path: folder.file, formerPath: join(folder.path, "former.db") };
    await expect(restoreBackup(options)).rejects.toMatchObject({ code: "busy" });
    await store.close();
    writeFileSync(options.formerPath, "taken");
    await expect(restoreBackup(options)).rejects.toMatchObject({ code: "name-taken" });
  });

  test.each<[string, (from: string) => void, RegExp]>([
    ["is absent", () => {}, /no such file/],
    ["is a folder", (from) => mkdirSync(from), /not a file/],
    ["is a letter", (from) => writeFileSync(from, "Dear aunt, ".repeat(1_000)), /not a database/],
    ["is of another program", (from) => createOther(from, ""), /not a database of this program/],
    ["is of a newer version", (from) => createOther(from, "PRAGMA user_version = 99"), /Its version is 99/],
    [
      "has a log beside it",
      (from) => [from, `${from}-wal`].forEach((name) => writeFileSync(name, "x")),
      /a log beside/,
    ],
  ])("of what %s is refused, and the data is as it was", async (_what, make, reason) => {
    using folder = createDataFolder();
    await (await openSqliteStore({ path: folder.file })).close();
    const data = readFileSync(folder.file);
    const from = join(folder.path, "b.db");
    make(from);
    const names = readdirSync(folder.path);
    const restoring = restoreBackup({ from, path: folder.file, formerPath: join(folder.path, "former.db") });
    await expect(restoring).rejects.toMatchObject({ name: "StoreError", code: "not-restored" });
    await expect(restoring).rejects.toThrow(reason);
    expect(readFileSync(folder.file)).toEqual(data);
    expect(readdirSync(folder.path)).toEqual(names);
  });

  test("that was interrupted keeps a start from beginning anew", async () => {
    using folder = createDataFolder();
    writeFileSync(`${folder.file}.restoring`, "");
    const opening = openSqliteStore({ path: folder.file });
    await expect(opening).rejects.toMatchObject({ code: "corrupt" });
    await expect(opening).rejects.toThrow(/A restore was interrupted; run it again/);
    expect(existsSync(folder.file)).toBe(false);
  });
});

function createOther(path: string, sql: string): void {
  using database = new DatabaseSync(path);
  database.exec(`CREATE TABLE letter (text TEXT); ${sql}`);
}
