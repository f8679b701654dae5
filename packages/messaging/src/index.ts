export type { App, AppSettings } from "./app.ts";
export { type Clock, sleep } from "./clock.ts";
export {
  bsuidSchema,
  type Contact,
  identitiesOf,
  mergeContact,
  type Recipient,
  shortenIdentity,
  waIdSchema,
} from "./contact.ts";
export {
  type DeliveryReceipt,
  mergeStatus,
  type ProviderError,
  type ReceiptStatus,
  receiptStatuses,
} from "./delivery-receipt.ts";
export {
  type ChannelEvent,
  channelEventOf,
  channelEvents,
  type InboundContent,
  type InboundMessage,
  type Referral,
} from "./inbound-message.ts";
export { assertNever, InvariantError, invariant } from "./invariant.ts";
export { formatIsoTime, parseIsoTime } from "./iso-time.ts";
export type { Json, JsonObject } from "./json.ts";
export { messagingLimits } from "./limits.ts";
export { consentOf, mergeOptIn, type OptIn, optInSchema } from "./opt-in.ts";
export { type ContactCard, type ContactsMessage, contactsMessageSchema } from "./outbound/contacts.ts";
export type { CtaUrlMessage } from "./outbound/cta-url.ts";
export { hasReceipts, isFreeForm, type OutboundMessage, outboundMessageSchema } from "./outbound/index.ts";
export type { InteractiveHeader } from "./outbound/interactive.ts";
export type { ListMessage } from "./outbound/list.ts";
export type { LocationMessage, Place } from "./outbound/location.ts";
export type { LocationRequestMessage } from "./outbound/location-request.ts";
export type { HeaderMedia, MediaMessage, MediaSource } from "./outbound/media.ts";
export { endingsOf, linkEndingProblem, type MediaKind, mediaKinds, mediaTypes } from "./outbound/media-type.ts";
export type { ReactionMessage } from "./outbound/reaction.ts";
export type { ReadMark } from "./outbound/read-mark.ts";
export type { ReplyButtonsMessage } from "./outbound/reply-buttons.ts";
export type { TemplateButtonValue, TemplateMessage, TemplateParameter } from "./outbound/template.ts";
export { type TextMessage, textMessageSchema } from "./outbound/text.ts";
export { wordsOf } from "./outbound/words-of.ts";
export { formatPath, type InputProblem, type Parsed, parseInput } from "./parse.ts";
export { type PhoneNumberOptions, waIdOf } from "./phone-number.ts";
export { holdsSealed, mapStrings, maskSealed, openSealed, sealedText } from "./sealed-text.ts";
export {
  answerEntryPoint,
  type FreeEntryPoint,
  freeEntryPointClosesAt,
  isFreeEntryPointOpen,
  isSessionWindowOpen,
  sessionWindowClosesAt,
} from "./session-window.ts";
export { checkTemplate } from "./template/check-template.ts";
export { fillPlaceholders, needsOf, placeholdersIn, type TemplateNeeds } from "./template/placeholders.ts";
export { type RenderedTemplate, renderTemplate } from "./template/render-template.ts";
export {
  type RegisteredTemplate,
  type Template,
  type TemplateButton,
  templateCategories,
  type TemplateHeader,
  templateSchema,
  type TemplateStatus,
  templateStatuses,
} from "./template/template.ts";
export { templateMismatch } from "./template/template-mismatch.ts";
export type { TemplateProblem } from "./template/template-problem.ts";
export { parseWebexTime } from "./webex-time.ts";
