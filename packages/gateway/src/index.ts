export type {
  AccountAnswer,
  BusinessProfile,
  BusinessProfileChange,
  GatewayAccount,
  MediaFile,
  NumberFacts,
  ProviderTemplate,
  TemplateList,
} from "./account.ts";
export type {
  Gateway,
  GatewayAnswer,
  GatewayUpdate,
  GatewayWebhook,
  SendRequest,
} from "./gateway.ts";
