import { flowIdSchema } from "@parley/flow";
import { z } from "zod";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

const newsSchema = z.object({
  conversationId: z.string(),
  flowId: z.string(),
  flowVersion: z.int(),
  /** The last four characters of the contact's number. */
  waId: z.string(),
  at: z.int(),
  /** The type of the event that was taken. */
  event: z.string(),
  /** The nodes that were left, in order, each by an outcome. */
  left: z.array(z.object({ nodeId: z.string(), outcome: z.string() })),
  /** Where it stands now; absent when it ended without a node. */
  nodeId: z.string().optional(),
  status: z.enum(["live", "ended"]),
  result: z.string().optional(),
});

/** One turn of a conversation. */
export type TurnNews = z.infer<typeof newsSchema>;

/**
 * The turns of conversations as they happen, of one flow or of all: a stream of server-sent events (HTML, Server-sent events), each `turn` with
 * this response as JSON. A listener that is too slow gets an event `dropped` with a sentence, and is cut off.
 */
export const watchTurns = defineRoute({
  method: "GET",
  path: "/api/turns",
  params: nothing,
  query: z.strictObject({ flowId: flowIdSchema.optional() }),
  body: nothing,
  response: newsSchema,
});
