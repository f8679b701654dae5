import { branch, end, flowOf, makeDataFolder, receive, startServer } from "@parley/testing/processes";
import type { BenchOptions } from "./options.ts";
import { cpuPerRequest, type Load, type Loaded, runLoad, startBareRoute } from "./run-load.ts";
import { serverEnv } from "./server-env.ts";
import { startStandIn } from "./stand-in.ts";
import { fixed, percent, printTable } from "./table.ts";

/**
 * Signed webhook in, committed turn, 200 out: the server beside a bare Fastify route that verifies the signature and group-commits one row, in one run,
 * in turn. The flow only receives, so that no send takes part.
 */
export async function benchWebhook({ seconds = 4, profile }: BenchOptions): Promise<void> {
  await using data = await makeDataFolder();
  await using gateway = await startStandIn();
  await using server = await startServer({ dataDir: data.path, simulator: gateway, env: serverEnv({ profile }) });
  await server.api.goLive(listeningFlow());
  await using bare = await startBareRoute(data.path);
  const ours = { url: server.url, pid: server.pid() };

  for (const target of [ours, bare]) await runLoad(target, { inFlight: 16, seconds: 2 });
  const rows: Row[] = [];
  for (const inFlight of [1, 16, 64, 256]) {
    const load: Load = { inFlight, seconds };
    rows.push({ inFlight, ours: await runLoad(ours, load), bare: await runLoad(bare, load) });
  }
  console.log(
    "\nwebhook: a signed webhook in, its turn committed to the disk, 200 out; ratio to a bare route that commits one row.",
  );
  printTable(rows, [
    ["in flight", ({ inFlight }) => inFlight],
    ["per second", ({ ours }) => ours.perSecond.toFixed(0)],
    ["p50 ms", ({ ours }) => ours.p50Ms.toFixed(1)],
    ["p99 ms", ({ ours }) => ours.p99Ms.toFixed(1)],
    ["CPU µs each", ({ ours }) => fixed(cpuPerRequest(ours), 0)],
    ["generator", ({ ours }) => percent(ours.generatorCpu)],
    ["| bare/s", ({ bare }) => bare.perSecond.toFixed(0)],
    ["p50 ms", ({ bare }) => bare.p50Ms.toFixed(1)],
    ["p99 ms", ({ bare }) => bare.p99Ms.toFixed(1)],
    ["CPU µs each", ({ bare }) => fixed(cpuPerRequest(bare), 0)],
    ["generator", ({ bare }) => percent(bare.generatorCpu)],
    ["| ratio", ({ ours, bare }) => (ours.perSecond / bare.perSecond).toFixed(2)],
  ]);
  console.log(
    "  CPU is the server's, all threads, for one request; the generator's is its share of one core. Limited by the cores: latencies include\n" +
      "  the generator's own waiting for one.",
  );
}

type Row = { readonly inFlight: number; readonly ours: Loaded; readonly bare: Loaded };

/** A Receive and a Branch in a ring: every message is a turn, and nothing is sent. */
export function listeningFlow() {
  return flowOf({
    nodes: { n3: receive(), n4: branch("$(receive.message)", { stop: "stop" }), n5: end("success") },
    edges: ["n3.whatsapp.mo -> n4", "n4.stop -> n5", "n4.noneOfTheAbove -> n3"],
  });
}
