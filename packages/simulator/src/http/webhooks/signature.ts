import { createHmac } from "node:crypto";

/** The value of `X-Hub-Signature-256` for exactly these bytes (Graph API, Webhooks, validating payloads). */
export function signatureOf(body: Buffer | string, appSecret: string): string {
  return `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`;
}
