import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import {
  businessNumber,
  echoFlow,
  makeDataFolder,
  test as base,
  textWebhook,
  type World,
} from "@parley/testing/processes";
import { backUp, runBackup, runRestore } from "./backups.ts";

const { phoneNumberId } = businessNumber;
const reconcileAfterMs = 3_000;
const people = Array.from({ length: 10 }, (_, index) => String(31_600_000_000 + index));

/** A world whose data folder is known to the test, for the programs that work on it. */
const test = base.extend<{ readonly dataDir: string }>({
  dataDir: async ({ simulatorOptions: _ }, use) => {
    await using data = await makeDataFolder();
    await use(data.path);
  },
  serverEnv: async ({ dataDir }, use) => {
    await use({ PARLEY_DATA_DIR: dataDir, PARLEY_RECONCILE_AFTER_MS: String(reconcileAfterMs) });
  },
});
test.setTimeout(60_000);

test("a backup made under load brings back everything that was acknowledged before it began", async ({
  world,
  dataDir,
}) => {
  const { server } = world;
  await server.api.goLive(echoFlow());
  await everyoneWrites(world, "first");
  const load = startLoad(world);
  await expect.poll(() => load.acknowledged().length).toBeGreaterThan(50);

  const before = load.acknowledged();
  const backup = await backUp(dataDir, server);
  await load.stop();
  expect(load.acknowledged().length).toBeGreaterThan(before.length);
  await server.kill();
  const { code, said } = await runRestore(dataDir, ["--from", backup]);
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining("The former data is kept as") });
  await server.start();

  const known = new Set((await world.stories()).map(({ waId }) => waId));
  expect(before.filter((waId) => !known.has(waId))).toEqual([]);
  // Conversations in the middle go on where they were.
  await everyoneWrites(world, "second");
  const ways = (await world.stories()).filter(({ waId }) => people.includes(String(waId)));
  expect(ways).toHaveLength(people.length);
  for (const { way } of ways) expect(way).toEqual(["n2.onBegin", "n3.onSuccess", "n4.whatsapp.mo", "n3.onSuccess"]);
});

test("a send that was queued in a backup, and went out after it, is not sent again when its receipt tells", async ({
  world,
  dataDir,
}) => {
  const { server, simulator } = world;
  await server.api.goLive(echoFlow());
  const [told, untold] = [world.phone("31600000001"), world.phone("31600000002")];
  for (const phone of [told, untold]) await phone.change({ isOffline: true });
  await simulator.control.setFaults({ apiStatus: { status: 503 } });
  await Promise.all([told, untold].map((phone) => phone.write("hello")));
  await expect.poll(server.api.status).toMatchObject({ sendsQueued: 2 });
  const backup = await backUp(dataDir, server);
  // Nobody hears that they were sent until the phones have them.
  await simulator.control.setFaults({ dropStatuses: { statuses: ["sent"] } });
  await expect.poll(async () => (await simulator.control.sends()).length).toBe(2);
  await expect.poll(server.api.status).toMatchObject({ sendsQueued: 0 });
  await server.kill();
  expect(await runRestore(dataDir, ["--from", backup])).toMatchObject({ code: 0 });

  const startedAt = performance.now();
  await server.start();
  expect(await server.api.status()).toMatchObject({ sendsQueued: 2, sendsAmbiguous: 2 });
  await told.change({ isOffline: false });
  // Of the other nothing is heard, so that it is repeated once its time is over, and not before.
  await expect.poll(async () => (await simulator.control.sends()).length).toBe(3);
  expect(performance.now() - startedAt).toBeGreaterThan(reconcileAfterMs);
  await expect.poll(server.api.status).toMatchObject({ sendsQueued: 0, deadLetters: 0 });
  const receivers = (await simulator.control.sends()).map(({ to }) => to);
  expect(receivers.toSorted()).toEqual([told.waId, untold.waId, untold.waId]);
});

