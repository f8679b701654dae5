import { flowDraftSchema, flowIdSchema } from "@parley/flow";
import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { defineRoute } from "./route.ts";
import { nothing } from "./nothing.ts";
import { wholeNumber } from "./whole-number.ts";

const flowParams = z.strictObject({ flowId: flowIdSchema });
const milliseconds = z.int();

const issueSchema = z.object({
  severity: z.enum(["error", "warning"]),
  code: z.string(),
  nodeId: z.string().optional(),
  field: z.string().optional(),
  message: z.string(),
});

const flowSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Grows with every save. */
  revision: z.int(),
  updatedAt: milliseconds,
  /** The version that starts conversations; absent until the flow has been made live. */
  liveVersion: z.int().optional(),
});

const versionSchema = z.object({ version: z.int(), comment: z.string(), createdAt: milliseconds });

/** All flows, by id. */
export const listFlows = defineRoute({
  method: "GET",
  path: "/api/flows",
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.object({ flows: z.array(flowSummarySchema) }),
});

/** Creates a flow from a draft; its id must be free. */
export const createFlow = defineRoute({
  method: "POST",
  path: "/api/flows",
  params: nothing,
  query: nothing,
  body: z.strictObject({ draft: flowDraftSchema }),
  response: z.object({ revision: z.int(), issues: z.array(issueSchema) }),
});

/** A flow's draft, and what a check of it finds. */
export const getFlow = defineRoute({
  method: "GET",
  path: "/api/flows/:flowId",
  params: flowParams,
  query: nothing,
  body: nothing,
  response: flowSummarySchema.extend({ draft: z.unknown(), issues: z.array(issueSchema) }),
});

/** Saves a draft over the revision it was made from; `conflict` when someone else saved meanwhile. */
export const saveDraft = defineRoute({
  method: "PUT",
  path: "/api/flows/:flowId/draft",
  params: flowParams,
  query: nothing,
  body: z.strictObject({ draft: flowDraftSchema, revision: z.int().min(1) }),
  response: z.object({ revision: z.int(), issues: z.array(issueSchema) }),
});

/** Makes the draft of a revision the live version; `flow-has-errors` when its check finds any. Conversations that run stay on their version. */
export const makeLive = defineRoute({
  method: "POST",
  path: "/api/flows/:flowId/versions",
  params: flowParams,
  query: nothing,
  body: z.strictObject({
    revision: z.int().min(1),
    comment: z.string().max(apiLimits.commentLength).default(""),
    /** The apps whose events may start it; null means all. */
    appIds: z.array(z.string().max(100)).min(1).max(apiLimits.appsPerFlow).nullable().default(null),
  }),
  response: z.object({ version: z.int(), issues: z.array(issueSchema) }),
});

/** A flow's versions, the newest first. */
export const listVersions = defineRoute({
  method: "GET",
  path: "/api/flows/:flowId/versions",
  params: flowParams,
  query: nothing,
  body: nothing,
  response: z.object({ versions: z.array(versionSchema) }),
});

/** A version's flow. */
export const getVersion = defineRoute({
  method: "GET",
  path: "/api/flows/:flowId/versions/:version",
  params: flowParams.extend({ version: wholeNumber(1) }),
  query: nothing,
  body: nothing,
  response: z.object({ flow: z.unknown() }),
});
