import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";
import { wholeNumber } from "./whole-number.ts";

const conversationParams = z.strictObject({ conversationId: z.string().max(100) });
const limit = wholeNumber(1, apiLimits.pageSize).prefault("50");

const summarySchema = z.object({
  id: z.string(),
  appId: z.string(),
  flowId: z.string(),
  flowVersion: z.int(),
  startedAt: z.int(),
  /** `parked`: it stands still because a turn of it failed through a fault of the server. */
  status: z.enum(["live", "parked", "ended"]),
  endedAt: z.int().optional(),
  result: z.string().optional(),
});

/** Conversations, the latest start first. `before` is the id of the last one of the page before. */
export const listConversations = defineRoute({
  method: "GET",
  path: "/api/conversations",
  params: nothing,
  query: z.strictObject({
    flowId: z.string().max(100).optional(),
    status: summarySchema.shape.status.optional(),
    before: z.string().max(100).optional(),
    limit,
  }),
  body: nothing,
  response: z.object({ conversations: z.array(summarySchema) }),
});

/** A conversation: where it stands and what it knows. */
export const getConversation = defineRoute({
  method: "GET",
  path: "/api/conversations/:conversationId",
  params: conversationParams,
  query: nothing,
  body: nothing,
  response: summarySchema.extend({
    /** The node where it stands; absent when it ended without one. */
    nodeId: z.string().optional(),
    contact: z.unknown(),
    variables: z.unknown(),
    outputs: z.unknown(),
    sends: z.unknown(),
    /** Messages that wait until it waits for them. */
    deferred: z.int(),
    parkedBecause: z.string().optional(),
  }),
});

/** The journal of a conversation in order; `after` is the number of the last entry of the page before. */
export const readJournal = defineRoute({
  method: "GET",
  path: "/api/conversations/:conversationId/journal",
  params: conversationParams,
  query: z.strictObject({ after: wholeNumber(0).prefault("0"), limit }),
  body: nothing,
  response: z.object({
    journal: z.array(
      z.object({
        number: z.int(),
        at: z.int(),
        event: z.unknown(),
        entries: z.array(z.unknown()),
        effects: z.array(z.unknown()),
      }),
    ),
  }),
});

/** Ends a conversation: with the result `incomplete`, or `error` if it was parked. */
export const endConversation = defineRoute({
  method: "POST",
  path: "/api/conversations/:conversationId/end",
  params: conversationParams,
  query: nothing,
  body: z.strictObject({ reason: z.string().max(apiLimits.reasonLength).default("Ended by a person.") }),
  response: z.object({}),
});
