import { createHash } from "node:crypto";
import { readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import {
  askJson,
  businessNumber,
  echoFlow,
  makeDataFolder,
  type Server,
  serverProgram,
  startChild,
  startServer,
  startSimulator,
  textWebhook,
} from "@parley/testing/processes";
import { backUp } from "./backups.ts";

const { phoneNumberId } = businessNumber;

/** How data is damaged after a clean stop or a kill, and a part of the sentence that tells of it. */
const damages: readonly {
  readonly name: string;
  readonly end: "stop" | "kill";
  readonly damage: (path: string) => Promise<void>;
}[] = [
  { name: "bytes overwritten in the middle", end: "stop", damage: (path) => overwriteMiddle(path) },
  { name: "bytes overwritten in the middle, after a crash", end: "kill", damage: (path) => overwriteMiddle(path) },
  { name: "its second half missing", end: "stop", damage: async (path) => truncate(path, await middleOf(path)) },
  { name: "nothing in it", end: "stop", damage: (path) => truncate(path, 0) },
  { name: "a letter in its place", end: "stop", damage: (path) => writeFile(path, "Dear aunt, ".repeat(2_000)) },
  {
    name: "bytes overwritten in its log, after a crash",
    end: "kill",
    damage: (path) => overwriteMiddle(`${path}-wal`),
  },
];

for (const { name, end, damage } of damages) {
  test(`a database with ${name} is not started with, left as it is, and a backup is named`, async () => {
    await using data = await makeDataFolder();
    const path = `${data.path}/parley.db`;
    await using simulator = await startSimulator();
    await using server = await startServer({ dataDir: data.path, simulator });
    await server.api.goLive(echoFlow());
    const backup = await backUp(data.path, server);
    // The log of a running server is copied into the file while it is idle, so these come last.
    await takeMessages(server);
    await server[end]();
    await damage(path);
    const before = await contentOf(data.path);

    const { code, said } = await start(data.path);
    expect(code).toBe(1);
    expect(said).toContain("The data is damaged and was left as it is; stop the server and restore a backup.");
    expect(said).toContain(`npm run restore -- --from ${backup}`);
    expect(said).not.toContain("    at ");
    expect(await contentOf(data.path)).toEqual(before);
    expect((await start(data.path)).code).toBe(1);
    expect(await contentOf(data.path)).toEqual(before);
  });
}

test("damage that is found while the server runs is told, and nothing is written any more", async () => {
  await using data = await makeDataFolder();
  await using simulator = await startSimulator();
  await using server = await startServer({ dataDir: data.path, simulator });
  await server.api.goLive(echoFlow());
  await takeMessages(server);
  // A start keeps hardly any page of it in memory.
  await server.stop();
  await server.start();
  const path = `${data.path}/parley.db`;
  await overwrite(path, { start: 10 * 4_096, end: (await stat(path)).size });

  expect(await askJson(`${server.url}/api/conversations`)).toMatchObject({ status: 503 });
  const message = textWebhook({ phoneNumberId, from: "31600000000", text: "hello" });
  expect(await server.webhooks.post(message)).toBe(503);
  expect(await askJson(`${server.url}/readyz`)).toEqual({ status: 503, body: { status: "not ready: corrupt" } });
  expect(server.output()).toContain("The data is damaged");
  await server.kill();
  expect((await start(data.path)).code).toBe(1);
});

/** One person, many messages: a journal of many pages. */
async function takeMessages(server: Server): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    const text = `${count} ${"x".repeat(3_000)}`;
    expect(await server.webhooks.post(textWebhook({ phoneNumberId, from: "31612345678", text }))).toBe(200);
  }
}

async function middleOf(path: string): Promise<number> {
  return Math.floor((await stat(path)).size / 2 / 4_096) * 4_096;
}

async function overwriteMiddle(path: string): Promise<void> {
  const middle = await middleOf(path);
  await overwrite(path, { start: middle - 4 * 4_096, end: middle + 4 * 4_096 });
}

async function overwrite(path: string, { start, end }: { start: number; end: number }): Promise<void> {
  const bytes = await readFile(path);
  expect(bytes.length).toBeGreaterThan(20 * 4_096);
  await writeFile(path, bytes.fill(0xa5, start, end), { flag: "r+" });
}

/** A digest of every file of the data folder. */
async function contentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).filter((name) => name !== "backups");
  const digests = names.map(async (name) => {
    return [
      name,
      createHash("sha256")
        .update(await readFile(`${folder}/${name}`))
        .digest("hex"),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

async function start(dataDir: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const env = { PARLEY_DATA_DIR: dataDir, PARLEY_PORT: "0", PARLEY_SIMULATOR_PORT: "0" };
  await using child = startChild({ name: "The server", args: [serverProgram], env });
  const { code } = await child.exited;
  return { code, said: child.output() };
}
