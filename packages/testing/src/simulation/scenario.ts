import fc from "fast-check";
import type { CrashTrap } from "./process-world.ts";
import type { ReceiptPlan, Treatment } from "./provider.ts";

/** What is done to the simulated system, step by step. */
export type Step =
  /** A contact writes; `withTimer`, at the very moment when the next timer fires. */
  | { readonly type: "write"; readonly contact: number; readonly word: string; readonly withTimer: boolean }
  /** Delivers a message a second time, as webhooks do. */
  | { readonly type: "repeat"; readonly message: number }
  | { readonly type: "advance"; readonly ms: number }
  /** The provider treats the sends that follow in turn like this. */
  | { readonly type: "treat"; readonly treatments: readonly Treatment[] }
  | { readonly type: "receipts"; readonly plans: readonly ReceiptPlan[] }
  | { readonly type: "crash"; readonly trap: CrashTrap }
  | { readonly type: "restart" };

/** A scenario; the seed draws the order of everything that happens at once. */
export type Scenario = { readonly seed: number; readonly steps: readonly Step[] };

const status = fc.constantFrom("submitted" as const, "delivered" as const, "read" as const, "failed" as const);

const plan = fc.record({
  statuses: fc.oneof(
    { weight: 3, arbitrary: fc.constant(["submitted", "delivered", "read"] as const) },
    { weight: 2, arbitrary: fc.array(status, { maxLength: 5 }) },
  ),
  delayMs: fc.constantFrom(0, 1, 500, 20_000),
  tellsKey: fc.boolean(),
});

const treatment = fc.oneof(
  { weight: 5, arbitrary: fc.constant("accepts" as const) },
  { weight: 1, arbitrary: fc.constantFrom("refuses", "is-busy", "takes-silently", "drops-silently" as const) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("write" as const),
      contact: fc.nat({ max: 2 }),
      word: fc.constantFrom("echo", "echo", "wait", "pause", "stop", "hm"),
      withTimer: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("repeat" as const), message: fc.nat({ max: 20 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("advance" as const),
      ms: fc.constantFrom(0, 1, 999, 5_000, 30_000, 200_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("treat" as const), treatments: fc.array(treatment, { maxLength: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("receipts" as const), plans: fc.array(plan, { maxLength: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("crash" as const),
      trap: fc.record({ afterCalls: fc.integer({ min: 1, max: 12 }), isPerformed: fc.boolean() }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("restart" as const) }) },
);

/** Any scenario of up to 25 steps. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  steps: fc.array(step, { maxLength: 25 }),
});
