import { getVersion, listVersions, makeLive } from "@parley/api";
import { checkFlow, type Flow, type FlowFacts, type FlowIssue, parseFlow } from "@parley/flow";
import type { Host } from "@parley/host";
import type { FlowRow, FlowStore, FlowVersionSummary } from "@parley/store";
import type { FastifyInstance } from "fastify";
import type { Connections } from "../connections.ts";
import { findEditable, findFlow, revisionConflict } from "../find-flow.ts";
import { type FactSources, readFlowFacts } from "../flow-facts.ts";
import { RequestError } from "../http-error.ts";
import { registerRoute } from "../register-route.ts";

type VersionParts = {
  readonly flows: FlowStore;
  readonly host: Host;
  readonly connections: Connections;
  readonly facts: FactSources;
};

/** Flows as they run: Make Live, roll back, versions. */
export function flowVersionRoutes(app: FastifyInstance, { flows, host, connections, facts }: VersionParts): void {
  registerRoute(app, makeLive, async ({ params: { flowId }, body }) => {
    const row = await findEditable(flows, flowId);
    const { revision, fromVersion, comment } = body;
    const older = fromVersion === undefined ? undefined : await findVersion(flows, flowId, fromVersion);
    if (revision !== undefined && revision !== row.revision) throw revisionConflict(row, revision);
    const appIds = body.appIds === undefined ? (older?.appIds ?? null) : body.appIds;
    checkApps(appIds, connections);
    const { flow, issues } = checked(older?.flow ?? row.draft, await readFlowFacts(facts, appIds));
    const version = await flows.makeLive({
      flow,
      comment: comment === "" && older !== undefined ? `Version ${older.version} again` : comment,
      ...{ appIds, fromVersion, at: Date.now() },
    });
    await host.reloadFlows();
    return { version, isPaused: row.isPaused, issues };
  });

  registerRoute(app, listVersions, async ({ params }) => {
    await findFlow(flows, params.flowId);
    const versions = await flows.listVersions(params.flowId);
    return {
      versions: versions.toReversed().map((version) => ({ ...version, appIds: version.appIds && [...version.appIds] })),
    };
  });

  registerRoute(app, getVersion, async ({ params: { flowId, version } }) => {
    const { flow } = await findVersion(flows, flowId, version);
    return { flow };
  });
}

async function findVersion(
  flows: FlowStore,
  flowId: string,
  version: number,
): Promise<FlowVersionSummary & { flow: Flow }> {
  const [flow, summaries] = await Promise.all([flows.getVersion(flowId, version), flows.listVersions(flowId)]);
  const summary = summaries.find((candidate) => candidate.version === version);
  if (flow !== undefined && summary !== undefined) return { ...summary, flow };
  throw new RequestError("not-found", `There is no version ${version} of a flow ${flowId}.`);
}

/** A flow that may be made live, and its warnings. Throws `RequestError` when it has errors. */
function checked(
  content: FlowRow["draft"] | Flow,
  facts: FlowFacts,
): { readonly flow: Flow; readonly issues: FlowIssue[] } {
  const parsed = parseFlow(content);
  const issues = parsed.ok ? checkFlow(parsed.flow, facts) : [...parsed.issues];
  if (parsed.ok && issues.every(({ severity }) => severity !== "error")) return { flow: parsed.flow, issues };
  throw new RequestError("flow-has-errors", "The flow has errors; mend them, then make it live.", { issues });
}

function checkApps(appIds: readonly string[] | null, connections: Connections): void {
  const unknown = (appIds ?? []).filter((id) => connections.app(id) === undefined);
  if (unknown.length > 0) throw new RequestError("invalid-input", `There is no app with the id ${unknown.join(", ")}.`);
}
