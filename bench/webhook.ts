import { join } from "node:path";
import {
  branch,
  businessNumber,
  end,
  flowOf,
  makeDataFolder,
  receive,
  repository,
  startChild,
  startServer,
  startSimulator,
} from "@parley/testing/processes";
import type { LoadResult } from "./load.ts";

const seconds = 4;

/**
 * Signed webhook in, committed turn, 200 out: the server beside a bare Fastify route that verifies the signature and group-commits one row, in one run,
 * in turn. The flow only receives, so that no send takes part.
 */
export async function benchWebhook(): Promise<void> {
  await using data = await makeDataFolder();
  await using simulator = await startSimulator();
  await using server = await startServer({ dataDir: data.path, simulator, env: { PARLEY_LOG_LEVEL: "warn" } });
  await server.api.goLive(listeningFlow());
  await using bare = startChild({
    name: "The bare route",
    args: [
      `${repository}bench/bare-server.ts`,
      "--path",
      join(data.path, "bare.db"),
      "--secret",
      businessNumber.appSecret,
    ],
  });
  const bareUrl = await bare.line((line) => /"url":"(.+)"/.exec(line)?.[1]);

  console.log(
    "\nSigned webhook, committed turn, 200; beside a bare route that commits one row (2 cores, all processes share them)",
  );
  console.log("  in flight   server/s   p50 ms   p99 ms   generator CPU   bare/s   p50 ms   p99 ms   ratio");
  await load(server.url, { inFlight: 16, forSeconds: 2 });
  await load(bareUrl, { inFlight: 16, forSeconds: 2 });
  for (const inFlight of [1, 16, 64, 256]) {
    const ours = await load(server.url, { inFlight, forSeconds: seconds });
    const theirs = await load(bareUrl, { inFlight, forSeconds: seconds });
    if (ours.failed + theirs.failed > 0)
      throw new Error(`${ours.failed} of ours and ${theirs.failed} of theirs failed.`);
    const cells = [
      String(inFlight).padStart(11),
      ...cellsOf(ours),
      `${ours.generatorCpu.toFixed(0)} %`.padStart(15),
      ...cellsOf(theirs),
      (ours.perSecond / theirs.perSecond).toFixed(2).padStart(7),
    ];
    console.log(cells.join(""));
  }
}

function cellsOf({ perSecond, p50Ms, p99Ms }: LoadResult): string[] {
  return [perSecond.toFixed(0).padStart(11), p50Ms.toFixed(1).padStart(9), p99Ms.toFixed(1).padStart(9)];
}

async function load(
  url: string,
  { inFlight, forSeconds }: { inFlight: number; forSeconds: number },
): Promise<LoadResult> {
  const { appSecret, phoneNumberId } = businessNumber;
  const options = {
    url: `${url}/webhooks/cloud-api/default`,
    secret: appSecret,
    phoneNumberId,
    inFlight,
    seconds: forSeconds,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await using generator = startChild({ name: "The load generator", args: [`${repository}bench/load.ts`, ...args] });
  const result = await generator.line((line) => (line.startsWith("{") ? (JSON.parse(line) as LoadResult) : undefined));
  await generator.exited;
  return result;
}

/** A Receive and a Branch in a ring: every message is a turn, and nothing is sent. */
function listeningFlow() {
  return flowOf({
    nodes: { n3: receive(), n4: branch("$(receive.message)", { stop: "stop" }), n5: end("success") },
    edges: ["n3.whatsapp.mo -> n4", "n4.stop -> n5", "n4.noneOfTheAbove -> n3"],
  });
}
