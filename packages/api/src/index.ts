export { endConversation, getConversation, listConversations, readJournal } from "./conversations.ts";
export { type ApiError, type ApiErrorCode, apiErrorSchema, apiErrors } from "./error.ts";
export { createFlow, getFlow, getVersion, listFlows, listVersions, makeLive, saveDraft } from "./flows.ts";
export { apiLimits } from "./limits.ts";
export type { Route } from "./route.ts";
export { getStatus } from "./status.ts";
