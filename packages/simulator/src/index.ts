export type { BusinessNumber, RefusalCode } from "./admission.ts";
export type { ChatEntry, MessageStatus, OutboundStatus } from "./chat.ts";
export type { FaultName, FaultPlan, Faults } from "./faults.ts";
export type { StoredFile } from "./file-book.ts";
export { simulatorLimits } from "./limits.ts";
export { createManualClock, type ManualClock } from "./manual-clock.ts";
export { choicesOf, type PhoneChoice } from "./phone-choice.ts";
export { type PhoneChange, type PhoneIdentity, type PhoneSettings, type PhoneState, phoneDefaults } from "./phone.ts";
export type { ReadMark } from "./mark-read.ts";
export {
  createPreview,
  type Preview,
  type PreviewConversation,
  type PreviewFailure,
  type PreviewOptions,
  type PreviewReceipts,
  type PreviewState,
  type PreviewStep,
  type PreviewWait,
  type PreviewWriting,
  previewFailures,
} from "./preview/index.ts";
export type { SendAnswer, SendRequest } from "./send.ts";
export type { Send, SendQuery } from "./send-log.ts";
export type { AccountTemplate, AccountTemplateStatus } from "./templates/account-template.ts";
export type { ShownButton, ShownTemplate } from "./templates/shown-template.ts";
export type { TemplateRefusal, TemplateRegistry } from "./templates/template-registry.ts";
export type { MessageUpdate, PreferenceUpdate, StatusUpdate, TemplateUpdate, Update } from "./update.ts";
export { type ChatQuery, createWorld, type World, type WorldCounters, type WorldOptions } from "./world.ts";
export type { WriteRequest } from "./write.ts";
export { type Content, contentSchema, exampleReferral, type Referral, referralSchema } from "./writing.ts";
