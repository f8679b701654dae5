import { wordsOf } from "@parley/messaging";
import type { PostRequest } from "@parley/performer";
import type { TaskAnswer } from "@parley/flow";
import type { ContactRow, JournalRow, PostRow, SendRow, TaskRow, Thread } from "@parley/store";
import { journalLine } from "../golden/journal-line.ts";
import type { ExpectedStep } from "./golden-host.ts";
import type { HostWorld } from "./host-world.ts";

/** How far the lines of a world have been told. */
export type Told = {
  readonly journal: number;
  readonly sent: number;
  /** The conversations that had ended. */
  readonly ended: ReadonlySet<string>;
  readonly alerts: number;
  readonly signals: number;
  readonly posted: number;
  readonly performed: number;
};

/** Before anything. */
export const nothingTold: Told = {
  journal: 0,
  sent: 0,
  ended: new Set(),
  alerts: 0,
  signals: 0,
  posted: 0,
  performed: 0,
};

/** What has come of everything so far. */
export function toldOf(world: HostWorld): Told {
  const { data, sent, alerts, signals, posted, performed } = world;
  return {
    journal: data.journal.length,
    sent: sent.length,
    ended: new Set(endedIn(world)),
    alerts: alerts.length,
    signals: signals.length,
    posted: posted.length,
    performed: performed.length,
  };
}

/** What has been added since, and what there is now, in lines. */
export function linesSince(told: Told, world: HostWorld): ExpectedStep {
  const { data, sent, alerts, signals, posted, performed } = world;
  const asksForProfiles = data.journal.some(({ effects }) => effects.some(isOfProfile));
  const lines = {
    journal: data.journal.slice(told.journal).map((row) => journalRowLine(row, world)),
    sent: sent.slice(told.sent).map(({ to, message, sendKey, identityKeyHash }) => {
      const hash = identityKeyHash === undefined ? "" : `, if the hash is ${identityKeyHash}`;
      return `${to.waId ?? to.bsuid}: ${wordsOf(message)} (${world.sendNameOf(sendKey)})${hash}`;
    }),
    live: [...data.threads.values()].flatMap(({ thread }) => liveLines(thread, world)),
    ended: endedIn(world).flatMap((id) => {
      return told.ended.has(id) ? [] : [`${world.nameOf(id)} ${data.conversations.get(id)?.result}`];
    }),
    sends: [...data.sends.values()].map((row) => sendLine(row, world)),
    performed: performed.slice(told.performed).map(({ key, task }) => `${task.type} (${world.sendNameOf(key)})`),
    tasks: [...data.tasks.values()].map((row) => taskLine(row, world)),
    profiles: asksForProfiles ? [...data.contacts.values()].map(profileLine) : [],
    timers: [...data.timers.values()].map(({ conversationId, timerId, firesAt }) => {
      return `${world.nameOf(conversationId)} ${timerId} in ${firesAt - world.now} ms`;
    }),
    topics: [...data.topics].flatMap(([id, { topics }]) => topics.map((topic) => `${world.nameOf(id)} ${topic}`)),
    signals: signals.slice(told.signals),
    posted: posted.slice(told.posted).map(postedLine),
    posts: [...data.posts.values()].map((row) => postLine(row, world)),
    parkedReceipts: data.parkedReceipts.map(({ messageId, receipt }) => `${messageId} ${receipt.status}`),
    alerts: alerts.slice(told.alerts),
  };
  return Object.fromEntries(Object.entries(lines).filter(([, some]) => some.length > 0));
}

/** Where to, and what of the report tells it from others; its whole shape is tested where it is made. */
function postedLine({ url, body }: PostRequest): string {
  const { deliveryInfo, callbackData, correlationid } = (JSON.parse(body) as PostedBody).deliveryInfoNotification;
  const { code, deliveryStatus, destination, additionalInfo } = deliveryInfo;
  const words = [code, deliveryStatus, destination, additionalInfo, correlationid, callbackData];
  return `${url}: ${words.filter((word) => word !== "").join(", ")}`;
}

