export { createGatewaySimulator, type GatewaySimulator, type GatewaySimulatorOptions } from "./gateway-simulator.ts";
export type { NumberRegistration, NumberState } from "./number-registration.ts";
export { asciiJson } from "./webhooks/ascii-json.ts";
export type { WebhookCounts, WebhookRetry } from "./webhooks/postman.ts";
export { signatureOf } from "./webhooks/signature.ts";
