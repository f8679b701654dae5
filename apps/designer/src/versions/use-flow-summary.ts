import type { FlowSummary } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { flowsQuery } from "../server/queries.ts";

/** How a flow stands on the server: what is live of it, and how much runs. Absent until that is known. */
export function useFlowSummary(flowId: string): FlowSummary | undefined {
  return useQuery(flowsQuery).data?.find(({ id }) => id === flowId);
}