type PostedBody = {
  readonly deliveryInfoNotification: {
    readonly deliveryInfo: Readonly<Record<"code" | "deliveryStatus" | "destination" | "additionalInfo", string>>;
    readonly callbackData: string;
    readonly correlationid: string;
  };
};

function postLine({ id, state, attempts, nextAttemptAt, reason }: PostRow, world: HostWorld): string {
  const [key = "", name] = id.split(" ");
  const due = state === "queued" ? `due in ${nextAttemptAt - world.now} ms` : undefined;
  const words = [`${world.sendNameOf(key)} ${name}`, state, `attempts ${attempts}`, due, reason];
  return words.filter((word) => word !== undefined).join(", ");
}

function taskLine({ key, state, task }: TaskRow, world: HostWorld): string {
  return [world.sendNameOf(key), task?.type, state].filter((word) => word !== undefined).join(", ");
}

function isOfProfile(effect: JournalRow["effects"][number]): boolean {
  return effect.type === "perform-task" && effect.task.type === "profile";
}

function profileLine({ waId, bsuid, customerId, name, fields }: ContactRow): string {
  const words = [waId, bsuid, customerId, name, JSON.stringify(fields)];
  return words.filter((word) => word !== undefined).join(", ");
}

function answerWords(answer: TaskAnswer): string {
  return answer.type === "done" ? `done ${JSON.stringify(answer.values)}` : `${answer.type} ${answer.reason}`;
}

function endedIn({ data }: HostWorld): string[] {
  return [...data.conversations.values()].flatMap(({ id, status }) => (status === "ended" ? [id] : []));
}

function journalRowLine({ conversationId, event, entries }: JournalRow, world: HostWorld): string {
  const about = [
    "message" in event ? event.message.id : undefined,
    "messageId" in event ? event.messageId : undefined,
    "key" in event ? world.sendNameOf(event.key) : undefined,
    "answer" in event ? answerWords(event.answer) : undefined,
    "receipt" in event ? event.receipt.status : undefined,
    "timerId" in event ? event.timerId : undefined,
    "refusal" in event ? `${event.refusal.code} ${event.refusal.sentence}` : undefined,
    "outcome" in event ? `attempt ${event.attempt}: ${event.outcome}` : undefined,
    "reason" in event ? event.reason : undefined,
    "signal" in event ? event.signal.id : undefined,
    "signalId" in event ? event.signalId : undefined,
    "reply" in event ? JSON.stringify(event.reply) : undefined,
    "optIn" in event ? `${event.optIn.status} by ${event.optIn.source}: ${event.optIn.evidence}` : undefined,
    "sentence" in event ? `${event.code} ${event.sentence}` : undefined,
  ];
  const who = conversationId === undefined ? "nobody" : world.nameOf(conversationId);
  const head = [who, event.type, ...about.filter((word) => word !== undefined)].join(" ");
  return entries.length === 0 ? head : `${head}: ${entries.map(journalLine).join("; ")}`;
}

function liveLines({ live }: Thread, world: HostWorld): string[] {
  return live.map(({ conversation, deferred, parked }) => {
    const place = JSON.stringify(conversation.value).replaceAll(/["{}]|at_/g, "");
    const kept = deferred.length === 0 ? "" : `, keeps ${deferred.map(({ message }) => message.id).join(" ")}`;
    return `${world.nameOf(conversation.id)} at ${place}${kept}${parked === undefined ? "" : ", parked"}`;
  });
}

function sendLine(
  { key, state, status, messageId, attempts, nextAttemptAt, reason, response }: SendRow,
  world: HostWorld,
): string {
  const due = state === "queued" ? `due in ${nextAttemptAt - world.now} ms` : undefined;
  const chosen = response === undefined ? undefined : `${JSON.stringify(response["identifier"])} was chosen`;
  const words = [world.sendNameOf(key), state, status, messageId, `attempts ${attempts}`, due, chosen, reason];
  return words.filter((word) => word !== undefined).join(", ");
}
