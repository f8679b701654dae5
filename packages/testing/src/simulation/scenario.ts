import fc from "fast-check";
import type { DrawnFlow } from "../draw-flow.ts";
import { randomFlows } from "../random/random-flow.ts";
import type { CrashTrap } from "./process-world.ts";
import type { PostTreatment } from "./post-office.ts";
import type { ReceiptPlan, Treatment } from "./provider.ts";
import type { StoreTrouble } from "./store-troubles.ts";
import type { Handling } from "./workshop.ts";

/** What is done to the simulated system. */
export type Deed =
  /** A contact writes, all words in one webhook, which may come late and so behind others. */
  | {
      readonly type: "write";
      readonly contact: number;
      readonly app: "main" | "slow";
      readonly words: readonly string[];
      readonly delayMs: number;
      /** At the very moment when the next timer fires. */
      readonly at?: "timer" | undefined;
    }
  /** Delivers a webhook once more. */
  | { readonly type: "repeat"; readonly webhook: number }
  | { readonly type: "advance"; readonly ms: number }
  /** The provider treats the sends that follow in turn like this. */
  | { readonly type: "treat"; readonly treatments: readonly Treatment[] }
  | { readonly type: "receipts"; readonly plans: readonly ReceiptPlan[] }
  /** The tasks that follow come in turn to this. */
  | { readonly type: "handle"; readonly handlings: readonly Handling[] }
  /** Something happens outside the channel that conversations wait for, and by which one with a contact begins. */
  | { readonly type: "signal"; readonly contact: number; readonly app: "main" | "slow"; readonly delayMs: number }
  /** The places where reports are posted treat those that follow in turn like this. */
  | { readonly type: "reports"; readonly answers: readonly PostTreatment[] }
  | { readonly type: "trouble"; readonly trouble: StoreTrouble }
  | { readonly type: "crash"; readonly trap: CrashTrap }
  | { readonly type: "restart" }
  /** A person makes the next version of the flow live. */
  | { readonly type: "make-live" }
  /** A person ends the latest conversation. */
  | { readonly type: "end-conversation" }
  | { readonly type: "set-clock"; readonly byMs: number };

/** A deed, and how many calls to the world are performed before the next one: all, unless it says less. */
export type Step = Deed & { readonly calls?: number | undefined };

/** A scenario; the seed draws the order of everything that happens at once. */
export type Scenario = {
  readonly seed: number;
  /** How many sends of an app the host holds in memory; as many as it wants unless given. */
  readonly sendsInMemory?: number | undefined;
  /** The flow of the slow app; the one of the other app unless given. */
  readonly flow?: DrawnFlow | undefined;
  readonly steps: readonly Step[];
};

const hour = 3_600_000;

/** Mostly the first, at times one of the others. */
function mostly<Value, Other>(usual: Value, seldom: fc.Arbitrary<Other>, weight = 4): fc.Arbitrary<Value | Other> {
  return fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: seldom });
}

const status = fc.constantFrom("submitted" as const, "delivered" as const, "read" as const, "failed" as const);
const plan: fc.Arbitrary<ReceiptPlan> = fc.record({
  statuses: fc.oneof(
    { weight: 3, arbitrary: fc.constant(["submitted", "delivered", "read"] as const) },
    { weight: 2, arbitrary: fc.array(status, { maxLength: 5 }) },
  ),
  delayMs: fc.constantFrom(0, 1, 500, 20_000, 90_000),
  tellsKey: fc.boolean(),
});

const treatment: fc.Arbitrary<Treatment> = fc.record({
  how: mostly(
    "accepts" as const,
    fc.constantFrom("refuses", "refuses-by-policy", "is-busy", "is-over-rate", "takes-silently", "drops-silently"),
    2,
  ),
  answersAfterMs: mostly(0, fc.constantFrom(1, 300, 20_000)),
});

const handling: fc.Arbitrary<Handling> = fc.record({
  how: mostly("done" as const, fc.constantFrom("timed-out" as const, "failed" as const)),
  answersAfterMs: mostly(0, fc.constantFrom(1, 300, 8_000, 30_000), 1),
});

const afterCalls = fc.integer({ min: 1, max: 12 });
const times = mostly(1, fc.constantFrom(2, 5, 15));
const trouble: fc.Arbitrary<StoreTrouble> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ how: fc.constantFrom("fails" as const, "conflicts" as const), afterCalls, times }),
  },
  { weight: 1, arbitrary: fc.record({ how: fc.constant("dies" as const), afterCalls }) },
);

const words = [
  "echo",
  "echo",
  "wait",
  "work",
  "work",
  "pause",
  "stop",
  "help",
  "help",
  "hm",
  "yes",
  "5",
  "tap",
  "like",
  "ask",
  "await",
];
const write = fc.record({
  type: fc.constant("write" as const),
  contact: fc.constantFrom(0, 0, 0, 1, 2),
  app: mostly("main" as const, fc.constant("slow" as const), 2),
  words: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  delayMs: mostly(0, fc.constantFrom(1, 700)),
  at: mostly(undefined, fc.constant("timer" as const), 2),
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 12, arbitrary: write },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("repeat" as const), webhook: fc.nat({ max: 30 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("advance" as const),
      ms: fc.constantFrom(0, 1, 999, 5_000, 30_000, 70_000, 200_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant("treat" as const), treatments: fc.array(treatment, { maxLength: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant("receipts" as const), plans: fc.array(plan, { maxLength: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("handle" as const), handlings: fc.array(handling, { maxLength: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("signal" as const),
      contact: fc.nat({ max: 2 }),
      app: mostly("main" as const, fc.constant("slow" as const), 2),
      delayMs: mostly(0, fc.constantFrom(1, 700)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("reports" as const),
      answers: fc.array(fc.constantFrom("takes", "takes", "refuses", "is-out", "is-forbidden"), { maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("trouble" as const), trouble }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("crash" as const),
      trap: fc.record({ afterCalls, isPerformed: fc.boolean() }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("restart" as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("make-live" as const, "end-conversation" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("set-clock" as const),
      byMs: fc.constantFrom(-hour, -20_000, 20_000, 25 * hour, 10 * 24 * hour),
    }),
  },
);

const step: fc.Arbitrary<Step> = fc
  .tuple(deed, mostly(undefined, fc.nat({ max: 6 }), 2))
  .map(([done, calls]) => (calls === undefined ? done : { ...done, calls }));

/** Any scenario of up to 25 steps. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  sendsInMemory: mostly(undefined, fc.integer({ min: 1, max: 6 }), 1),
  flow: mostly(undefined, randomFlows({ maxNodes: 7, maxNodeExecutions: 12 }), 4),
  steps: fc.array(step, { maxLength: 25, size: "max" }),
});
