import { eventNameSchema, jsonSchema } from "@parley/flow";
import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

/**
 * Tells of a custom event: starts the flows whose Start names it, and resumes the conversations whose Receive waits for it with these parameters
 * (Custom events). One id is taken once, however often it is told.
 */
export const postEvent = defineRoute({
  method: "POST",
  path: "/api/events",
  bodyBytes: apiLimits.signalBytes,
  params: nothing,
  query: nothing,
  body: z.strictObject({
    event: eventNameSchema,
    /** Tells it from every other; made unless given. */
    id: z
      .string()
      .regex(/^[\w.-]{1,100}$/, "must be letters, digits, points, - and _")
      .optional(),
    /** The app on which flows start; needed when there is more than one to choose from. */
    appId: z.string().max(100).optional(),
    correlationId: z.string().max(apiLimits.correlationIdLength).default(""),
    parameters: z.record(z.string().max(100), jsonSchema).default({}),
  }),
  response: z.object({
    /** Webex Connect's code for an event that was taken. */
    code: z.literal("1002"),
    id: z.string(),
    /** Conversations that it began, and that it resumed. */
    started: z.int(),
    resumed: z.int(),
    /** Why it did not begin what it could have begun besides, in sentences. */
    problems: z.array(z.string()),
  }),
});
