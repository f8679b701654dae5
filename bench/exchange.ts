import { flowOf, makeDataFolder, receive, send, type Server, startServer } from "@parley/testing/processes";
import type { BenchOptions } from "./options.ts";
import type { ExchangeResult } from "./people.ts";
import { type Loaded, runLoad, startBareRoute } from "./run-load.ts";
import { messagesPerSecond, serverEnv } from "./server-env.ts";
import { type StandIn, startStandIn } from "./stand-in.ts";
import { fixed, percent, printTable } from "./table.ts";
import { withUsage } from "./usage.ts";

/**
 * Whole exchanges: a person writes; the first reply goes out and waits to be read; its three receipts come; the next node sends the second reply;
 * its three receipts come. Beside it the bare route at the same number in flight, which says what the machine gives at best for a request.
 */
export async function benchExchange({ seconds = 6, profile }: BenchOptions): Promise<void> {
  await using data = await makeDataFolder();
  await using standIn = await startStandIn();
  await using server = await startServer({ dataDir: data.path, simulator: standIn, env: serverEnv({ profile }) });
  await server.api.goLive(twoReplies());
  await using bare = await startBareRoute(data.path);

  await measure({ server, standIn, atOnce: 16, seconds: 2 });
  await runLoad(bare, { inFlight: 16, seconds: 1 });
  const rows: Row[] = [];
  for (const atOnce of [1, 16, 64]) {
    const ours = await measure({ server, standIn, atOnce, seconds });
    rows.push({ ...ours, atOnce, bare: await runLoad(bare, { inFlight: atOnce, seconds: 2 }) });
  }
  console.log(
    "\nexchange: message in, reply out, three receipts in, second reply out, three receipts in; every one stored before it is answered.",
  );
  printTable(rows, [
    ["at once", ({ atOnce }) => atOnce],
    ["per second", ({ perSecond }) => perSecond.toFixed(0)],
    ["to reply p50 ms", ({ first }) => first.p50Ms.toFixed(1)],
    ["p99 ms", ({ first }) => first.p99Ms.toFixed(1)],
    ["read to second p50 ms", ({ second }) => second.p50Ms.toFixed(1)],
    ["p99 ms", ({ second }) => second.p99Ms.toFixed(1)],
    ["requests/s", (row) => requestsPerSecond(row).toFixed(0)],
    ["bare requests/s", ({ bare }) => bare.perSecond.toFixed(0)],
    ["ratio", (row) => (requestsPerSecond(row) / row.bare.perSecond).toFixed(2)],
  ]);
  printTable(rows, [
    ["at once", ({ atOnce }) => atOnce],
    ["requests each", ({ requests, complete }) => (requests / complete).toFixed(1)],
    ["events stored each", ({ events, complete }) => (events / complete).toFixed(1)],
    ["server CPU ms each", (row) => fixed(cpuMsEach(row), 2)],
    ["bare CPU ms each", ({ bare }) => fixed(bare.serverCpuMs && bare.serverCpuMs / bare.count, 2)],
    ["server CPU", (row) => percent(((cpuMsEach(row) ?? Number.NaN) / 1000) * row.perSecond)],
    ["stand-in CPU", ({ standInCpu }) => percent(standInCpu)],
    ["of the app's rate", ({ perSecond }) => percent((perSecond * 2) / messagesPerSecond)],
  ]);
  console.log(
    `  An exchange is 7 webhooks and 2 sends; events stored share transactions when many are under way. A bare request is one row.
  Limited by the cores; an app's sends may not exceed ${messagesPerSecond} a second, evenly spaced, which delays them from about half of that on.`,
  );
}

function requestsPerSecond({ perSecond, requests, complete }: Row): number {
  return (perSecond * requests) / complete;
}

function cpuMsEach({ serverCpuMs, complete }: Row): number | undefined {
  return serverCpuMs && serverCpuMs / complete;
}

type Measured = ExchangeResult & { readonly serverCpuMs: number | undefined; readonly events: number };
type Row = Measured & { readonly atOnce: number; readonly bare: Loaded };
type Measurement = {
  readonly server: Server;
  readonly standIn: StandIn;
  readonly atOnce: number;
  readonly seconds: number;
};

/** Rejects when an exchange did not complete, or the server counted other events than an exchange has. */
async function measure({ server, standIn, atOnce, seconds }: Measurement): Promise<Measured> {
  const webhookUrl = `${server.url}/webhooks/cloud-api/default`;
  const before = await server.api.status();
  const result = await withUsage(server.pid(), () => standIn.exchange({ webhookUrl, atOnce, seconds }));
  const after = await server.api.status();
  if (result.incomplete > 0 || result.complete === 0)
    throw new Error(`${result.incomplete} exchanges of ${result.complete + result.incomplete} did not complete.`);
  if (after.deadLetters > 0 || after.sendsAmbiguous > 0)
    throw new Error(`${after.deadLetters} sends were given up, and ${after.sendsAmbiguous} were ambiguous.`);
  return { ...result, events: after.eventsTaken - before.eventsTaken };
}

/** Two replies to each message; the second goes out once the first was read. */
function twoReplies() {
  return flowOf({
    nodes: {
      n3: send("First: $(whatsapp.message)", { waitFor: "read", timeoutSeconds: 600 }),
      n4: send("Second: $(whatsapp.message)"),
      n5: receive({ timeoutSeconds: 3_600 }),
    },
    edges: ["n3.onRead -> n4", "n4.onSuccess -> n5", "n5.whatsapp.mo -> n3"],
  });
}
