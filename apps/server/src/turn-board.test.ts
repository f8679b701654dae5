import type { Readable } from "node:stream";
import { compile, newConversation, type Turn, takeTurn } from "@parley/engine";
import { parseFlow } from "@parley/flow";
import { invariant } from "@parley/messaging";
import { createManualClock } from "@parley/simulator";
import { describe, expect, test } from "vitest";
import { serverLimits } from "./limits.ts";
import { createTurnBoard, type TurnBoard } from "./turn-board.ts";

type Line = Parameters<TurnBoard["announce"]>[0];

/** The turns of a conversation that begins, waits a minute and ends. */
function turnsOf(flowId: string): readonly [begun: Line, ended: Line] {
  const parsed = parseFlow({
    format: "parley.flow/1",
    id: flowId,
    name: "Wait",
    nodes: [
      { id: "n2", type: "start", config: { trigger: { type: "whatsapp", event: "whatsapp.mo", conditions: [] } } },
      { id: "n3", type: "delay", config: { seconds: 60 } },
      { id: "n4", type: "end", config: {} },
    ],
    edges: [
      { id: "e1", source: "n2", outcome: "onBegin", target: "n3" },
      { id: "e2", source: "n3", outcome: "onTimeout", target: "n4" },
    ],
  });
  invariant(parsed.ok, "the flow of the test is one");
  const flow = compile(parsed.flow, 3);
  const contact = { waId: "31612345678" };
  const line = (turn: Turn, event: Line["event"]): Line => ({ threadId: "t1", turn, event });
  const started = {
    type: "conversation-started",
    ...{ at: 1_000, contact },
    message: { id: "wamid.1", at: 900, content: { type: "text", text: "hi" } },
  } as unknown as Line["event"];
  const begun = takeTurn(flow, newConversation(flow, { id: "t1-1", appId: "app", contact }), started);
  const [[timerId, timer] = []] = Object.entries(begun.conversation.timers);
  invariant(timerId !== undefined && timer !== undefined, "the delay set a timer");
  const fired = { type: "timer-fired", at: timer.firesAt, timerId, generation: timer.generation } as const;
  return [line(begun, started), line(takeTurn(flow, begun.conversation, fired), fired)];
}

const [begun, ended] = turnsOf("wait");
const [otherBegun] = turnsOf("other");

/** What a listener was told so far, without the first line. */
function told(stream: Readable | undefined): string {
  const chunks: string[] = [];
  const read = (): Buffer | null => (stream?.read() ?? null) as Buffer | null;
  for (let chunk = read(); chunk !== null; chunk = read()) chunks.push(chunk.toString("utf8"));
  return chunks.join("").replace(/^retry: \d+\n\n/, "");
}

function eventsIn(text: string): readonly unknown[] {
  return text.split("\n\n").flatMap((block) => {
    const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
    return name === undefined ? [] : [[name, JSON.parse(data ?? "")]];
  });
}

describe("It is true that a board of turns", () => {
  test("tells a listener each turn as an event: which nodes were left and where the conversation stands", () => {
    const board = createTurnBoard(createManualClock().clock);
    const stream = board.listen(undefined);
    board.announce(begun);
    board.announce(ended);
    const about = { conversationId: "t1-1", flowId: "wait", flowVersion: 3, waId: "5678" };
    expect(eventsIn(told(stream))).toEqual([
      [
        "turn",
        {
          ...about,
          ...{ at: 1_000, event: "conversation-started", nodeId: "n3", status: "live" },
          left: [{ nodeId: "n2", outcome: "onBegin" }],
        },
      ],
      [
        "turn",
        {
          ...about,
          ...{ at: 61_000, event: "timer-fired", nodeId: "n4", status: "ended", result: "success" },
          left: [{ nodeId: "n3", outcome: "onTimeout" }],
        },
      ],
    ]);
    board.close();
  });

  test("tells who asked for one flow of no other", () => {
    const board = createTurnBoard(createManualClock().clock);
    const [all, one] = [board.listen(undefined), board.listen("other")];
    for (const line of [begun, otherBegun, ended]) board.announce(line);
    expect(eventsIn(told(all))).toHaveLength(3);
    expect(eventsIn(told(one))).toMatchObject([["turn", { flowId: "other" }]]);
    board.close();
  });

  test("lets a browser know at once that it listens, and again when nothing happens", async () => {
    const { clock, advance } = createManualClock();
    const board = createTurnBoard(clock);
    const stream = board.listen("wait");
    expect(String(stream?.read())).toBe(`retry: ${serverLimits.listenAgainMs}\n\n`);
    await advance(serverLimits.heartbeatMs * 2);
    expect(told(stream)).toBe(":\n\n:\n\n");
    board.close();
  });

  test("drops a listener that falls behind, tells it so, and goes on with the others", async () => {
    const { clock, advance } = createManualClock();
    const board = createTurnBoard(clock);
    const [slow, quick] = [board.listen(undefined), board.listen(undefined)];
    let heard = 0;
    let announced = 0;
    for (let bytes = 0; bytes <= serverLimits.listenerBytes * 2; announced++) {
      board.announce(begun);
      const text = told(quick);
      bytes += text.length;
      heard += eventsIn(text).length;
    }
    expect(heard).toBe(announced);
    const events = eventsIn(told(slow));
    expect(events.length).toBeGreaterThan(1_000);
    expect(events.length).toBeLessThan(announced);
    expect(events.at(-1)).toEqual(["dropped", expect.stringMatching(/Listen again/)]);
    await advance(serverLimits.heartbeatMs);
    expect(slow?.destroyed).toBe(true);
    expect(quick?.destroyed).toBe(false);
    board.close();
  });

  test("has so many listeners and no more, until one goes", async () => {
    const board = createTurnBoard(createManualClock().clock);
    const streams = Array.from({ length: serverLimits.listeners }, () => board.listen(undefined));
    expect(streams.every((stream) => stream !== undefined)).toBe(true);
    expect(board.listen(undefined)).toBeUndefined();
    const [first] = streams;
    const gone = new Promise((resolve) => first?.once("close", resolve));
    first?.destroy();
    await gone;
    expect(board.listen(undefined)).toBeDefined();
    board.close();
  });

  test("ends its streams when it closes, and its heartbeat", async () => {
    const manual = createManualClock();
    const board = createTurnBoard(manual.clock);
    const stream = board.listen(undefined);
    board.close();
    const end = new Promise((resolve) => stream?.once("end", resolve));
    stream?.resume();
    await end;
    expect(manual.nextAt()).toBeUndefined();
  });
});
