import { templateSchema } from "@parley/messaging";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { AccountTemplateStatus } from "../../index.ts";
import { simulatorLimits } from "../../limits.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { ControlError, read, readNumber } from "./control-error.ts";

const statuses = ["pending", "approved", "rejected", "paused", "disabled"] as const satisfies AccountTemplateStatus[];
const words = z.string().max(simulatorLimits.nameLength);

const listSchema = z.strictObject({ phoneNumberId: z.string() });

const putSchema = z.strictObject({
  /** A number of the business account. */
  phoneNumberId: z.string(),
  template: templateSchema,
  status: z.enum(statuses).default("approved"),
});

const statusSchema = z.strictObject({
  status: z.enum(statuses),
  /** Meta's word for why, such as `INVALID_FORMAT`. */
  reason: words.optional(),
  /** Why, in a sentence. */
  explanation: words.optional(),
});

const reviewSchema = z.strictObject({ reviewAfterMs: z.int().min(0).max(simulatorLimits.waitMs).nullable() });

/** Routes by which people and tests are Meta's reviewers: put templates there, say what came of a review, pause and disable. */
export function templateRoutes(app: FastifyInstance, { world, numbers }: SimulatorParts): void {
  const { templates } = world;

  app.get("/templates", (request) => {
    const { businessAccountId } = readNumber(numbers, read(listSchema, request.query).phoneNumberId);
    return { templates: templates.list(businessAccountId), reviewAfterMs: templates.reviewers.afterMs() };
  });

  app.post("/templates", (request) => {
    const { phoneNumberId, template, status } = read(putSchema, request.body);
    const { businessAccountId } = readNumber(numbers, phoneNumberId);
    return templates.put({ businessAccountId, template, status });
  });

  app.post<{ Params: { id: string } }>("/templates/:id/status", (request) => {
    const { status, ...why } = read(statusSchema, request.body);
    const template = templates.setStatus(request.params.id, status, why);
    if (template === undefined) throw new ControlError(404, `there is no template ${request.params.id}`);
    return template;
  });

  app.put("/templates/review", (request) => {
    const { reviewAfterMs } = read(reviewSchema, request.body);
    templates.reviewers.setAfterMs(reviewAfterMs);
    return { reviewAfterMs };
  });
}
