import { describe, expect, it } from "vitest";
import { seededRandom } from "../processes/seeded-random.ts";
import { checkScenarios, failureOf } from "./check-scenarios.ts";
import type { Plant } from "./host-process.ts";
import {
  withMarkBeforeSending,
  withoutCancel,
  withoutDedupe,
  withoutDoubt,
  withoutForgetting,
  withoutGenerations,
  withoutParking,
  withoutSignalDedupe,
  withoutSomeReports,
  withoutTopicEnds,
  withRandomKeys,
  withRandomState,
  withTasksOwedForEver,
  withTwoTransactions,
} from "./plants.ts";
import type { Tally } from "./tally.ts";

/** What must occur often enough for the laws to mean something. */
const ingredients = [
  ...["crash while starting", "crash while up", "crash while stopping", "clean stop", "repeat"],
  ...["fails", "dies", "conflicts", "not-stored", "overloaded", "clock set", "forgotten", "make live"],
  ...["conversation-started", "conversation-interrupted", "conversation-stopped", "timer-fired"],
  ...["message-received", "message-deferred", "message-unhandled", "taken twice"],
  ...["send-accepted", "send-refused", "send-failed", "send-attempted", "receipt-received", "receipt-recorded"],
  ...["task-answered", "task done again"],
  ...["conversation-triggered", "signal-received", "reply-recorded", "message of another contact"],
  ...["report taken", "report not taken", "opt-in-recorded"],
];

describe("It is true that the host", () => {
  it("keeps its promises in random scenarios of crashes, failures, conflicts, lost answers and late receipts", async () => {
    const tally: Tally = new Map();
    const report = await checkScenarios({ seed: 20_261_121, runs: 300, tally });
    expect(failureOf(report)).toBe("");
    expect(report.numRuns).toBe(300);
    expect(ingredients.filter((what) => (tally.get(what) ?? 0) < 3)).toEqual([]);
  }, 120_000);
});

/** Faults that a host could have, and the law that each breaks. */
const plants: readonly { name: string; law: RegExp; plant: () => Plant }[] = [
  {
    name: "no dedupe",
    law: /^(I1: message \w+ is handled|I11: signal \w+ began)/,
    plant: () => ({ store: withoutDedupe }),
  },
  {
    name: "two transactions instead of one",
    law: /^I([456]|12|13|14): /,
    plant: () => {
      const random = seededRandom(3);
      return { store: (store) => withTwoTransactions(store, () => random() < 0.05) };
    },
  },
  { name: "a send marked before it is sent", law: /^I[58]: /, plant: () => ({ gateway: withMarkBeforeSending }) },
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
  { name: "a crash that casts no doubt on sends", law: /^I[58]: /, plant: () => ({ store: withoutDoubt }) },
  { name: "receipts lost because they came early", law: /^I6: /, plant: () => ({ store: withoutParking }) },
  { name: "tasks that stay owed", law: /^I14: /, plant: () => ({ store: withTasksOwedForEver }) },
  { name: "an inbox that forgets nothing", law: /^I10: /, plant: () => ({ store: withoutForgetting }) },
  { name: "a signal that is taken as often as it comes", law: /^I11: /, plant: () => ({ store: withoutSignalDedupe }) },
  { name: "topics that outlive their state", law: /^I12: /, plant: () => ({ store: withoutTopicEnds }) },
  { name: "reports that are lost", law: /^I13: /, plant: () => ({ store: withoutSomeReports }) },
];

describe("It is true that the simulation finds", () => {
  it.each(plants)(
    "$name",
    async ({ law, plant }) => {
      const report = await checkScenarios({ seed: 7, runs: 500, plant, isShrunk: false });
      expect(report.failed).toBe(true);
      expect(report.errorInstance instanceof Error ? report.errorInstance.message : "").toMatch(law);
    },
    120_000,
  );
});
