export type {
  Gateway,
  GatewayAnswer,
  GatewayUpdate,
  GatewayWebhook,
  SendRequest,
} from "./gateway.ts";
