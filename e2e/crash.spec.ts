import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import {
  branch,
  end,
  flowOf,
  type JournalRow,
  receive,
  seededRandom,
  send,
  test,
  until,
  type World,
} from "@parley/testing/processes";

/** `KILLS=100 SEED=1 npx playwright test -c e2e/playwright.config.ts crash` makes it longer, and repeats a run's choices. */
const kills = Number(process.env["KILLS"] ?? 5);
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const peopleAtOnce = 40;
const messagesEach = 6;
/** The longest time that a server runs before it is killed. */
const longestLifeMs = 1_500;
/** A person waits through every outage of one message: restarts, and the time that receipts get to tell what was sent. */
const patienceMs = 60_000;

test.use({ serverEnv: { PARLEY_RECONCILE_AFTER_MS: "2500" } });
test.setTimeout(90_000 + kills * 10_000);

const echoes = flowOf({
  nodes: {
    n3: send("You wrote: $(whatsapp.message)", { waitFor: "delivery", timeoutSeconds: 600 }),
    n4: receive(),
    n5: branch("$(n4.receive.message)", { bye: "bye" }),
    n6: send("Goodbye.", { waitFor: "read", timeoutSeconds: 600 }),
    n7: end("receipt lost"),
  },
  edges: [
    "n3.onDeliveryReportSuccess -> n4",
    "n3.onTimeout -> n7",
    "n4.whatsapp.mo -> n5",
    "n5.noneOfTheAbove -> n3",
    "n5.bye -> n6",
    "n6.onTimeout -> n7",
  ],
});

test("a server that is killed again and again loses nothing and does nothing twice", async ({ world }) => {
  process.stdout.write(`Crash test with SEED=${seed} KILLS=${kills}\n`);
  const { server, simulator } = world;
  const { api } = server;
  await api.goLive(echoes);
  // Answers that take their time are more often lost with the server, and webhooks come twice as they may.
  await simulator.control.setFaults({ apiLatencyMs: { ms: 30 }, webhookDuplicates: { extra: 1 } });
  const crowd = gatherCrowd(world);

  const random = seededRandom(seed);
  for (let kill = 1; kill <= kills; kill += 1) {
    await sleep(random() * longestLifeMs);
    await server.kill();
    await server.start();
  }
  const people = await crowd.disperse();
  expect(people.length).toBeGreaterThanOrEqual(peopleAtOnce);
  await expect.poll(simulator.control.webhooks, { timeout: patienceMs }).toMatchObject({ waiting: 0, givenUp: 0 });
  expect(await api.status()).toMatchObject({ sendsQueued: 0, sendsInFlight: 0, deadLetters: 0, unrouted: 0 });

  // Every message has its one reply, in order, and no message was sent twice.
  const sends = await simulator.control.sends();
  for (const { waId, written } of people) {
    const replies = written.map(({ text }) => (text === "bye" ? "Goodbye." : `You wrote: ${text}`));
    expect(sends.filter(({ to }) => to === waId).map(({ text }) => text)).toEqual(replies);
  }
  const keys = sends.map(({ clientReference }) => clientReference);
  expect(new Set(keys).size).toBe(keys.length);

  // Every message was one event, and every receipt was heard, whatever was killed in between.
  const stories = await world.stories();
  expect(new Set(stories.map(({ status, result }) => `${status} ${result}`))).toEqual(new Set(["ended success"]));
  expect(stories).toHaveLength(people.length);
  const journal = (await Promise.all(stories.map(({ id }) => api.journal(id)))).flat();
  expect(messagesTaken(journal).toSorted()).toEqual(
    people.flatMap(({ written }) => written.map(({ id }) => id)).toSorted(),
  );
  expect(receiptsOf(journal)).toEqual(new Map(keys.map((key) => [key, new Set(["submitted", "delivered", "read"])])));
});

type Person = { readonly waId: string; readonly written: readonly { readonly id: string; readonly text: string }[] };

/** Lets many people have conversations, one after another in each place, until they are asked to disperse. */
function gatherCrowd(world: World): { readonly disperse: () => Promise<readonly Person[]> } {
  const { control } = world.simulator;
  const random = seededRandom(seed + 1);
  const replies = new Map<string, number>();
  let [isOver, isWatched, count] = [false, true, 0];

  const watching = (async () => {
    for (let last = 0; isWatched; await sleep(20)) {
      for (const { sequence, to } of await control.sends(last)) {
        replies.set(to, (replies.get(to) ?? 0) + 1);
        last = sequence;
      }
    }
  })();

  async function converse(): Promise<Person> {
    const phone = world.phone(String(31_600_000_000 + (count += 1)));
    const written: { id: string; text: string }[] = [];
    while (written.length < messagesEach) {
      // Some write on before they have their reply.
      const burst = random() < 0.25 ? 2 : 1;
      for (let message = 0; message < burst && written.length < messagesEach; message += 1) {
        const text = written.length === messagesEach - 1 ? "bye" : `${phone.waId} number ${written.length}`;
        written.push({ text, id: await phone.write(text) });
      }
      const isAnswered = async () => (replies.get(phone.waId) ?? 0) >= written.length || undefined;
      await until(isAnswered, {
        withinMs: patienceMs,
        otherwise: async () => {
          const heard = (await phone.replies()).join(", ");
          return `+${phone.waId} wrote ${written.length} messages and heard: ${heard}`;
        },
      });
    }
    return { waId: phone.waId, written };
  }

  const places = Array.from({ length: peopleAtOnce }, async () => {
    const people: Person[] = [];
    while (!isOver) people.push(await converse());
    return people;
  });

  return {
    disperse: async () => {
      isOver = true;
      try {
        return (await Promise.all(places)).flat();
      } finally {
        isWatched = false;
        await watching;
      }
    },
  };
}

type Event = {
  readonly type: string;
  readonly key?: string;
  readonly message?: { readonly id: string };
  readonly receipt?: { readonly status: string };
};

/** The ids of the messages that conversations took, each as often as it was taken. */
function messagesTaken(journal: readonly JournalRow[]): string[] {
  return journal.flatMap(({ event }) => {
    const { type, message } = event as Event;
    const isTaken = type === "conversation-started" || type === "message-received";
    return isTaken && message !== undefined ? [message.id] : [];
  });
}

/** Of each send, the receipts that were heard. */
function receiptsOf(journal: readonly JournalRow[]): Map<string | undefined, Set<string>> {
  const receipts = new Map<string | undefined, Set<string>>();
  for (const { event } of journal) {
    const { key, receipt } = event as Event;
    if (receipt !== undefined) receipts.set(key, (receipts.get(key) ?? new Set()).add(receipt.status));
  }
  return receipts;
}
