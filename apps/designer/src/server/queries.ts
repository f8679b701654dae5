import {
  getContact,
  getProfile,
  getSession,
  getStatus,
  getVersion,
  listApps,
  listConnections,
  listContacts,
  listExamples,
  listFlows,
  listInboundWebhooks,
  listTemplates,
  listVersions,
} from "@parley/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
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

/** All connections. */
export const connectionsQuery = queryOptions({
  queryKey: ["connections"],
  queryFn: async ({ signal }) => (await ask(listConnections, { signal })).connections,
});

/** All apps. */
export const appsQuery = queryOptions({
  queryKey: ["apps"],
  queryFn: async ({ signal }) => (await ask(listApps, { signal })).apps,
});

/** How a business shows itself on WhatsApp by an app; WhatsApp itself is asked. */
export const profileQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "profile"],
    queryFn: ({ signal }) => ask(getProfile, { params: { appId }, signal }),
  });

/** The registry of an app's templates. */
export const templatesQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "templates"],
    queryFn: async ({ signal }) => (await ask(listTemplates, { params: { appId }, signal })).templates,
    refetchInterval: ({ state: { data = [] } }) =>
      data.some(({ status }) => status === "pending") ? serverLimits.pendingMs : serverLimits.refreshMs,
  });

/** The endpoints that others call to start flows. */
export const inboundWebhooksQuery = queryOptions({
  queryKey: ["inbound-webhooks"],
  queryFn: async ({ signal }) => (await ask(listInboundWebhooks, { signal })).webhooks,
});

/** Contacts that a text finds, page by page, the latest change first. */
export const contactsQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: ["contacts", "list", text],
    queryFn: ({ signal, pageParam }) =>
      ask(listContacts, {
        query: {
          text,
          limit: String(serverLimits.contactsPerPage),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });

/** A contact and how it stands on each app. */
export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: ["contacts", contactId],
    queryFn: ({ signal }) => ask(getContact, { params: { contactId }, signal }),
    refetchInterval: serverLimits.refreshMs,
  });
