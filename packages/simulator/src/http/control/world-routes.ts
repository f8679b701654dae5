import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { FaultPlan } from "../../index.ts";
import { simulatorLimits } from "../../limits.ts";
import { numberStateOf } from "../number-registration.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { read } from "./control-error.ts";

const count = z.int().min(1).max(simulatorLimits.faultCount).optional();
const waitMs = z.int().min(0).max(simulatorLimits.waitMs);

const faultPlanSchema = z.strictObject({
  webhookDuplicates: z.strictObject({ extra: z.int().min(1).max(simulatorLimits.webhookDuplicates), count }).optional(),
  reorder: z.strictObject({ withinMs: waitMs, count }).optional(),
  batch: z.strictObject({ holdMs: waitMs, size: z.int().min(1).max(simulatorLimits.webhookUpdates), count }).optional(),
  dropStatuses: z
    .strictObject({
      statuses: z
        .array(z.enum(["sent", "delivered", "read", "failed"]))
        .min(1)
        .max(4),
      count,
    })
    .optional(),
  skipDelivered: z.strictObject({ count }).optional(),
  windowClosedAsStatus: z.strictObject({ count }).optional(),
  identityMismatchAsStatus: z.strictObject({ count }).optional(),
  apiStatus: z
    .strictObject({ status: z.int().min(400).max(599), code: z.int().positive().optional(), count })
    .optional(),
  apiDown: z.strictObject({ count }).optional(),
  apiLatencyMs: z.strictObject({ ms: waitMs, count }).optional(),
  answerLost: z.strictObject({ count }).optional(),
}) satisfies z.ZodType<FaultPlan>;

const advanceSchema = z.strictObject({ advanceMs: z.int().min(0).max(simulatorLimits.advanceMs) });

const sendsQuerySchema = z.strictObject({
  phoneNumberId: z.string().optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(simulatorLimits.sendsPage).default(simulatorLimits.sendsPage),
});

/** Routes of the world as a whole: its state, faults, clock, sends, and a new beginning. */
export function worldRoutes(app: FastifyInstance, { world, numbers, profiles }: SimulatorParts): void {
  app.get("/state", () => ({
    now: world.now(),
    numbers: numbers.all().map(numberStateOf),
    phones: world.phones().slice(-simulatorLimits.statePhones),
    faults: world.faults.plan(),
    counters: world.counters(),
  }));

  app.put("/faults", (request) => {
    world.faults.set(read(faultPlanSchema, request.body));
    return world.faults.plan();
  });

  app.post("/clock", (request) => {
    world.advance(read(advanceSchema, request.body).advanceMs);
    return { now: world.now() };
  });

  app.get("/sends", (request) => ({ sends: world.sends(read(sendsQuerySchema, request.query)) }));

  app.post("/reset", () => {
    world.reset();
    numbers.reset();
    profiles.clear();
    return {};
  });
}
