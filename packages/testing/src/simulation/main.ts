import { parseArgs } from "node:util";
import { checkScenarios, failureOf } from "./check-scenarios.ts";
import type { Tally } from "./tally.ts";

/*
 * Runs random scenarios against the production host: `npm run simulate -- --seed 1 --runs 50000`. A failure prints its seed and the least
 * scenario, and the same command finds it again.
 */

const { values } = parseArgs({ options: { seed: { type: "string" }, runs: { type: "string", default: "1000" } } });
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const runs = Number(values.runs);

const started = performance.now();
const tally: Tally = new Map();
const report = await checkScenarios({ seed, runs, tally });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (report.failed) {
  console.error(failureOf(report));
  process.exitCode = 1;
} else {
  console.log(`${report.numRuns} scenarios hold (seed ${seed}, ${seconds} s). What occurred in them:`);
  for (const [what, times] of [...tally].toSorted(([left], [right]) => left.localeCompare(right)))
    console.log(`${String(times).padStart(10)}  ${what}`);
}
