import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import {
  askJson,
  businessNumber,
  echoFlow,
  makeDataFolder,
  serverProgram,
  startChild,
  startServer,
  startSimulator,
  textWebhook,
} from "@parley/testing/processes";
import { chooseFault, obeying } from "./database-fault.ts";
import { mayMount, mountSmallDisk } from "./small-disk.ts";

const { phoneNumberId } = businessNumber;

test("a folder in the place of the database stops the start with a sentence, and nothing is written", async () => {
  await using data = await makeDataFolder();
  await mkdir(`${data.path}/parley.db`);
  const { said, written } = await refusedStart(data.path);
  expect(said).toContain("The data cannot be written");
  expect(said).toContain(`${data.path}/parley.db: It is not a file.`);
  expect(written).toEqual(["parley.db"]);
});

test("a file in the place of the data folder stops the start with a sentence", async () => {
  await using data = await makeDataFolder();
  const place = `${data.path}/data`;
  await writeFile(place, "a letter");
  for (const path of [place, `${place}/inner`]) {
    const { said } = await refusedStart(path, data.path);
    expect(said).toContain(`The data folder ${path} cannot be made`);
    expect(said).toContain("Set PARLEY_DATA_DIR to a writable folder.");
  }
});

test("a key file that cannot be read stops the start with a sentence", async () => {
  await using data = await makeDataFolder();
  await mkdir(`${data.path}/secret.key`);
  expect((await refusedStart(data.path)).said).toContain("The key file cannot be made or read");
});

if (mayMount) {
  test("a read-only disk stops the start with a sentence, and nothing is written", async () => {
    await using disk = await mountSmallDisk();
    disk.setReadOnly(true);
    const { said, written } = await refusedStart(disk.path);
    expect(said).toContain("The data cannot be written; the server's user must be allowed to write the data folder");
    expect(said).toContain(`${disk.path}/parley.db`);
    expect(written).toEqual([]);
  });
} else {
  test("a folder without the right to write stops the start with a sentence, and nothing is written", async () => {
    await using data = await makeDataFolder();
    await chmod(data.path, 0o500);
    const { said, written } = await refusedStart(data.path);
    expect(said).toContain("The data cannot be written; the server's user must be allowed to write the data folder");
    expect(written).toEqual([]);
  });
}

test("a database that turns read-only refuses messages until it can be written again", async () => {
  await using data = await makeDataFolder();
  await using control = await makeDataFolder();
  const file = `${control.path}/fault`;
  await chooseFault(file, "none");
  await using simulator = await startSimulator();
  await using server = await startServer({ dataDir: data.path, simulator, env: obeying(file) });
  await server.api.goLive(echoFlow());
  const message = textWebhook({ phoneNumberId, from: "31612345678", text: "hello" });

  await chooseFault(file, "read-only");
  expect(await server.webhooks.post(message)).toBe(503);
  expect(await askJson(`${server.url}/readyz`)).toEqual({ status: 503, body: { status: "not ready: read-only" } });
  expect(server.output()).toContain("The data cannot be written");

  await chooseFault(file, "none");
  expect(await askJson(`${server.url}/readyz`)).toMatchObject({ status: 200 });
  expect(await server.webhooks.post(message)).toBe(200);
  expect(await server.api.conversations()).toHaveLength(1);
});

/** Starts a server that must not start: what it said, and what is in the folder afterwards. */
async function refusedStart(dataDir: string, folder = dataDir) {
  const env = { PARLEY_DATA_DIR: dataDir, PARLEY_PORT: "0", PARLEY_SIMULATOR_PORT: "0" };
  await using server = startChild({ name: "The server", args: [serverProgram], env });
  expect(await server.exited).toEqual({ code: 1, signal: null });
  const said = server.output();
  expect(said).not.toContain("    at ");
  return { said, written: await readdir(folder) };
}