test("backups and restores that would do harm are refused with a sentence", async ({ world, dataDir }) => {
  const { server } = world;
  await server.api.goLive(echoFlow());
  const url = ["--url", server.url];
  const backup = await backUp(dataDir, server);

  const taken = await runBackup(dataDir, ["--to", backup, ...url]);
  expect(taken).toMatchObject({ code: 1, said: expect.stringContaining(`There is a file ${backup} already`) });
  const running = await runRestore(dataDir, ["--from", backup]);
  expect(running).toMatchObject({ code: 1, said: expect.stringContaining("locked by another process") });
  const nobody = await runBackup(dataDir, ["--url", "http://127.0.0.1:1"]);
  expect(nobody).toMatchObject({ code: 1, said: expect.stringContaining("none answers at http://127.0.0.1:1") });
  const nothing = await runRestore(dataDir, []);
  expect(nothing).toMatchObject({ code: 1, said: expect.stringContaining("Say which backup.") });

  await server.stop();
  const letter = `${dataDir}/letter.db`;
  await writeFile(letter, "Dear aunt, ".repeat(1_000));
  for (const from of [letter, `${dataDir}/nowhere.db`]) {
    const { code, said } = await runRestore(dataDir, ["--from", from]);
    expect(code).toBe(1);
    expect(said).toContain(`The backup was not restored, and the data is as it was. ${from}`);
  }
  expect((await readdir(dataDir)).toSorted()).toEqual(["backups", "letter.db", "parley.db", "secret.key"]);
  await server.start();
  expect(await server.api.answer({ method: "GET", path: "/api/flows/echo" } as never)).toMatchObject({ status: 200 });
});

test("without a server a backup is made directly, in a folder of one's choice", async ({ world, dataDir }) => {
  const { server } = world;
  await server.api.goLive(echoFlow());
  await world.phone().write("hello");
  await world.phone().expectReply("You wrote: hello");
  await server.stop();

  await using elsewhere = await makeDataFolder();
  const { code, said } = await runBackup(dataDir, ["--to", `${elsewhere.path}/weekly/`]);
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining("100 % copied") });
  const [name = ""] = await readdir(`${elsewhere.path}/weekly`);
  const backup = `${elsewhere.path}/weekly/${name}`;
  expect(said).toContain(`The backup is ${backup} (${(await stat(backup)).size.toLocaleString("en")} bytes)`);

  // On a new machine there are the backup and the key alone.
  for (const file of ["parley.db", "parley.db-wal"]) await rm(`${dataDir}/${file}`, { force: true });
  expect(await runRestore(dataDir, ["--from", backup])).toMatchObject({ code: 0 });
  await server.start();
  expect(await world.stories()).toHaveLength(1);
});

test.describe("with an admin token", () => {
  const adminToken = "a-token-for-the-tests";
  test.use({
    serverEnv: async ({ dataDir }, use) => {
      await use({ PARLEY_DATA_DIR: dataDir, PARLEY_ADMIN_TOKEN: adminToken });
    },
  });

  test("a backup is made for who has it", async ({ world, dataDir }) => {
    const url = ["--url", world.server.url];
    const refused = await runBackup(dataDir, url);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("Give the admin token") });
    expect(await runBackup(dataDir, url, { PARLEY_ADMIN_TOKEN: adminToken })).toMatchObject({ code: 0 });
    expect(await readdir(`${dataDir}/backups`)).toHaveLength(1);
  });
});

/** Everyone writes the same, and has the reply. */
async function everyoneWrites(world: World, text: string): Promise<void> {
  const phones = people.map((waId) => world.phone(waId));
  await Promise.all(phones.map((phone) => phone.write(text)));
  for (const phone of phones) await phone.expectReply(`You wrote: ${text}`, { withinMs: 20_000 });
}

/** Lets strangers write, one after another in each of several places, until it is stopped. */
function startLoad({ server }: World) {
  const acknowledged: string[] = [];
  let [isOver, count] = [false, 0];
  const places = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      const from = String(31_700_000_000 + (count += 1));
      const status = await server.webhooks.post(textWebhook({ phoneNumberId, from, text: `hi ${"x".repeat(2_000)}` }));
      if (status === 200) acknowledged.push(from);
      else await sleep(20);
    }
  });
  return {
    acknowledged: (): readonly string[] => [...acknowledged],
    stop: async () => {
      isOver = true;
      await Promise.all(places);
    },
  };
}
