import {
  compile,
  type CompiledFlow,
  type Conversation,
  newConversation,
  takeTurn,
  type TurnEvent,
} from "@parley/engine";
import { chainFlow } from "./chain-flow.ts";
import { median, printTable } from "./table.ts";

const contact = { waId: "31612345678", name: "Ann" };
const exchanges = 400;
const rounds = 9;

/** What a turn costs, reading the conversation from JSON and writing it included, in flows of several sizes. */
export function benchTurn(): void {
  const sizes = [10, 100, 1_000, 5_000].map(prepare);
  // Every round takes all sizes in turn, so that a noisy machine is as noisy for each.
  for (let index = 0; index < rounds; index += 1) for (const size of sizes) size.rounds.push(round(size));
  const [smallest] = sizes;
  console.log(
    `\nturn: one turn, its conversation restored from JSON and saved as JSON; an answer of the gateway and a message by turns, CPU time, medians of ${rounds} rounds.`,
  );
  printTable(sizes, [
    ["nodes", ({ count }) => count],
    ["compile ms, once", ({ compileMs }) => compileMs.toFixed(1)],
    ["µs per turn", (size) => median(size.rounds.map(({ microseconds }) => microseconds)).toFixed(1)],
    ["of it JSON µs", (size) => median(size.rounds.map(({ json }) => json)).toFixed(1)],
    ["JSON bytes", ({ begun }) => JSON.stringify(begun).length],
    [
      "against the first",
      (size) =>
        median(
          size.rounds.map(({ microseconds }, at) => microseconds / (smallest?.rounds[at]?.microseconds ?? 0)),
        ).toFixed(2),
    ],
  ]);
  console.log("  Limited by one core; nothing is stored or sent.");
}

type Size = {
  readonly count: number;
  readonly compiled: CompiledFlow;
  readonly compileMs: number;
  readonly begun: Conversation;
  readonly rounds: Round[];
};

/** Microseconds per turn, and how many of them went into JSON. */
type Round = { readonly microseconds: number; readonly json: number };

function prepare(count: number): Size {
  const flow = chainFlow(count);
  const started = performance.now();
  const compiled = compile(flow, 1);
  const compileMs = performance.now() - started;
  const conversation = newConversation(compiled, { id: "bench-1", appId: "app", contact });
  const start = { type: "conversation-started", at: 0, contact, message: message("hi") } as const;
  return { count, compiled, compileMs, begun: takeTurn(compiled, conversation, start).conversation, rounds: [] };
}

/** Conversations begin anew every eight exchanges, so that all rounds take turns of the same kinds. */
function round({ compiled, begun }: Size): Round {
  const first = JSON.stringify(begun);
  const saved: string[] = [];
  const microseconds = cpuPerTurn(() => {
    let stored = first;
    for (let exchange = 0; exchange < exchanges; exchange += 1) {
      for (const type of ["send-accepted", "message-received"] as const) {
        const conversation = JSON.parse(stored) as Conversation;
        const turn = takeTurn(compiled, conversation, eventOf(type, exchange, conversation));
        if (!turn.isHandled) throw new Error(`A turn of the benchmark was not handled: ${type}`);
        stored = JSON.stringify(turn.conversation);
        saved.push(stored);
      }
      if (exchange % 8 === 7) stored = first;
    }
  });
  const json = cpuPerTurn(() => {
    for (const stored of saved) JSON.stringify(JSON.parse(stored));
  });
  return { microseconds, json };
}

/** In microseconds, of this thread alone: others on the machine make a turn later, but not dearer. */
function cpuPerTurn(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / (exchanges * 2);
}

function eventOf(type: "send-accepted" | "message-received", at: number, { context }: Conversation): TurnEvent {
  if (type === "message-received") return { type, at, contact, message: message("one") };
  return { type, at, key: context.sends[context.latest["send"] ?? ""]?.key ?? "", messageId: `m${at}` };
}

function message(text: string) {
  return {
    id: `wamid.${text}`,
    sentAt: 0,
    content: { type: "text" as const, text },
    payload: { text: { body: text } },
  };
}
