import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../processes/seeded-random.ts";
import {
  withMarkBeforeSending,
  withoutCancel,
  withoutDedupe,
  withoutGenerations,
  withRandomKeys,
  withRandomState,
  withTwoTransactions,
} from "./plants.ts";
import { type Scenario, scenarios } from "./scenario.ts";
import { type Plant, simulate } from "./simulation.ts";

async function check(runs: number, seed: number, plant: () => Plant): Promise<fc.RunDetails<[Scenario]>> {
  const property = fc.asyncProperty(scenarios, async (scenario) => {
    const violations = await simulate(scenario, plant());
    if (violations.length > 0) throw new Error(violations.join("\n"));
  });
  return fc.check(property, { numRuns: runs, seed });
}

describe("It is true that the host", () => {
  it("keeps its promises in a thousand scenarios of crashes, duplicates, lost answers and late receipts", async () => {
    const report = await check(1_000, 20_261_121, () => ({}));
    expect(report.failed ? fc.defaultReportMessage(report) : "").toBe("");
    expect(report.numRuns).toBe(1_000);
  });
});

/** Seven faults that hosts have had, and the law that each breaks. */
const plants: readonly { name: string; law: RegExp; plant: () => Plant }[] = [
  { name: "no dedupe", law: /^I1: message \w+ is handled/, plant: () => ({ store: withoutDedupe }) },
  {
    name: "two transactions instead of one",
    law: /^I[45]: /,
    plant: () => {
      const random = seededRandom(3);
      return { store: (store) => withTwoTransactions(store, () => random() < 0.05) };
    },
  },
  { name: "a send marked before it is sent", law: /^I5: /, plant: () => ({ gateway: withMarkBeforeSending }) },
  {
    name: "random effect keys",
    law: /^I3: /,
    plant: () => ({ store: (store) => withRandomKeys(store, seededRandom(4)) }),
  },
  { name: "timers without generation", law: /^I[37]: /, plant: () => ({ store: withoutGenerations }) },
  { name: "cancelled timers that stay", law: /^I4: |has not come to rest/, plant: () => ({ store: withoutCancel }) },
  {
    name: "randomness in what a turn assigns",
    law: /^I3: /,
    plant: () => ({ store: (store) => withRandomState(store, seededRandom(5)) }),
  },
];

describe("It is true that the simulation finds", () => {
  it.each(plants)("$name", async ({ law, plant }) => {
    const report = await check(2_000, 5, plant);
    expect(report.failed).toBe(true);
    expect(report.errorInstance instanceof Error ? report.errorInstance.message : "").toMatch(law);
  });
});
