import { wordsOf } from "@parley/messaging";
import type { Gateway } from "@parley/gateway";
import { type CommitResult, type Store, StoreError } from "@parley/store";
import { drawFlow } from "./draw-flow.ts";
import { type HostWorldOptions, HostWorld } from "./golden-host/host-world.ts";
import { linesSince, nothingTold } from "./golden-host/step-lines.ts";

const message = (body: string) => ({ type: "text", body });
const [ada, ben] = [{ waId: "31612345678" }, { waId: "31687654321" }];
const hello = {
  message: message("Hello"),
  waitFor: "delivery",
  timeoutSeconds: 3_600,
  notifyUrl: "https://example.com/",
};
const custom = { type: "custom-event", event: "go", match: [{ key: "friend", value: "$(receive.message)" }] };
const story = drawFlow({
  nodes: [
    { id: "n3", type: "whatsapp", config: hello },
    { id: "n4", type: "delay", config: { seconds: 5 } },
    { id: "n5", type: "receive", config: { events: [{ type: "whatsapp.mo", from: ben.waId }], timeoutSeconds: 3_600 } },
    { id: "n6", type: "whatsapp", config: { message: message("Bye $(receive.message)") } },
    { id: "n7", type: "receive", config: { events: [custom], timeoutSeconds: 3_600 } },
    { id: "n8", type: "end" },
    {
      id: "n9",
      type: "data-parser",
      config: { format: "json", source: "{}", fields: [{ name: "city", path: "city" }] },
    },
    { id: "n10", type: "profile", config: { action: "set", fields: [{ name: "city", value: "$(data.city)" }] } },
  ],
  edges: [
    "n2 onBegin n3",
    "n3 onDeliveryReportSuccess n9",
    "n9 onSuccess n10",
    "n10 onSuccess n4",
    "n4 onTimeout n5",
    "n5 whatsapp.mo n6",
    "n6 onSuccess n7",
    "n6 onError n5",
    "n7 go n8",
  ],
});
/** Begins by the same signal. */
const other = {
  ...drawFlow({
    nodes: [
      { id: "n2", type: "start", config: { trigger: { type: "custom-event", event: "go", contact: ben.waId } } },
      { id: "n3", type: "receive", config: { events: [{ type: "whatsapp.mo" }] } },
      { id: "n4", type: "end" },
    ],
    edges: ["n2 onBegin n3", "n3 whatsapp.mo n4"],
  }),
  id: "other",
};

const minuteMs = 60_000;

/** What the provider took, by our key. */
type Taken = { readonly messageId: string; readonly sendKey: string };

/** What there is in the end, without what tells of time and of attempts. */
export type End = {
  readonly stored: object;
  readonly lines: object;
  readonly taken: readonly string[];
  readonly texts: readonly string[];
  /** How many reports were posted. */
  readonly posted: number;
};

/** Plays the story of one contact to its end: who writes, whose conversation waits for another one, and then for a custom event. */
export async function play(options: HostWorldOptions = {}): Promise<End> {
  const { wrapGateway = (gateway) => gateway } = options;
  const taken: Taken[] = [];
  const world = new HostWorld({ ...options, wrapGateway: (gateway) => wrapGateway(takingGateway(gateway, taken)) });
  await world.furnish([], []);
  await world.makeLive(story);
  await world.makeLive(other);
  // One answer: what is done twice, though no process has ended, is seen.
  world.answerTasksWith([{ type: "done", values: { city: "Delft" } }]);
  await persist(world, () => world.start());
  const written = [
    { content: "hi", from: ada },
    { content: "friend", from: ben },
  ];
  for (const [index, words] of written.entries()) {
    await persist(world, () => world.deliver([{ type: "message", ...words, id: `m${index + 1}` }]));
    for (let waits = 0; taken.length <= index && waits < 300; waits += 1) await world.wait(1_000);
    for (const status of ["submitted", "delivered"] as const) {
      const { messageId = "none", sendKey = "none" } = taken[index] ?? {};
      const name = world.sendNameOf(sendKey);
      await persist(world, () => world.deliver([{ type: "receipt", status, messageId, sendKey: name }]));
      // Longer than a timer that could not be taken is put off.
      await world.wait(70_000);
    }
  }
  const parameters = { friend: "friend" };
  await persist(world, () => world.signal({ type: "custom-event", id: "s1", event: "go", parameters }));
  await world.wait(5 * minuteMs);
  await world.host.stop();
  return endOf(world, taken);
}

