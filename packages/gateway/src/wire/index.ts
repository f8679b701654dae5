export { type CloudApiError, cloudApiErrorOf } from "./errors.ts";
export { requestBody } from "./messages/index.ts";
export { parseWebhook } from "./webhook/parse.ts";
