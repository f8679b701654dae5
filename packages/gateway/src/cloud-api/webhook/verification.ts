import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { gatewayLimits } from "../../limits.ts";

const querySchema = z.object({
  "hub.mode": z.literal("subscribe"),
  "hub.verify_token": z.string(),
  "hub.challenge": z.string().min(1).max(gatewayLimits.challengeLength),
});

/**
 * Answers the provider's question whether a webhook URL is ours (Graph API, Webhooks, "Verification Requests").
 *
 * `query` is the parsed query string. Gives the challenge, to be answered 200 as plain text, or undefined when the request is not a
 * verification or names another token, to be answered 403.
 */
export function answerVerification(query: unknown, verifyToken: string): string | undefined {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success || verifyToken === "") return undefined;
  return isSame(parsed.data["hub.verify_token"], verifyToken) ? parsed.data["hub.challenge"] : undefined;
}

/** Compares digests, so that neither the length nor the first difference shows in the time taken. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
