export type { App, AppSettings } from "./app.ts";
export { type Clock, sleep } from "./clock.ts";
export {
  bsuidSchema,
  type Contact,
  identitiesOf,
  mergeContact,
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
} from "./inbound-message.ts";
export { assertNever, InvariantError, invariant } from "./invariant.ts";
export { formatIsoTime, parseIsoTime } from "./iso-time.ts";
export type { Json, JsonObject } from "./json.ts";
export { messagingLimits } from "./limits.ts";
export { isFreeForm, type OutboundMessage, outboundMessageSchema } from "./outbound/index.ts";
export { type TextMessage, textMessageSchema } from "./outbound/text.ts";
export { isSessionWindowOpen, sessionWindowClosesAt } from "./session-window.ts";
export { formatPath, type InputProblem, type Parsed, parseInput } from "./parse.ts";
