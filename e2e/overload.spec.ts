import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import { flowOf, receive, type Server, test } from "@parley/testing/processes";
import { median, watchAnswers, watchMemory } from "./watch.ts";
import { type Answered, openSender, type Webhook, webhookFrom } from "./webhook-sender.ts";

/** `OVERLOAD_SECONDS=60 npx playwright test -c e2e/playwright.config.ts overload` makes it longer. */
const seconds = Number(process.env["OVERLOAD_SECONDS"] ?? 3);
const timesTooMuch = 10;
const updatesEach = 50;
const people = Array.from({ length: 500 }, (_, index) => String(31_600_000_000 + index));
/** What the server takes without overload is counted so long, with so many senders that wait for their answers. */
const countingMs = 1_000;
const patientSenders = 4;
const connections = 500;
/** Where something else kept the machine busy while it was counted, the count is too low. */
const leastPerSecond = 500;
/** A server that has nothing to do has some 150 MiB; the bodies, events and connections that may be under way take the rest. */
const mostMemory = 550;
const mostGrowth = 1.25;
const mostHealthMs = 1_000;
/** The largest webhook (Cloud API, Webhooks, payload size), and how many of them a connection may have under way. */
const largestBody = 3 * 1024 * 1024;
const largestAtOnce = 10;
/** Of the webhooks that were refused, so many are delivered again. */
const redelivered = 20;

test.setTimeout(60_000 + seconds * 10_000);

/** Keeps every message in the journal of its contact's one conversation. */
const listens = flowOf({ nodes: { n3: receive() }, edges: ["n3.whatsapp.mo -> n3"] });

test("ten times what it can take costs a server neither its memory nor what it acknowledged, and is over when it ends", async ({
  world: { server },
}) => {
  await server.api.goLive(listens);
  const counted = await postPatiently(server);
  expect(new Set(counted.map(({ status }) => status))).toEqual(new Set([200]));
  const perSecond = counted.length / (countingMs / 1_000);
  const offeredPerSecond = Math.max(perSecond * timesTooMuch, leastPerSecond);
  const webhooks = Array.from({ length: Math.ceil(offeredPerSecond * seconds) }, (_, index) => webhookOf(index));

  await using memory = watchMemory(server);
  await using quick = watchAnswers(server);
  using sender = openSender(server, connections);
  const answered = await flood(webhooks, offeredPerSecond, sender.post);
  const healthMs = await quick.stop();
  const resident = await memory.stop();

  // Once the load has ended, the next webhook is taken at once.
  const next = await sender.post(webhookFrom(people.slice(0, 1)));
  expect(next.status).toBe(200);
  expect(next.tookMs).toBeLessThan(1_000);
  expect(await server.api.status()).toMatchObject({ eventsWaiting: 0 });

  // It was much too much, refused early, in time for others.
  const taken = answered.filter(({ status }) => status === 200);
  const refused = answered.filter(({ status }) => status === 503);
  process.stdout.write(
    `Overload: ${perSecond.toFixed(0)} webhooks/s without it; of ${answered.length} offered ${taken.length} were taken and ${refused.length} ` +
      `refused, the median in ${median(refused.map(({ tookMs }) => tookMs))} ms; health in ${median(healthMs)} ms, at most in ` +
      `${Math.round(Math.max(...healthMs))} ms; memory ${median(resident)} MiB, at most ${Math.round(Math.max(...resident))} MiB.\n`,
  );
  expect(taken.length + refused.length).toBe(webhooks.length);
  expect(refused.length).toBeGreaterThan(taken.length);
  expect(new Set(refused.map(({ retryAfter }) => retryAfter))).toEqual(new Set(["1"]));
  expect(healthMs.length).toBeGreaterThan(seconds);
  expect(median(healthMs)).toBeLessThan(mostHealthMs);

  // Memory has levelled off.
  expect(Math.max(...resident)).toBeLessThan(mostMemory);
  const half = Math.floor(resident.length / 2);
  expect(Math.max(...resident.slice(half))).toBeLessThan(Math.max(...resident.slice(0, half)) * mostGrowth);

  // What was refused may be delivered again. Every message that was acknowledged then stands in a journal, once, and no other does.
  const again = [];
  for (const { webhook } of refused.slice(0, redelivered)) again.push(await sender.post(webhook));
  expect(again.map(({ status }) => status)).toEqual(again.map(() => 200));
  const acknowledged = [...counted, ...taken, ...again, next].flatMap(({ webhook }) => webhook.ids);
  expect((await messagesTaken(server)).toSorted()).toEqual(acknowledged.toSorted());
});

test("bodies that are promised take no room, those that come only their share, and none when they are given up", async ({
  world: { server },
}) => {
  await server.api.goLive(listens);
  using sender = openSender(server, connections);
  const [small, large] = [webhookFrom(people.slice(0, 1)), webhookFrom(people, "x".repeat(5_000))];
  const promised = Array.from({ length: 2 * largestAtOnce }, () => sender.begin(largestBody));
  expect(await sender.post(small)).toMatchObject({ status: 200 });
  expect(await sender.post(large)).toMatchObject({ status: 200 });

  // Those that come take room, though they never end.
  const coming = Array.from({ length: 2 * largestAtOnce }, () => sender.begin(largestBody, largestBody - 1));
  const statuses: number[] = [];
  for (const { status } of coming) void status.then((code) => statuses.push(code));
  await expect.poll(() => statuses.length).toBeGreaterThanOrEqual(largestAtOnce - 1);
  expect(statuses).toEqual(statuses.map(() => 503));

  for (const { giveUp } of [...promised, ...coming]) giveUp();
  await expect.poll(async () => (await sender.post(large)).status).toBe(200);
});

type Post = (webhook: Webhook) => Promise<Answered>;

/** Posts webhooks for a while, from senders that wait for their answers. */
async function postPatiently(server: Server): Promise<readonly Answered[]> {
  using sender = openSender(server, patientSenders);
  const until = performance.now() + countingMs;
  const send = async (_: unknown, first: number): Promise<Answered[]> => {
    const answered: Answered[] = [];
    for (let index = first; performance.now() < until; index += patientSenders) {
      answered.push(await sender.post(webhookOf(index)));
    }
    return answered;
  };
  return (await Promise.all(Array.from({ length: patientSenders }, send))).flat();
}

/** Posts webhooks at a rate, whether they are answered or not. */
async function flood(webhooks: readonly Webhook[], perSecond: number, post: Post): Promise<readonly Answered[]> {
  const begun = performance.now();
  const answers: Promise<Answered>[] = [];
  while (answers.length < webhooks.length) {
    const due = Math.ceil(((performance.now() - begun) / 1_000) * perSecond);
    answers.push(...webhooks.slice(answers.length, due).map(post));
    await sleep(5);
  }
  return Promise.all(answers);
}

/** The webhook of a number: of the people whose turn it is. */
function webhookOf(index: number): Webhook {
  const first = (index * updatesEach) % people.length;
  return webhookFrom(people.slice(first, first + updatesEach));
}

/** The ids of the messages in all journals. */
async function messagesTaken({ api }: Server): Promise<string[]> {
  const conversations = await api.conversations();
  const journals = await Promise.all(conversations.map(({ id }) => api.journal(id)));
  return journals.flat().flatMap(({ event }) => {
    const { type, message } = event as { readonly type: string; readonly message?: { readonly id: string } };
    const isTaken = type === "conversation-started" || type === "message-received";
    return isTaken && message !== undefined ? [message.id] : [];
  });
}
