import { parseArgs } from "node:util";
import fc from "fast-check";
import { scenarios } from "./scenario.ts";
import { simulate } from "./simulation.ts";

/* Runs random scenarios against the production host: `npm run simulate -- --seed 1 --runs 50000`. A failure prints its seed and the least scenario. */

const { values } = parseArgs({ options: { seed: { type: "string" }, runs: { type: "string", default: "1000" } } });
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const runs = Number(values.runs);

const started = performance.now();
const property = fc.asyncProperty(scenarios, async (scenario) => {
  const violations = await simulate(scenario);
  if (violations.length > 0) throw new Error(violations.join("\n"));
});
const report = await fc.check(property, { seed, numRuns: runs });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (report.failed) {
  console.error(fc.defaultReportMessage(report));
  process.exitCode = 1;
} else console.log(`${report.numRuns} scenarios hold (seed ${seed}, ${seconds} s).`);
