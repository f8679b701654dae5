import { compile, type Conversation, newConversation, takeTurn, type TurnEvent } from "@parley/engine";
import { chainFlow } from "./chain-flow.ts";

const contact = { waId: "31612345678", name: "Ann" };

/** What a turn costs, reading the conversation from JSON and writing it included, in flows of several sizes. */
export function benchTurn(): void {
  console.log(
    "\nMicroseconds for a turn, JSON in and out included (an answer of the gateway, then a message; median of 9 rounds)",
  );
  console.log("  nodes   compile ms   us/turn   against 10 nodes");
  let smallest: number | undefined;
  for (const count of [10, 100, 1_000, 5_000]) {
    const flow = chainFlow(count);
    const started = performance.now();
    const compiled = compile(flow, 1);
    const compileMs = performance.now() - started;
    const begun = newConversation(compiled, { id: "bench-1", appId: "app", contact });
    const start = takeTurn(compiled, begun, { type: "conversation-started", at: 0, contact, message: message("hi") });
    const rounds = Array.from({ length: 9 }, () => round(compiled, start.conversation));
    const median = rounds.toSorted((left, right) => left - right)[4] ?? 0;
    smallest ??= median;
    const ratio = (median / smallest).toFixed(2);
    console.log(
      `  ${String(count).padStart(5)}   ${compileMs.toFixed(1).padStart(10)}   ${median.toFixed(1).padStart(7)}   ${ratio}`,
    );
  }
}

function round(compiled: ReturnType<typeof compile>, begun: Conversation): number {
  const exchanges = 400;
  let stored = JSON.stringify(begun);
  const started = performance.now();
  for (let exchange = 0; exchange < exchanges; exchange += 1) {
    const { context } = JSON.parse(stored) as Conversation;
    const key = Object.values(context.sends).at(-1)?.key ?? "";
    const events: TurnEvent[] = [
      { type: "send-accepted", at: exchange, key: latestKey(context, key), messageId: `m${exchange}` },
      { type: "message-received", at: exchange, contact, message: message("one") },
    ];
    for (const event of events) {
      const turn = takeTurn(compiled, JSON.parse(stored) as Conversation, event);
      if (!turn.isHandled) throw new Error(`A turn of the benchmark was not handled: ${event.type}`);
      stored = JSON.stringify(turn.conversation);
    }
    if (exchange % 8 === 7) stored = JSON.stringify(begun);
  }
  return ((performance.now() - started) * 1000) / (exchanges * 2);
}

function latestKey({ latest, sends }: Conversation["context"], fallback: string): string {
  return sends[latest["send"] ?? ""]?.key ?? fallback;
}

function message(text: string) {
  return {
    id: `wamid.${text}`,
    sentAt: 0,
    content: { type: "text" as const, text },
    payload: { text: { body: text } },
  };
}
