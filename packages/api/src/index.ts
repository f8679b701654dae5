export { endConversation, getConversation, listConversations, readJournal } from "./conversations.ts";
export { type ApiError, type ApiErrorCode, apiErrorSchema, apiErrors } from "./error.ts";
export { listExamples } from "./examples.ts";
export {
  createFlow,
  deleteFlow,
  type FlowSummary,
  getFlow,
  getVersion,
  listFlows,
  listVersions,
  makeLive,
  patchDraft,
  pauseFlow,
  restoreFlow,
  resumeFlow,
  saveDraft,
  type VersionSummary,
} from "./flows.ts";
export { apiLimits } from "./limits.ts";
export type { Patch } from "./patch.ts";
export { changePhone, type PhoneEntry, readChat, writeMessage } from "./phone.ts";
export type { Route } from "./route.ts";
export { getSession, signIn, signOut } from "./session.ts";
export { getStatus } from "./status.ts";
export { type TurnNews, watchTurns } from "./turns.ts";
