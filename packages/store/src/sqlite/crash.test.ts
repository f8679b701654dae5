import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import type { Store } from "../store.ts";
import { createDataFolder } from "./data-folder.test-support.ts";
import { openSqliteStore } from "./sqlite-store.ts";

describe("It is true that a store in SQLite whose process is killed", () => {
  test("has every turn that was acknowledged, and none by half", { timeout: 20_000 }, async () => {
    using folder = createDataFolder();
    const acknowledged = await writeUntilKilled(folder.file);
    const store = await openSqliteStore({ path: folder.file });
    expect(store.wasClosedCleanly).toBe(false);
    let turns = 0;
    for (const threadId of new Set(acknowledged.map(([id]) => id))) {
      const last = Math.max(...acknowledged.filter(([id]) => id === threadId).map(([, turn]) => turn));
      turns += await turnsKept(store, threadId, last);
    }
    expect(turns).toBeGreaterThanOrEqual(acknowledged.length);
    await store.close();
  });
});

/** The turns that a writer saw acknowledged before it was killed in the middle of its work. */
async function writeUntilKilled(path: string): Promise<[threadId: string, turn: number][]> {
  const script = fileURLToPath(new URL("./crash-writer.test-support.ts", import.meta.url));
  const log = `${path}.log`;
  const output = openSync(log, "w");
  const writer = spawn(process.execPath, [script, path], { stdio: ["ignore", output, "inherit"] });
  const exit = once(writer, "exit");
  await vi.waitFor(() => expect(statSync(log).size).toBeGreaterThan(0), { timeout: 10_000 });
  setTimeout(() => writer.kill("SIGKILL"), 400);
  expect(await exit).toEqual([null, "SIGKILL"]);
  closeSync(output);
  const lines = readFileSync(log, "utf8").split("\n").slice(0, -1);
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.every((line) => line.endsWith(" committed"))).toBe(true);
  return lines.map((line) => {
    const [threadId = "", turn] = line.split(" ");
    return [threadId, Number(turn)];
  });
}

/** Holds everything that is kept of a thread against its revision, and gives the number of its turns. */
async function turnsKept(store: Store, threadId: string, lastAcknowledged: number): Promise<number> {
  const names = Array.from({ length: lastAcknowledged + 5 }, (_, turn) => `${threadId}-1-${turn}`);
  const loaded = await store.load({
    inboxIds: names,
    aliases: [],
    threadIds: [threadId],
    sendKeys: names,
    messageIds: [],
    topics: [threadId, ...names.map((_, turn) => `${threadId} at ${turn}`)],
  });
  const turns = loaded.threads[0]?.revision ?? 0;
  expect(turns).toBeGreaterThan(lastAcknowledged);
  expect(loaded.threads[0]?.thread.conversationCount).toBe(turns - 1);
  expect(loaded.seenInboxIds.toSorted()).toEqual(names.slice(0, turns).toSorted());
  expect(loaded.sends).toHaveLength(turns);
  const lines = await store.readJournal({ conversationId: `${threadId}-1`, after: 0, limit: 1_000_000 });
  expect(lines.map(({ at }) => at)).toEqual(Array.from({ length: turns }, (_, turn) => turn));
  const timers = (await store.dueTimers({ until: 9e12, limit: 1_000 })).filter((timer) => timer.threadId === threadId);
  expect(timers.map(({ generation }) => generation)).toEqual([turns - 1]);
  const topics = [threadId, `${threadId} at ${turns - 1}`];
  expect(loaded.topics.map(({ topic }) => topic).toSorted()).toEqual(topics);
  const tasks = (await store.queuedTasks({ after: "", limit: 1_000_000 })).filter((task) => task.threadId === threadId);
  expect(tasks.map(({ createdAt }) => createdAt).toSorted((left, right) => left - right)).toEqual(
    Array.from({ length: turns }, (_, turn) => turn),
  );
  const posts = (await store.duePosts({ until: 9e12, limit: 1_000_000 })).filter((post) => post.threadId === threadId);
  expect(posts.map(({ nextAttemptAt }) => nextAttemptAt)).toEqual(Array.from({ length: turns }, (_, turn) => turn));
  expect(await store.contacts.find(`wa:${threadId}`)).toMatchObject({ id: threadId, name: `Turn ${turns - 1}` });
  return turns;
}
