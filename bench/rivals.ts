import { mkdirSync } from "node:fs";
import { makeDataFolder, startServer } from "@parley/testing/processes";
import type { BenchOptions } from "./options.ts";
import { cpuPerRequest, type Loaded, runLoad, startBareRoute, type Target } from "./run-load.ts";
import { installNodeRed, startNodeRed } from "./rival-node-red.ts";
import { startXState } from "./rival-xstate.ts";
import { serverEnv } from "./server-env.ts";
import { startStandIn } from "./stand-in.ts";
import { fixed, median, percent, printTable } from "./table.ts";
import { listeningFlow } from "./webhook.ts";

const rounds = 3;

/** A server that answers the webhook, and what it does for its answer. */
type Rival = { readonly name: string; readonly target: Target; readonly does: string };

/** The same signed webhook to others that could stand in our place, in turn, in one run; the ratio is ours to theirs, round by round. */
export async function benchRivals({ seconds = 2, profile }: BenchOptions): Promise<void> {
  await using data = await makeDataFolder();
  await using servers = new AsyncDisposableStack();
  const rivals = await startRivals(data.path, profile, servers);
  for (const { target } of rivals) await runLoad(target, { inFlight: 16, seconds: 2 });
  for (const inFlight of [16, 64]) {
    const loads = rivals.map(() => [] as Loaded[]);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, { target }] of rivals.entries())
        loads[index]?.push(await runLoad(target, { inFlight, seconds }));
    }
    print(
      inFlight,
      rivals.map((rival, index) => ({ ...rival, loads: loads[index] ?? [], ours: loads[0] ?? [] })),
    );
  }
  for (const { name, does } of rivals) console.log(`  ${name}: ${does}`);
}

async function startRivals(
  folder: string,
  profile: string | undefined,
  servers: AsyncDisposableStack,
): Promise<Rival[]> {
  const gateway = servers.use(await startStandIn());
  const server = servers.use(await startServer({ dataDir: folder, simulator: gateway, env: serverEnv({ profile }) }));
  await server.api.goLive(listeningFlow());
  const [xstate, nodeRed] = ["xstate", "node-red"].map((name) => `${folder}/${name}`) as [string, string];
  for (const path of [xstate, nodeRed]) mkdirSync(path);
  const rivals: Rival[] = [
    {
      name: "Parley",
      target: { url: server.url, pid: server.pid() },
      does: "signature, duplicates, routing, turn, journal; state and timers on the disk before the answer.",
    },
    {
      name: "XState by hand",
      target: servers.use(await startXState(xstate)),
      does: "signature; an actor per message, its snapshot on the disk before the answer. No duplicates, journal, sends, durable timers.",
    },
    {
      name: "bare route",
      target: servers.use(await startBareRoute(folder)),
      does: "signature; one row on the disk before the answer.",
    },
  ];
  const refusal = await installNodeRed(nodeRed);
  if (refusal !== undefined) {
    console.log(`\nrivals: Node-RED was skipped, as it is not installable here (${refusal}).`);
    return rivals;
  }
  const does =
    "signature in its function node; a count per contact in memory. Nothing on the disk: what it answered, a crash forgets.";
  return [...rivals, { name: "Node-RED", target: servers.use(await startNodeRed(nodeRed)), does }];
}

type Row = Rival & { readonly loads: readonly Loaded[]; readonly ours: readonly Loaded[] };

function print(inFlight: number, rows: readonly Row[]): void {
  const of = ({ loads }: Row, read: (load: Loaded) => number | undefined): number =>
    median(loads.map((load) => read(load) ?? 0));
  console.log(`\nrivals: the same signed webhook, ${inFlight} in flight, medians of ${rounds} rounds in turn.`);
  printTable(rows, [
    ["server", ({ name }) => name],
    [
      "per second",
      (row) =>
        fixed(
          of(row, ({ perSecond }) => perSecond),
          0,
        ),
    ],
    [
      "p50 ms",
      (row) =>
        fixed(
          of(row, ({ p50Ms }) => p50Ms),
          1,
        ),
    ],
    [
      "p99 ms",
      (row) =>
        fixed(
          of(row, ({ p99Ms }) => p99Ms),
          1,
        ),
    ],
    ["server CPU µs each", (row) => fixed(of(row, cpuPerRequest), 0)],
    ["generator CPU", (row) => percent(of(row, ({ generatorCpu }) => generatorCpu))],
    [
      "Parley to it",
      ({ loads, ours }) =>
        fixed(median(ours.map(({ perSecond }, round) => perSecond / (loads[round]?.perSecond ?? 0))), 2),
    ],
  ]);
}
