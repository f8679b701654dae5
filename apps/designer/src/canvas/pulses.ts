import type { TraceState } from "../session/flow-session.ts";
import { pulsesAtOnce } from "./limits.ts";

/** A way taken: its number in the trace, so that the same way taken again is another one, and whether it is among the last. */
export type Taken = { readonly count: number; readonly isRecent: boolean };

const tables = new WeakMap<TraceState["taken"], ReadonlyMap<string, Taken>>();

/** Whether and how often a way was taken. Costs nothing for a trace that was looked at before. */
export function takenOf({ taken }: TraceState, nodeId: string, outcome: string): Taken | undefined {
  let table = tables.get(taken);
  if (table === undefined) {
    table = tableOf(taken);
    tables.set(taken, table);
  }
  return table.get(`${nodeId} ${outcome}`);
}

function tableOf(taken: TraceState["taken"]): ReadonlyMap<string, Taken> {
  const table = new Map<string, Taken>();
  taken.forEach(({ nodeId, outcome }, index) => {
    const way = `${nodeId} ${outcome}`;
    table.set(way, { count: (table.get(way)?.count ?? 0) + 1, isRecent: index >= taken.length - pulsesAtOnce });
  });
  return table;
}
