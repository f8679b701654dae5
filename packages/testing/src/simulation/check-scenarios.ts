import fc from "fast-check";
import type { Plant } from "./host-process.ts";
import { type Scenario, scenarios } from "./scenario.ts";
import { simulate } from "./simulation.ts";
import type { Tally } from "./tally.ts";

/** Which scenarios are run, and with what planted; a plant is made anew for each. */
export type Check = {
  readonly seed: number;
  readonly runs: number;
  readonly plant?: () => Plant;
  readonly tally?: Tally;
  /** Whether the scenario that breaks a law is shrunk, as it is unless this says no. */
  readonly isShrunk?: boolean;
};

/** Runs random scenarios against the production host; the first that breaks a law is shrunk. The same check has the same outcome. */
export async function checkScenarios(check: Check): Promise<fc.RunDetails<[Scenario]>> {
  const { seed, runs, plant = () => ({}), tally = new Map<string, number>(), isShrunk = true } = check;
  const property = fc.asyncProperty(scenarios, async (scenario) => {
    const violations = await simulate(scenario, { plant: plant(), tally });
    if (violations.length > 0) throw new Error(violations.join("\n"));
  });
  return fc.check(property, { seed, numRuns: runs, endOnFailure: !isShrunk });
}

/** What failed, the seed and the least scenario; nothing when all held. */
export function failureOf(report: fc.RunDetails<[Scenario]>): string {
  if (!report.failed) return "";
  const broken = report.errorInstance instanceof Error ? report.errorInstance.message : "";
  return `${fc.defaultReportMessage(report)}\n${broken}`;
}
