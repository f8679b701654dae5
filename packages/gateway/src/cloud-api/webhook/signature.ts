import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether a webhook's body was signed with one of the app secrets: the current one, and during a rotation the previous one
 * (Graph API, Webhooks, "Validating Payloads").
 *
 * `rawBody` is the body's bytes before any parsing; `header` is the value of `X-Hub-Signature-256`, exactly `sha256=` and 64 hex digits.
 * Takes the same time for every well-formed header.
 */
export function verifySignature(
  rawBody: Uint8Array,
  header: string | undefined,
  appSecrets: readonly string[],
): boolean {
  const hex = /^sha256=([0-9a-fA-F]{64})$/.exec(header ?? "")?.[1];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, "hex");
  let isSigned = false;
  for (const secret of appSecrets) {
    // Anyone can sign with an empty secret: one left blank by mistake must not open the door.
    if (secret === "") continue;
    const expected = createHmac("sha256", secret).update(rawBody).digest();
    if (timingSafeEqual(given, expected)) isSigned = true;
  }
  return isSigned;
}
