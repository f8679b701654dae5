import { getSession, getStatus, getVersion, listExamples, listFlows, listVersions } from "@parley/api";
import { queryOptions } from "@tanstack/react-query";
import { ask } from "./ask.ts";
import { serverLimits } from "./limits.ts";

/** All flows, those in the bin included. */
export const flowsQuery = queryOptions({
  queryKey: ["flows"],
  queryFn: async ({ signal }) => (await ask(listFlows, { signal })).flows,
  refetchInterval: serverLimits.refreshMs,
});

/** A flow's versions, the newest first. */
export const versionsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ["flows", flowId, "versions"],
    queryFn: async ({ signal }) => (await ask(listVersions, { params: { flowId }, signal })).versions,
  });

/** A version's flow; it never changes. */
export const versionQuery = (flowId: string, version: number) =>
  queryOptions({
    queryKey: ["flows", flowId, "versions", version],
    queryFn: async ({ signal }) =>
      (await ask(getVersion, { params: { flowId, version: String(version) }, signal })).flow,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Flows to begin from. */
export const examplesQuery = queryOptions({
  queryKey: ["examples"],
  queryFn: async ({ signal }) => (await ask(listExamples, { signal })).examples,
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the server is doing, and with which numbers. */
export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => ask(getStatus, { signal }),
});

/** Whether one must sign in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => ask(getSession, { signal }),
});
