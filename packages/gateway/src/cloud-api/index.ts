export { type CloudApiAccount, createCloudApiAccount } from "./account.ts";
export { type CloudApiGateway, createCloudApiGateway } from "./cloud-api-gateway.ts";
export { type CloudApiOptions, cloudApiOptionsSchema } from "./options.ts";
export { verifySignature } from "./webhook/signature.ts";
export { answerVerification } from "./webhook/verification.ts";
