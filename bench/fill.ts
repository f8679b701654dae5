import { parseArgs } from "node:util";
import { compile } from "@parley/engine";
import { openSqliteStore } from "@parley/store/sqlite";
import { waitingConversation } from "./waiting-conversation.ts";
import { waitingFlow } from "./waiting-flow.ts";

/* Puts waiting conversations into a store, by the store's own commits; a process of its own, which ends before the server begins. */

const { values } = parseArgs({
  options: {
    path: { type: "string", default: "" },
    /** Number of the first conversation, and how many there are. */
    first: { type: "string", default: "0" },
    count: { type: "string", default: "0" },
    /** When the first timer fires, in milliseconds, and over how long a time the others do. */
    dueFrom: { type: "string", default: "0" },
    dueOverMs: { type: "string", default: "0" },
  },
});
const [first, count] = [Number(values.first), Number(values.count)];
const [dueFrom, dueOverMs] = [Number(values.dueFrom), Number(values.dueOverMs)];
/** As many as share a transaction, and as many calls at once as keep the store's worker busy. */
const [unitsPerCall, callsAtOnce] = [128, 8];

const flow = waitingFlow();
const compiled = compile(flow, 1);
const store = await openSqliteStore({ path: values.path });
if ((await store.flows.listVersions(flow.id)).length === 0) {
  await store.flows.makeLive({ flow, comment: "", appIds: null, at: Date.now() });
}

let next = 0;
async function fill(): Promise<void> {
  while (next < count) {
    const from = next;
    next = Math.min(count, from + unitsPerCall);
    const units = Array.from({ length: next - from }, (_, offset) => {
      const firesAt = dueFrom + Math.floor(((from + offset) * dueOverMs) / count);
      return waitingConversation(compiled, first + from + offset, firesAt);
    });
    const results = await store.commit(units);
    if (results.some(({ type }) => type !== "committed")) throw new Error("A conversation could not be stored.");
  }
}
await Promise.all(Array.from({ length: callsAtOnce }, fill));
await store.close();
console.log(JSON.stringify({ filled: count }));
