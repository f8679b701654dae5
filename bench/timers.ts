import { setTimeout as sleep } from "node:timers/promises";
import { makeDataFolder } from "@parley/testing/processes";
import { readLateness } from "./due-timers.ts";
import type { BenchOptions } from "./options.ts";
import { startStandIn } from "./stand-in.ts";
import { fixed, printTable } from "./table.ts";
import { usageOf } from "./usage.ts";
import { waitMs } from "./waiting-flow.ts";
import { databaseOf, fillStore, startWaitingServer } from "./waiting-server.ts";

/** Timers that fall due within a minute, as when yesterday's campaign times out. */
const crowd = { count: 100_000, dueOverMs: 60_000 };
/** Filled first, to learn how long the filling takes here; their timers are due long afterwards. */
const sample = 5_000;
/** Time for a server to start before the first timer is due, and to finish after the last. */
const [startsWithinMs, endsWithinMs] = [10_000, 2_000];

/** How late timers come when very many fall due within one minute, on a server that does nothing else. */
export async function benchTimers({ profile }: BenchOptions): Promise<void> {
  await using data = await makeDataFolder();
  await using standIn = await startStandIn();
  const sampleMs = await fillStore(data.path, {
    first: crowd.count,
    ...{ count: sample, dueFrom: Date.now() + waitMs, dueOverMs: 0 },
  });
  const dueFrom = Date.now() + (sampleMs * crowd.count) / sample + startsWithinMs;
  await fillStore(data.path, { ...crowd, dueFrom });
  await using opened = await startWaitingServer(data.path, { standIn, profile });
  if (Date.now() > dueFrom)
    throw new Error("The filling took longer than its beginning promised; try a quieter machine.");
  const { server } = opened;
  await sleep(dueFrom - Date.now());
  const before = usageOf(server.pid());
  await sleep(crowd.dueOverMs + endsWithinMs);
  const after = usageOf(server.pid());
  await server.stop();
  const late = await readLateness(databaseOf(data.path), crowd.count);
  console.log(
    `\ntimers: ${crowd.count} fall due evenly within ${crowd.dueOverMs / 1000} s; each is a turn that ends its conversation.`,
  );
  printTable(
    [late],
    [
      ["fired", ({ count }) => count],
      ["late p50 ms", ({ p50Ms }) => fixed(p50Ms, 0)],
      ["p99 ms", ({ p99Ms }) => fixed(p99Ms, 0)],
      ["max ms", ({ maxMs }) => fixed(maxMs, 0)],
      ["server CPU µs each", () => fixed(before && after && ((after.cpuMs - before.cpuMs) * 1000) / crowd.count, 0)],
      ["memory MB", () => fixed(after?.residentMb, 0)],
    ],
  );
  console.log(
    "  Goal: at most 1,000 ms late at p99. Late is from the due time to the time that the turn was taken at.",
  );
}
