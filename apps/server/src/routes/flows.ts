import { createFlow, getFlow, listFlows, patchDraft, saveDraft } from "@parley/api";
import { checkFlow, type FlowDraft, flowDraftSchema, type FlowIssue, flowLimits, parseFlow } from "@parley/flow";
import type { FlowStore } from "@parley/store";
import type { FastifyInstance } from "fastify";
import { findEditable, findFlow, revisionConflict } from "../find-flow.ts";
import { type FactSources, readFlowFacts } from "../flow-facts.ts";
import { RequestError } from "../http-error.ts";
import { patchDraft as patched } from "../patch-draft.ts";
import { read, registerRoute } from "../register-route.ts";

type FlowParts = { readonly flows: FlowStore; readonly facts: FactSources };

/** Flows as they are drawn: list, create, read, save. */
export function flowRoutes(app: FastifyInstance, { flows, facts }: FlowParts): void {
  const save = async (draft: FlowDraft, expectedRevision: number) => {
    checkSize(draft);
    const savedAt = Date.now();
    const saved = await flows.saveDraft({ draft, expectedRevision, at: savedAt });
    return saved === "conflict" ? saved : { revision: saved.revision, savedAt, issues: await issuesOf(draft, facts) };
  };
  const saveOver = async (flowId: string, revision: number, change: (stored: FlowDraft) => FlowDraft) => {
    const row = await findEditable(flows, flowId);
    if (row.revision !== revision) throw revisionConflict(row, revision);
    const draft = change(row.draft);
    if (draft.id !== flowId) {
      throw new RequestError("invalid-input", `The draft has the id ${draft.id}; the path says ${flowId}.`);
    }
    const saved = await save(draft, revision);
    if (saved === "conflict") throw revisionConflict(await findFlow(flows, flowId), revision);
    return saved;
  };

  registerRoute(app, listFlows, async () => ({ flows: [...(await flows.list())] }));

  registerRoute(app, createFlow, async ({ body: { draft } }) => {
    const saved = await save(draft, 0);
    if (saved !== "conflict") return saved;
    const isInBin = (await findFlow(flows, draft.id)).deletedAt !== undefined;
    const where = isInBin ? ", in the bin" : "";
    throw new RequestError("conflict", `There is a flow with the id ${draft.id} already${where}.`);
  });

  registerRoute(app, getFlow, async ({ params }) => {
    const row = await findFlow(flows, params.flowId);
    return { ...row, issues: await issuesOf(row.draft, facts) };
  });

  registerRoute(app, saveDraft, async ({ params, body }) => saveOver(params.flowId, body.revision, () => body.draft));

  registerRoute(app, patchDraft, async ({ params, body, revision }) =>
    saveOver(params.flowId, revision, (stored) => {
      return read(flowDraftSchema, patched(stored, body.patches), "draft");
    }),
  );
}

function checkSize(draft: FlowDraft): void {
  if (Buffer.byteLength(JSON.stringify(draft)) <= flowLimits.bytes) return;
  const megabytes = flowLimits.bytes / 1024 / 1024;
  throw new RequestError("too-large", `A flow may have ${megabytes} MB; with this change it would have more.`);
}

async function issuesOf(draft: FlowDraft, facts: FactSources): Promise<FlowIssue[]> {
  const parsed = parseFlow(draft);
  return parsed.ok ? checkFlow(parsed.flow, await readFlowFacts(facts)) : [...parsed.issues];
}
