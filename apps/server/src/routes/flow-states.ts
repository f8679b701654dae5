import { deleteFlow, pauseFlow, restoreFlow, resumeFlow } from "@parley/api";
import type { Host } from "@parley/host";
import type { FlowRow, FlowStore, FlowSummary } from "@parley/store";
import type { FastifyInstance } from "fastify";
import { findFlow } from "../find-flow.ts";
import { RequestError } from "../http-error.ts";
import { registerRoute } from "../register-route.ts";

/** Whether flows start conversations: pause, resume, the bin. Those that run go on in any case. */
export function flowStateRoutes(app: FastifyInstance, { flows, host }: { flows: FlowStore; host: Host }): void {
  const setPaused = async (flowId: string, isPaused: boolean): Promise<FlowSummary> => {
    const row = await findFlow(flows, flowId);
    if (row.liveVersion === undefined) throw new RequestError("conflict", `The flow ${flowId} was never made live.`);
    await flows.setPaused(flowId, isPaused);
    await host.reloadFlows();
    return summaryOf(await findFlow(flows, flowId));
  };

  registerRoute(app, pauseFlow, async ({ params }) => setPaused(params.flowId, true));

  registerRoute(app, resumeFlow, async ({ params }) => setPaused(params.flowId, false));

  registerRoute(app, deleteFlow, async ({ params: { flowId } }) => {
    const { liveVersion, isPaused, deletedAt } = await findFlow(flows, flowId);
    if (deletedAt !== undefined) return { deletedAt };
    if (liveVersion !== undefined && !isPaused) {
      throw new RequestError("conflict", `The flow ${flowId} is live; pause it first.`);
    }
    const at = Date.now();
    await flows.setDeleted(flowId, at);
    await host.reloadFlows();
    return { deletedAt: at };
  });

  registerRoute(app, restoreFlow, async ({ params: { flowId } }) => {
    await findFlow(flows, flowId);
    await flows.setDeleted(flowId, undefined);
    await host.reloadFlows();
    return summaryOf(await findFlow(flows, flowId));
  });
}

function summaryOf({ draft: _content, ...summary }: FlowRow): FlowSummary {
  return summary;
}
