import { setTimeout as sleep } from "node:timers/promises";
import { makeDataFolder } from "@parley/testing/processes";
import { type Lateness, readLateness } from "./due-timers.ts";
import type { BenchOptions } from "./options.ts";
import { cpuPerRequest, runLoad, type Loaded } from "./run-load.ts";
import { type StandIn, startStandIn } from "./stand-in.ts";
import { fixed, median, printTable } from "./table.ts";
import { usageOf } from "./usage.ts";
import { databaseOf, fillStore, startWaitingServer, type WaitingServer } from "./waiting-server.ts";

/** Timers that fall due while nothing else happens, and over how long a time. */
const idle = { count: 200, dueOverMs: 10_000 };
/** Time for a server to start before the first timer is due. */
const startsWithinMs = 5_000;
/** A server is given so long to come to rest. */
const idleAfterMs = 2_000;
/** People who write at every size, so that the same rows are touched. */
const fewContacts = 500;
const rounds = 3;
const inFlight = 16;

type Parts = { readonly folder: string; readonly standIn: StandIn; readonly profile: string | undefined };

/**
 * What waiting conversations cost: memory, start-up, throughput, and how late timers come. Servers with different numbers of them run side by side
 * and are loaded in turn, so that a noisy machine is as noisy for each.
 */
export async function benchWaiting({ seconds = 2, waiting, profile }: BenchOptions): Promise<void> {
  await using data = await makeDataFolder();
  await using standIn = await startStandIn();
  const parts: Parts = { folder: data.path, standIn, profile };
  await measureSizes(waiting, seconds, parts);
}

type Site = {
  readonly waiting: number;
  readonly dataDir: string;
  readonly fillMs: number;
  readonly opened: WaitingServer;
  readonly restMb: number | undefined;
  readonly few: Loaded[];
  readonly all: Loaded[];
};

async function measureSizes(sizes: readonly number[], seconds: number, parts: Parts): Promise<void> {
  await using servers = new AsyncDisposableStack();
  const sites: Site[] = [];
  for (const waiting of sizes) sites.push(await openSite(waiting, parts, servers));
  for (const { opened } of sites) await load(opened, { seconds: 2, contacts: fewContacts });
  for (let round = 0; round < rounds; round += 1) {
    for (const { opened, few } of sites) few.push(await load(opened, { seconds, contacts: fewContacts }));
    for (const { opened, all, waiting } of sites)
      all.push(await load(opened, { seconds, contacts: Math.max(waiting, fewContacts) }));
  }
  const loadedMb = sites.map(({ opened }) => usageOf(opened.server.pid())?.residentMb);
  for (const { opened } of sites) await opened.server.stop();
  const rows: Row[] = [];
  for (const [index, site] of sites.entries()) {
    const late = site.waiting === 0 ? undefined : await readLateness(databaseOf(site.dataDir), idle.count);
    rows.push({ ...site, late, loadedMb: loadedMb[index] });
  }
  printSizes(rows);
}

/** Fills a store, starts its server, and leaves it alone while a few timers fall due. */
async function openSite(waiting: number, parts: Parts, servers: AsyncDisposableStack): Promise<Site> {
  const dataDir = `${parts.folder}/waiting-${waiting}`;
  const tomorrow = Date.now() + 12 * 60 * 60 * 1000;
  const fillMs = await fillStore(dataDir, { count: waiting, dueFrom: tomorrow, dueOverMs: 60 * 60 * 1000 });
  const dueFrom = Date.now() + startsWithinMs;
  if (waiting > 0) await fillStore(dataDir, { ...idle, first: waiting, dueFrom });
  const opened = servers.use(await startWaitingServer(dataDir, parts));
  if (waiting > 0 && Date.now() > dueFrom) throw new Error("The server started too late for its timers.");
  await sleep((waiting > 0 ? dueFrom + idle.dueOverMs - Date.now() : 0) + idleAfterMs);
  return { waiting, dataDir, fillMs, opened, restMb: usageOf(opened.server.pid())?.residentMb, few: [], all: [] };
}

function load({ server }: WaitingServer, options: { readonly seconds: number; readonly contacts: number }) {
  return runLoad({ url: server.url, pid: server.pid() }, { inFlight, ...options });
}

type Row = Site & { readonly late: Lateness | undefined; readonly loadedMb: number | undefined };

function printSizes(rows: readonly Row[]): void {
  const [base] = rows;
  const perHundredThousand = (row: Row, mb: (row: Row) => number | undefined): string => {
    const [more, less] = [mb(row), base && mb(base)];
    const added = row.waiting - (base?.waiting ?? 0);
    return added === 0 || more === undefined || less === undefined
      ? "–"
      : (((more - less) / added) * 100_000).toFixed(1);
  };
  const ratio = (ours: readonly Loaded[]): string =>
    median(ours.map(({ perSecond }, round) => perSecond / (base?.few[round]?.perSecond ?? 0))).toFixed(2);
  const rate = (loads: readonly Loaded[]): string => median(loads.map(({ perSecond }) => perSecond)).toFixed(0);
  console.log(
    `\nwaiting: conversations that wait with a timer each; webhooks with ${inFlight} in flight, in ${rounds} rounds of all sizes in turn.`,
  );
  printTable(rows, [
    ["waiting", ({ waiting }) => waiting],
    ["filled in s", ({ fillMs }) => fixed(fillMs / 1000, 1)],
    ["database MB", ({ opened }) => fixed(opened.databaseMb, 0)],
    ["start ms", ({ opened }) => fixed(opened.startMs, 0)],
    ["memory MB", ({ restMb }) => fixed(restMb, 0)],
    ["per 100,000", (row) => perHundredThousand(row, ({ restMb }) => restMb)],
    ["after load MB", ({ loadedMb }) => fixed(loadedMb, 0)],
    ["per 100,000", (row) => perHundredThousand(row, ({ loadedMb }) => loadedMb)],
  ]);
  printTable(rows, [
    ["waiting", ({ waiting }) => waiting],
    [`${fewContacts} people/s`, ({ few }) => rate(few)],
    ["ratio", ({ few }) => ratio(few)],
    ["CPU µs each", ({ few }) => fixed(middle(few, cpuPerRequest), 0)],
    ["KB written each", ({ few }) => fixed(middle(few, writtenPerRequest), 0)],
    ["| all people/s", ({ all }) => rate(all)],
    ["ratio", ({ all }) => ratio(all)],
    ["CPU µs each", ({ all }) => fixed(middle(all, cpuPerRequest), 0)],
    ["KB written each", ({ all }) => fixed(middle(all, writtenPerRequest), 0)],
  ]);
  printTable(rows, [
    ["waiting", ({ waiting }) => waiting],
    ["idle timers", ({ late }) => late?.count ?? "–"],
    ["late p50 ms", ({ late }) => fixed(late?.p50Ms, 0)],
    ["p99 ms", ({ late }) => fixed(late?.p99Ms, 0)],
    ["max ms", ({ late }) => fixed(late?.maxMs, 0)],
  ]);
  console.log(
    `  Ratios are to the first line's ${fewContacts} people. Goals: under 20 MB of memory per 100,000 (after load SQLite's page cache of 64 MB is
  full, which is counted too); ratio 0.80 or more; idle timers at most 50 ms late at p99. All servers share the cores and the disk.`,
  );
}

function middle(loads: readonly Loaded[], read: (load: Loaded) => number | undefined): number {
  return median(loads.map((load) => read(load) ?? 0));
}

function writtenPerRequest({ serverWrittenKb, count }: Loaded): number | undefined {
  return serverWrittenKb && serverWrittenKb / count;
}
