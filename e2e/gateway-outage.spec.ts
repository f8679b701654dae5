import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import {
  businessNumber,
  type Control,
  end,
  flowOf,
  makeDataFolder,
  send,
  startServer,
  startSimulator,
} from "@parley/testing/processes";
import { layLine } from "./phone-line.ts";
import { watchMemory } from "./watch.ts";

type Send = Awaited<ReturnType<Control["sends"]>>[number];

/** `OUTAGE_SECONDS=60 BACKLOG=6000 npx playwright test -c e2e/playwright.config.ts gateway-outage` makes it longer. */
const outageMs = Number(process.env["OUTAGE_SECONDS"] ?? 4) * 1_000;
/** So many people wait for a reply; each has a second one to come. */
const backlog = Number(process.env["BACKLOG"] ?? 300);
/** What the app may send; the simulator refuses more. */
const perSecond = 150;
const patient = Array.from({ length: backlog }, (_, index) => String(31_600_000_000 + index));
/** What these are sent expires during the outage. */
const hurried = Array.from({ length: 20 }, (_, index) => String(31_700_000_000 + index));
/** The line is cut in the middle of the work, after so many sends. */
const sendsBefore = 20;
/** An attempt is made each second during an outage; the rest is for a machine with much else to do. */
const firstSendMs = 2_000;
/** All that waited is sent within what the rate takes for it, half as much again for a machine with much else to do, and this. */
const drainSlackMs = 5_000;
/** As many sends are under way at once, and may bunch on their way whatever the pace of the server is. */
const underWay = 64;
/** A server that has nothing to do has some 150 MiB; 5,000 sends in memory and all the rest of the work take no more than this. */
const mostMemory = 450;
const patienceMs = 30_000 + (2 * backlog * 1_000) / perSecond;

test.setTimeout(60_000 + 2 * outageMs + 2 * patienceMs);

const answers = flowOf({ id: "answers", nodes: { n3: send("You wrote: $(whatsapp.message)") } });
const hurries = flowOf({
  id: "hurries",
  startsOn: [{ variable: "$(whatsapp.message)", operator: "contains", value: "hurry" }],
  nodes: { n3: send("Quickly: $(whatsapp.message)", { expiry: { type: "seconds", seconds: 1 } }), n4: end("too late") },
  edges: ["n3.onPolicyFail -> n4"],
});

test("what waits while the gateway is out is sent as soon as it is back, in order, at the app's rate, and once", async () => {
  await using data = await makeDataFolder();
  await using simulator = await startSimulator({ messagesPerSecond: perSecond });
  await using line = await layLine(simulator.url);
  const env = { PARLEY_CLOUD_API_BASE_URL: line.url, PARLEY_MESSAGES_PER_SECOND: String(perSecond) };
  await using server = await startServer({ dataDir: data.path, simulator, env });
  const { control } = simulator;
  const write = async (people: readonly string[], text: string): Promise<void> => {
    const { phoneNumberId } = businessNumber;
    for (const waId of people) await control.write(waId, { phoneNumberId, content: { type: "text", text } });
  };
  await server.api.goLive(answers);
  await server.api.goLive(hurries);

  // The gateway goes out in the middle of the work, and messages go on to come.
  await using memory = watchMemory(server);
  const [early, late] = [patient.slice(0, sendsBefore), patient.slice(sendsBefore)];
  await write(early, "first");
  const writing = write(late, "first");
  await expect.poll(async () => (await control.counters()).accepted).toBeGreaterThanOrEqual(sendsBefore);
  await line.cut();
  const cutAt = Date.now();
  await Promise.all([writing, write(hurried, "in a hurry")]);
  await write(patient, "second");

  // All of them are taken, and what expires leaves, while nobody answers.
  await expect.poll(control.webhooks, { timeout: patienceMs }).toMatchObject({ waiting: 0, retried: 0, givenUp: 0 });
  const results = async () => Map.groupBy(await server.api.conversations(), ({ result = "none" }) => result);
  await expect.poll(async () => (await results()).get("too late")?.length).toBe(hurried.length);
  await sleep(cutAt + outageMs - Date.now());
  const sentBefore = (await control.counters()).accepted;
  const { sendsQueued } = await server.api.status();
  expect(sendsQueued).toBeGreaterThan(backlog / 2);

  const mendedAt = Date.now();
  await line.mend();
  await expect.poll(control.counters, { timeout: patienceMs }).toMatchObject({ accepted: 2 * backlog });
  await expect.poll(server.api.status).toMatchObject({ sendsQueued: 0, sendsInFlight: 0, deadLetters: 0 });
  const resident = await memory.stop();

  // It is sent at once, and at the app's rate.
  const sends = await allSends(control);
  const drained = sends.slice(sentBefore);
  const firstMs = (drained[0]?.at ?? Infinity) - mendedAt;
  const ahead = mostAhead(sends.map(({ at }) => at));
  const drainMs = (drained.at(-1)?.at ?? Infinity) - mendedAt;
  process.stdout.write(
    `Outage of ${outageMs} ms: ${sendsQueued} sends waited, the first went ${firstMs} ms after it, all ${drained.length} within ` +
      `${drainMs} ms, at ${perSecond} a second and at most ${Math.floor(ahead)} ahead of it; memory at most ${Math.round(Math.max(...resident))} MiB.\n`,
  );
  expect(firstMs).toBeLessThan(firstSendMs);
  expect(drainMs).toBeLessThan((drained.length / perSecond) * 1_500 + drainSlackMs);
  expect(ahead).toBeLessThanOrEqual(underWay);
  expect(await control.counters()).toMatchObject({ refused: 0 });
  expect(Math.max(...resident)).toBeLessThan(mostMemory);

  // People take turns: nobody's second reply comes before the first ones of others.
  const firstRound = drained.slice(0, backlog / 2).map(({ to }) => to);
  expect(new Set(firstRound).size).toBe(firstRound.length);

  // Everyone has their replies, once and in order.
  const replies = Map.groupBy(sends, ({ to }) => to);
  expect(replies.size).toBe(backlog);
  for (const ofOne of replies.values()) {
    expect(ofOne.map(({ text }) => text)).toEqual(["You wrote: first", "You wrote: second"]);
  }
  expect(new Set(sends.map(({ clientReference }) => clientReference)).size).toBe(2 * backlog);
  const counts = new Map([...(await results())].map(([result, { length }]) => [result, length]));
  expect(counts).toEqual(
    new Map([
      ["success", 2 * backlog],
      ["too late", hurried.length],
    ]),
  );
});

async function allSends({ sends }: Control): Promise<Send[]> {
  const all: Send[] = [];
  for (;;) {
    const page = await sends(all.at(-1)?.sequence);
    all.push(...page);
    if (page.length === 0) return all;
  }
}

/** How many sends came at most before the rate would have let them come, counted over every span of time. */
function mostAhead(times: readonly number[]): number {
  let [most, ahead, last] = [0, 0, 0];
  for (const time of times) {
    ahead = Math.max(0, ahead - ((time - last) / 1_000) * perSecond) + 1;
    most = Math.max(most, ahead);
    last = time;
  }
  return most;
}
