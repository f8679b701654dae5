import { createHmac } from "node:crypto";
import { expect, test } from "@playwright/test";
import {
  askJson,
  businessNumber,
  echoFlow,
  makeDataFolder,
  type Server,
  startServer,
  startSimulator,
  textWebhook,
} from "@parley/testing/processes";
import { chooseFault, obeying } from "./database-fault.ts";
import { mayMount, mountSmallDisk } from "./small-disk.ts";

const { phoneNumberId } = businessNumber;
const people = Array.from({ length: 10 }, (_, index) => String(31_600_000_000 + index));

test.setTimeout(60_000);

test("a database that is full refuses what it cannot store, and goes on by itself when there is room", async () => {
  await using data = await makeDataFolder();
  await using control = await makeDataFolder();
  const file = `${control.path}/fault`;
  await chooseFault(file, "none");
  await outlivesFullness(data.path, {
    env: obeying(file),
    fill: () => chooseFault(file, "full"),
    free: () => chooseFault(file, "none"),
  });
});

if (mayMount) {
  test("a disk that is full does the same", async () => {
    await using disk = await mountSmallDisk();
    await outlivesFullness(disk.path, { env: {}, fill: async () => disk.fill(), free: async () => disk.free() });
  });
}

type Disk = {
  readonly env: Readonly<Record<string, string>>;
  readonly fill: () => Promise<void>;
  readonly free: () => Promise<void>;
};

/** The whole journey: conversations, no room, room again. */
async function outlivesFullness(dataDir: string, { env, fill, free }: Disk): Promise<void> {
  await using simulator = await startSimulator();
  await using server = await startServer({ dataDir, simulator, env });
  const { control } = simulator;
  const write = (text: string) =>
    Promise.all(people.map((waId) => control.write(waId, { phoneNumberId, content: { type: "text", text } })));
  const repliesTo = async (waId: string): Promise<string[]> =>
    (await control.sends()).filter(({ to }) => to === waId).map(({ text }) => String(text));
  const readiness = () => askJson(`${server.url}/readyz`);
  await server.api.goLive(echoFlow());
  await write("first");
  for (const waId of people) await expect.poll(() => repliesTo(waId)).toEqual(["You wrote: first"]);
  expect(await readiness()).toMatchObject({ status: 200 });

  await fill();
  const { taken, refused } = await postUntilRefused(server);
  expect(refused.retryAfter).toMatch(/^[1-9]\d*$/);
  await write("second");
  await expect.poll(readiness).toEqual({ status: 503, body: { status: "not ready: full" } });
  expect(server.output()).toContain("The disk is full; free some space.");
  await expect.poll(async () => (await control.webhooks()).waiting).toBeGreaterThan(0);
  expect(await askJson(`${server.url}/healthz`)).toMatchObject({ status: 200 });

  await free();
  await expect.poll(readiness).toEqual({ status: 200, body: { status: "ready" } });
  expect(await post(server, refused.body)).toMatchObject({ status: 200 });
  expect(await post(server, refused.body)).toMatchObject({ status: 200 });
  await expect.poll(control.webhooks, { timeout: 20_000 }).toMatchObject({ waiting: 0, givenUp: 0 });

  // What was acknowledged was taken, also while the disk filled up, and what came again was taken once.
  for (const waId of people) {
    await expect.poll(() => repliesTo(waId), { timeout: 20_000 }).toEqual(["You wrote: first", "You wrote: second"]);
  }
  const written = new Set([...people, ...taken, refused.from]);
  expect(await server.api.conversations()).toHaveLength(written.size);
  await expect.poll(server.api.status, { timeout: 20_000 }).toMatchObject({ sendsQueued: 0, sendsInFlight: 0 });
}

/** Lets one stranger after another write until the server has no room: who was acknowledged, and what was refused. */
async function postUntilRefused(server: Server) {
  const taken: string[] = [];
  for (let count = 0; count < 5_000; count += 1) {
    const from = String(31_700_000_000 + count);
    const body = JSON.stringify(textWebhook({ phoneNumberId, from, text: `hello ${"x".repeat(3_000)}` }));
    const { status, retryAfter } = await post(server, body);
    if (status === 503) return { taken, refused: { from, body, retryAfter } };
    expect(status).toBe(200);
    taken.push(from);
  }
  throw new Error(`The server acknowledged ${taken.length} messages and was never full.`);
}

/** Posts a webhook as the provider does; unlike the testing kit's, this tells of the header that says when to come again. */
async function post(server: Server, body: string): Promise<{ status: number; retryAfter: string | null }> {
  const signature = createHmac("sha256", businessNumber.appSecret).update(body).digest("hex");
  const headers = { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
  const response = await fetch(`${server.url}/webhooks/cloud-api/default`, { method: "POST", headers, body });
  await response.body?.cancel();
  return { status: response.status, retryAfter: response.headers.get("retry-after") };
}
