export {
  type AppView,
  changeApp,
  createApp,
  deleteApp,
  getProfile,
  listApps,
  saveProfile,
  testApp,
  uploadMedia,
} from "./apps.ts";
export {
  changeConnection,
  type ConnectionView,
  createConnection,
  deleteConnection,
  listConnections,
} from "./connections.ts";
export {
  changeContact,
  type ContactThread,
  type ContactView,
  createContact,
  deleteContact,
  getContact,
  listContacts,
  recordOptIn,
  tooManyContactFields,
} from "./contacts.ts";
export { endConversation, getConversation, listConversations, readJournal } from "./conversations.ts";
export { type ApiError, type ApiErrorCode, apiErrorSchema, apiErrors } from "./error.ts";
export { postEvent } from "./events.ts";
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
export {
  createInboundWebhook,
  deleteInboundWebhook,
  inboundWebhookPath,
  type InboundWebhookView,
  listInboundWebhooks,
  renewInboundWebhookSecret,
} from "./inbound-webhooks.ts";
export { apiLimits } from "./limits.ts";
export type { Patch } from "./patch.ts";
export { changePhone, type PhoneContent, type PhoneEntry, readChat, writeMessage } from "./phone.ts";
export type { Route } from "./route.ts";
export { getSession, signIn, signOut } from "./session.ts";
export { getStatus } from "./status.ts";
export {
  deleteTemplate,
  listTemplates,
  saveTemplate,
  submitTemplate,
  syncTemplates,
  type TemplateView,
} from "./templates.ts";
export { type TurnNews, watchTurns } from "./turns.ts";
