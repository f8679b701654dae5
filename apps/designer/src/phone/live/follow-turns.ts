import { type TurnNews, watchTurns } from "@parley/api";
import { parseInput } from "@parley/messaging";
import { urlOf } from "../../server/ask.ts";

/** Hears of every turn of a flow's conversations as it happens, until what it returns is called. A broken stream is taken up again by itself. */
export function followTurns(flowId: string, onTurn: (turn: TurnNews) => void): () => void {
  const source = new EventSource(urlOf(watchTurns.path, { query: { flowId } }));
  source.addEventListener("turn", ({ data }: MessageEvent<string>) => {
    const turn = readTurn(data);
    if (turn !== undefined) onTurn(turn);
  });
  return () => source.close();
}

/** Reads a turn from its JSON; undefined for what is none. */
export function readTurn(text: string): TurnNews | undefined {
  try {
    const parsed = parseInput(watchTurns.response, JSON.parse(text));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}
