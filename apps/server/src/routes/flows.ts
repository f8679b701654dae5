import { createFlow, getFlow, getVersion, listFlows, listVersions, makeLive, saveDraft } from "@parley/api";
import { checkFlow, type FlowDraft, type FlowIssue, parseFlow } from "@parley/flow";
import type { Host } from "@parley/host";
import type { FlowRow, FlowStore } from "@parley/store";
import type { FastifyInstance } from "fastify";
import type { Connections } from "../connections.ts";
import { RequestError } from "../http-error.ts";
import { registerRoute } from "../register-route.ts";

type FlowParts = { readonly flows: FlowStore; readonly host: Host; readonly connections: Connections };

/** Flows: drafts, versions, Make Live. */
export function flowRoutes(app: FastifyInstance, { flows, host, connections }: FlowParts): void {
  registerRoute(app, listFlows, async () => ({ flows: [...(await flows.list())] }));

  registerRoute(app, createFlow, async ({ body: { draft } }) => {
    const saved = await flows.saveDraft({ draft, expectedRevision: 0, at: Date.now() });
    if (saved === "conflict") throw new RequestError("conflict", `There is a flow with the id ${draft.id} already.`);
    return { revision: saved.revision, issues: issuesOf(draft) };
  });

  registerRoute(app, getFlow, async ({ params }) => {
    const row = await find(flows, params.flowId);
    return { ...row, issues: issuesOf(row.draft) };
  });

  registerRoute(app, saveDraft, async ({ params, body: { draft, revision } }) => {
    if (draft.id !== params.flowId) {
      throw new RequestError("invalid-input", `The draft has the id ${draft.id}; the path says ${params.flowId}.`);
    }
    await find(flows, params.flowId);
    const saved = await flows.saveDraft({ draft, expectedRevision: revision, at: Date.now() });
    if (saved === "conflict") {
      throw new RequestError("conflict", `Revision ${revision} is not the latest; read the flow again before saving.`);
    }
    return { revision: saved.revision, issues: issuesOf(draft) };
  });

  registerRoute(app, makeLive, async ({ params, body }) => {
    const row = await find(flows, params.flowId);
    if (row.revision !== body.revision) {
      throw new RequestError("conflict", `Revision ${body.revision} is not the latest; it is ${row.revision}.`);
    }
    const parsed = parseFlow(row.draft);
    const issues = parsed.ok ? checkFlow(parsed.flow) : [...parsed.issues];
    if (!parsed.ok || issues.some(({ severity }) => severity === "error")) {
      throw new RequestError("flow-has-errors", "The flow has errors; mend them, then make it live.", { issues });
    }
    const { comment, appIds } = body;
    const unknown = (appIds ?? []).filter((id) => connections.app(id) === undefined);
    if (unknown.length > 0)
      throw new RequestError("invalid-input", `There is no app with the id ${unknown.join(", ")}.`);
    const version = await flows.makeLive({ flow: parsed.flow, comment, appIds, at: Date.now() });
    await host.reloadFlows();
    return { version, issues };
  });

  registerRoute(app, listVersions, async ({ params }) => {
    await find(flows, params.flowId);
    return { versions: (await flows.listVersions(params.flowId)).toReversed() };
  });

  registerRoute(app, getVersion, async ({ params: { flowId, version } }) => {
    const flow = await flows.getVersion(flowId, version);
    if (flow === undefined) throw new RequestError("not-found", `There is no version ${version} of a flow ${flowId}.`);
    return { flow };
  });
}

async function find(flows: FlowStore, id: string): Promise<FlowRow> {
  const row = await flows.get(id);
  if (row === undefined) throw new RequestError("not-found", `There is no flow with the id ${id}.`);
  return row;
}

function issuesOf(draft: FlowDraft): FlowIssue[] {
  const parsed = parseFlow(draft);
  return parsed.ok ? checkFlow(parsed.flow) : [...parsed.issues];
}
