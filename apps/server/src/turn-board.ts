import { Readable } from "node:stream";
import type { TurnNews } from "@parley/api";
import { nodeOf } from "@parley/engine";
import type { HostLog } from "@parley/host";
import type { Clock } from "@parley/messaging";
import { serverLimits } from "./limits.ts";

type TurnLine = Parameters<HostLog["turn"]>[0];

type Listener = { readonly flowId: string | undefined; readonly stream: Readable };

/** Where turns are announced to whoever listens. */
export type TurnBoard = {
  /** Announces a turn; costs next to nothing while nobody listens, and waits for nobody. */
  readonly announce: (line: TurnLine) => void;
  /** Server-sent events of the turns of a flow, or of all; undefined when too many listen already. */
  readonly listen: (flowId: string | undefined) => Readable | undefined;
  /** Ends all streams. */
  readonly close: () => void;
};

/** Makes a board that nobody listens to yet. One that falls behind is told so and cut off; who has gone is noticed by the heartbeat. */
export function createTurnBoard(clock: Clock): TurnBoard {
  const listeners = new Set<Listener>();
  /** Told to go, and not gone yet: who reads nothing at all would keep what waits for ever. */
  const leaving = new Set<Readable>();
  const say = (listener: Listener, text: string): void => {
    const { stream } = listener;
    if (stream.readableLength <= serverLimits.listenerBytes) return void stream.push(text);
    listeners.delete(listener);
    leaving.add(stream);
    stream.push(eventOf("dropped", "The turns came faster than they were read. Listen again."));
    stream.push(null);
  };
  const beat = (): (() => void) =>
    clock.schedule(clock.now() + serverLimits.heartbeatMs, () => {
      for (const stream of leaving) stream.destroy();
      for (const listener of listeners) say(listener, ":\n\n");
      cancelBeat = beat();
    });
  let cancelBeat = beat();

  return {
    announce: (line) => {
      const { flowId } = line.turn.conversation;
      const concerned = [...listeners].filter(
        (listener) => listener.flowId === undefined || listener.flowId === flowId,
      );
      if (concerned.length === 0) return;
      const text = eventOf("turn", newsOf(line));
      for (const listener of concerned) say(listener, text);
    },
    listen: (flowId) => {
      if (listeners.size >= serverLimits.listeners) return undefined;
      const listener: Listener = { flowId, stream: new Readable({ read: () => undefined }) };
      listeners.add(listener);
      const { stream } = listener;
      stream
        .on("error", () => undefined)
        .once("close", () => {
          listeners.delete(listener);
          leaving.delete(stream);
        });
      // A first line at once tells the browser that it is connected.
      stream.push(`retry: ${serverLimits.listenAgainMs}\n\n`);
      return stream;
    },
    close: () => {
      cancelBeat();
      for (const { stream } of listeners) stream.push(null);
      listeners.clear();
    },
  };
}

/** One event (HTML, Server-sent events). JSON has no line breaks of its own. */
function eventOf(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function newsOf({ turn: { conversation, journal }, event }: TurnLine): TurnNews {
  const { waId, bsuid } = conversation.context.contact;
  const { result } = conversation.context;
  return {
    conversationId: conversation.id,
    flowId: conversation.flowId,
    flowVersion: conversation.flowVersion,
    waId: (waId ?? bsuid ?? "").slice(-4),
    at: event.at,
    event: event.type,
    left: journal.flatMap((entry) =>
      entry.type === "node-left" ? [{ nodeId: entry.nodeId, outcome: entry.outcome }] : [],
    ),
    nodeId: nodeOf(conversation),
    status: conversation.status === "done" ? "ended" : "live",
    result: result ?? undefined,
  };
}
