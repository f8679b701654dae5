import type { GatewayAnswer, GatewayUpdate, SendRequest } from "@parley/gateway";
import type { DeliveryReceipt, Json } from "@parley/messaging";
import { expect, vi } from "vitest";
import type { GatewayUnderTest, WebhookPost } from "../describe-gateway.ts";

/** Sends a text under a key, to the person unless another is named. */
export function send(
  subject: GatewayUnderTest,
  sendKey: string,
  changes: Partial<SendRequest> & { readonly signal?: AbortSignal } = {},
): Promise<GatewayAnswer> {
  const { app, person, gateway } = subject;
  const { signal = new AbortController().signal, ...rest } = changes;
  const message = { type: "text", body: "Hello", previewUrl: false } as const;
  return gateway.send({ app, sendKey, to: person, message, ...rest }, signal);
}

/** Sends a text and expects that it is accepted; gives the provider's id. */
export async function sendAccepted(
  subject: GatewayUnderTest,
  sendKey: string,
  changes: Partial<SendRequest> = {},
): Promise<string> {
  const answer = await send(subject, sendKey, changes);
  expect(answer).toMatchObject({ type: "accepted", messageId: expect.stringMatching(/./) });
  return answer.type === "accepted" ? (answer.messageId ?? "") : "";
}

/** The body of a webhook. */
export function bodyOf({ bytes }: WebhookPost): Json {
  return JSON.parse(new TextDecoder().decode(bytes)) as Json;
}

/** What the gateway reads of all webhooks that were posted. */
export function updatesOf({ gateway, posts }: GatewayUnderTest): readonly GatewayUpdate[] {
  return posts().flatMap((post) => gateway.parse(bodyOf(post)).updates);
}

/** Waits until what was posted shows what is looked for. */
export function soon<Found>(look: () => Found): Promise<Found> {
  return vi.waitFor(look, { timeout: 10_000, interval: 5 });
}

/** Waits until so many receipts of a message have come; gives all of them. */
export function receiptsOf(
  subject: GatewayUnderTest,
  messageId: string,
  count: number,
): Promise<readonly DeliveryReceipt[]> {
  return soon(() => {
    const receipts = updatesOf(subject).flatMap((update) => (update.type === "receipt" ? [update.receipt] : []));
    const found = receipts.filter((receipt) => receipt.messageId === messageId);
    expect(found.length).toBeGreaterThanOrEqual(count);
    return found;
  });
}
