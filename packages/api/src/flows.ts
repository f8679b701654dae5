import { flowDraftSchema, flowIdSchema } from "@parley/flow";
import { z } from "zod";
import { apiLimits } from "./limits.ts";
import { defineRoute } from "./route.ts";
import { nothing } from "./nothing.ts";
import { patchSchema } from "./patch.ts";
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
  /** The version that starts conversations, unless the flow is paused or in the bin; absent until it has been made live. */
  liveVersion: z.int().optional(),
  /** A paused flow starts no conversations; those that run go on. */
  isPaused: z.boolean(),
  /** Conversations that have not ended, of all its versions. */
  liveConversations: z.int(),
  /** Nodes of the draft. */
  nodeCount: z.int(),
  /** Since when it is in the bin; absent when it is not. */
  deletedAt: milliseconds.optional(),
});

/** A flow in a list. */
export type FlowSummary = z.infer<typeof flowSummarySchema>;

const versionSchema = z.object({
  version: z.int(),
  comment: z.string(),
  createdAt: milliseconds,
  /** The apps whose events may start it; null means all. */
  appIds: z.array(z.string()).nullable(),
  /** The version whose content it has again. */
  fromVersion: z.int().optional(),
});

/** A version in a list. */
export type VersionSummary = z.infer<typeof versionSchema>;

const savedSchema = z.object({ revision: z.int(), savedAt: milliseconds, issues: z.array(issueSchema) });

/** All flows by id, those in the bin included. */
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
  response: savedSchema,
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
  response: savedSchema,
});

/**
 * Saves changes of a draft, made from the revision that `If-Match` says; `conflict` when someone else saved meanwhile. All patches are taken, in
 * order, or none.
 */
export const patchDraft = defineRoute({
  method: "PATCH",
  path: "/api/flows/:flowId/draft",
  needsRevision: true,
  bodyBytes: apiLimits.patchBytes,
  params: flowParams,
  query: nothing,
  body: z.strictObject({ patches: z.array(patchSchema).min(1).max(apiLimits.patches) }),
  response: savedSchema,
});

/** Moves a flow to the bin, where it starts nothing; `conflict` while it is live and not paused. Its conversations go on, and its id stays taken. */
export const deleteFlow = defineRoute({
  method: "DELETE",
  path: "/api/flows/:flowId",
  params: flowParams,
  query: nothing,
  body: nothing,
  response: z.object({ deletedAt: milliseconds }),
});

/** Takes a flow out of the bin again, as it was. */
export const restoreFlow = flowAction("restore");

/** Lets a flow start no more conversations; those that run go on. */
export const pauseFlow = flowAction("pause");

/** Lets a paused flow start conversations again. */
export const resumeFlow = flowAction("resume");

/**
 * Makes the draft of a revision, or the content of an older version again, the live version; `flow-has-errors` when its check finds any.
 * Conversations that run stay on their version, the draft stays as it is, and a paused flow stays paused.
 */
export const makeLive = defineRoute({
  method: "POST",
  path: "/api/flows/:flowId/versions",
  params: flowParams,
  query: nothing,
  body: z
    .strictObject({
      revision: z.int().min(1).optional(),
      fromVersion: z.int().min(1).optional(),
      comment: z.string().max(apiLimits.commentLength).default(""),
      /** The apps whose events may start it; null means all. Unless given, all, or those of the older version. */
      appIds: z.array(z.string().max(100)).min(1).max(apiLimits.appsPerFlow).nullable().optional(),
    })
    .refine(
      ({ revision, fromVersion }) => (revision === undefined) !== (fromVersion === undefined),
      "must have either revision or fromVersion",
    ),
  response: z.object({ version: z.int(), isPaused: z.boolean(), issues: z.array(issueSchema) }),
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

/** Something done to a flow that changes whether it starts conversations. */
function flowAction<const Action extends string>(action: Action) {
  return defineRoute({
    method: "POST",
    path: `/api/flows/:flowId/${action}`,
    params: flowParams,
    query: nothing,
    body: nothing,
    response: flowSummarySchema,
  });
}
