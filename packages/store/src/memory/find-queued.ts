import type { SendRow, Store, TaskRow } from "../index.ts";
import { compareText, type MemoryData } from "./memory-data.ts";

/** One page of the sends that are owed, in order of sequence. */
export function queuedSends({ sends }: MemoryData, { after, limit }: Parameters<Store["queuedSends"]>[0]): SendRow[] {
  return [...sends.values()]
    .filter(({ state, sequence }) => state === "queued" && sequence > after)
    .toSorted((left, right) => left.sequence - right.sequence)
    .slice(0, limit);
}

/** One page of the tasks that are owed, by key. */
export function queuedTasks({ tasks }: MemoryData, { after, limit }: Parameters<Store["queuedTasks"]>[0]): TaskRow[] {
  return [...tasks.values()]
    .filter(({ state, key }) => state === "queued" && key > after)
    .toSorted((left, right) => compareText(left.key, right.key))
    .slice(0, limit);
}