function takingGateway(gateway: Gateway, taken: Taken[]): Gateway {
  return {
    ...gateway,
    send: async (request, signal) => {
      const answer = await gateway.send(request, signal);
      if (answer.type === "accepted") taken.push({ messageId: answer.messageId ?? "", sendKey: request.sendKey });
      return answer;
    },
  };
}

/** Does again, a second later, what was refused. */
async function persist(world: HostWorld, attempt: () => Promise<void>): Promise<void> {
  for (let attempts = 0; attempts < 5; attempts += 1) {
    const refused = await attempt().then(
      () => false,
      () => true,
    );
    if (!refused) return;
    await world.wait(1_000);
  }
  throw new Error("Five attempts were not enough.");
}

function endOf(world: HostWorld, taken: readonly Taken[]): End {
  const { journal = [], live = [], ended = [] } = linesSince(nothingTold, world);
  const { threads, aliases, inbox, conversations, sends, timers, parkedReceipts, topics, tasks, posts, contacts } =
    world.data;
  const rows = [...sends.values()].map(({ key, state, status, messageId, request }) => ({
    key,
    state,
    status,
    messageId,
    request,
  }));
  // A revision counts commits, and how many there were is no matter.
  const states = new Map([...threads].map(([id, { thread }]) => [id, thread]));
  const parts = {
    states,
    aliases,
    conversations,
    timers,
    topics,
    tasks,
    posts,
    contacts,
    inbox: new Map([...inbox.keys()].map((id) => [id, "seen"])),
  };
  const stored = Object.fromEntries(Object.entries(parts).map(([name, map]) => [name, [...map]]));
  const names = new Map([...threads.keys()].map((id, index) => [id, `thread${index + 1}`]));
  return {
    stored: timeless({ ...stored, rows, parkedReceipts }, names),
    posted: world.posted.length,
    lines: timeless({ live, ended, journal: journal.filter((line) => !line.includes(" send-attempted ")) }, names),
    taken: taken.map(({ messageId, sendKey }) => `${messageId} ${world.sendNameOf(sendKey)}`),
    texts: taken.flatMap(({ sendKey }) => {
      const sent = world.sent.find((one) => one.sendKey === sendKey);
      return sent === undefined ? [] : [wordsOf(sent.message)];
    }),
  };
}

/** The same value without times, and with threads under lasting names: both differ with what was done again. */
function timeless(value: object, names: ReadonlyMap<string, string>): object {
  let text = JSON.stringify(value)
    .replaceAll(/\b176\d{10}\b/g, "0")
    .replaceAll(/2026-[\d-]+T[\d:.]+Z/g, "then");
  for (const [id, name] of names) text = text.replaceAll(id, name);
  return JSON.parse(text) as object;
}

/** A store whose n-th call fails, and which then says so. */
export function failingStore(store: Store, failing: number, onFailure: (method: string) => void): Store {
  let calls = 0;
  const wrap = <Port extends object>(port: Port): Port => {
    const wrapped = Object.entries(port).map(([name, member]: [string, unknown]) => {
      if (typeof member === "object" && member !== null) return [name, wrap(member)];
      if (typeof member !== "function") return [name, member];
      return [
        name,
        async (...given: readonly unknown[]): Promise<unknown> => {
          calls += 1;
          if (calls === failing) {
            onFailure(name);
            throw new StoreError("full", "");
          }
          return (member as (...given: readonly unknown[]) => unknown)(...given);
        },
      ];
    });
    return Object.fromEntries(wrapped) as Port;
  };
  return wrap(store);
}

/** A store at whose n-th unit another process is first, or which cannot store it; `onMet` is told of it. */
export function meetingStore(
  store: Store,
  result: Exclude<CommitResult, { readonly type: "committed" }>,
  { meeting, onMet }: { readonly meeting: number; readonly onMet: () => void },
): Store {
  let units = 0;
  return {
    ...store,
    commit: async (given) => {
      const place = meeting - units - 1;
      units += given.length;
      // What belongs to no thread meets nobody.
      if (given[place]?.thread === undefined) return store.commit(given);
      onMet();
      const results = [...(await store.commit(given.filter((_, index) => index !== place)))];
      return [...results.slice(0, place), result, ...results.slice(place)];
    },
  };
}
