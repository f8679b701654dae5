import { expect } from "@playwright/test";
import { flowOf, type Phone, send, test } from "@parley/testing/processes";
import { median } from "./watch.ts";
import { type Answered, openSender, webhookFrom } from "./webhook-sender.ts";

/** `EXCHANGES=200 npx playwright test -c e2e/playwright.config.ts noisy-neighbour` makes it longer. */
const exchanges = Number(process.env["EXCHANGES"] ?? 10);
const floodConnections = 100;
const messagesEach = 50;
/** So many events wait at least while it lasts. */
const eventsInFlood = 500;
/** How much slower the neighbour of someone who floods may be answered, while all share two cores. */
const timesSlower = 20;
/** A quick machine answers in a few milliseconds, of which no multiple means anything. */
const leastIdleMs = 40;

test.use({
  serverEnv: { PARLEY_MESSAGES_PER_SECOND: "1000" },
  simulatorOptions: { messagesPerSecond: 10_000 },
});
test.setTimeout(60_000 + exchanges * 5_000);

test("who floods is refused beyond their share, and their neighbour is answered meanwhile", async ({ world }) => {
  const { server, simulator } = world;
  await server.api.goLive(flowOf({ nodes: { n3: send("You wrote: $(whatsapp.message)") } }));
  // The neighbour's next message would else wait for the receipts of the one before.
  await simulator.control.setFaults({ dropStatuses: { statuses: ["sent", "delivered", "read"] } });
  const neighbour = world.phone("31611111111");
  const idleMs = await converse(neighbour, "quiet");

  using sender = openSender(server, floodConnections);
  let isOver = false;
  const flood = Array.from({ length: floodConnections }, async () => {
    const answered: Answered[] = [];
    while (!isOver) answered.push(await sender.post(webhookFrom(Array<string>(messagesEach).fill("31699999999"))));
    return answered;
  });
  let floodedMs = 0;
  try {
    await expect.poll(async () => (await server.api.status()).eventsWaiting).toBeGreaterThan(eventsInFlood);
    floodedMs = await converse(neighbour, "noisy");
    expect((await server.api.status()).eventsWaiting).toBeGreaterThan(eventsInFlood);
  } finally {
    isOver = true;
  }
  const answered = (await Promise.all(flood)).flat();

  const [taken, refused] = [200, 503].map((status) => answered.filter((answer) => answer.status === status).length);
  process.stdout.write(
    `Neighbour: answered in ${idleMs} ms, and in ${floodedMs} ms beside a flood of which ${taken} webhooks were taken and ` +
      `${refused} refused.\n`,
  );
  expect(taken).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
  expect((taken ?? 0) + (refused ?? 0)).toBe(answered.length);
  expect(floodedMs).toBeLessThan(Math.max(idleMs, leastIdleMs) * timesSlower);
});

/** Writes and waits for the reply, again and again. Gives the median, in whole milliseconds, from writing to having read the reply. */
async function converse(phone: Phone, text: string): Promise<number> {
  const tookMs: number[] = [];
  for (let exchange = 1; exchange <= exchanges; exchange += 1) {
    const begun = performance.now();
    await phone.write(`${text} ${exchange}`);
    await phone.expectReply(`You wrote: ${text} ${exchange}`);
    tookMs.push(performance.now() - begun);
  }
  return median(tookMs);
}
