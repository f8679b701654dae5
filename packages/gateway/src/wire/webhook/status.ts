import type { Json, ProviderError, ReceiptStatus } from "@parley/messaging";
import { z } from "zod";
import type { GatewayUpdate } from "../../gateway.ts";
import { gatewayLimits } from "../../limits.ts";
import {
  errorCodeSchema,
  identityHashSchema,
  lenient,
  providerTextSchema,
  timestampSchema,
  wireIdSchema,
} from "../wire.ts";
import { ignored, quote, unreadable } from "./ignored.ts";

/** By status on the wire. A voice note that was `played` was at least read. */
const receiptStatusOf = new Map<string, ReceiptStatus>([
  ["sent", "submitted"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["played", "read"],
  ["failed", "failed"],
]);

/** Another system on the same number may write what it likes into the field that carries our send key. */
const sendKeySchema = z
  .string()
  .max(gatewayLimits.sendKeyLength)
  .regex(/^[A-Za-z0-9._-]+$/);

const errorSchema = z
  .object({
    code: errorCodeSchema,
    title: lenient(providerTextSchema),
    message: lenient(providerTextSchema),
    error_data: lenient(z.object({ details: providerTextSchema })),
  })
  .transform(
    ({ code, title, message, error_data }): ProviderError => ({
      code,
      title: title ?? message ?? "",
      details: error_data?.details ?? message ?? "",
    }),
  );

const statusSchema = z.object({
  id: wireIdSchema,
  status: z.string(),
  timestamp: timestampSchema,
  biz_opaque_callback_data: lenient(sendKeySchema),
  recipient_identity_key_hash: lenient(identityHashSchema),
  errors: lenient(z.tuple([errorSchema]).rest(z.unknown())),
});

/** Reads one status of an outbound message (Cloud API, messages webhook, status). */
export function readStatus(
  part: Json,
  place: { readonly path: string; readonly phoneNumberId: string },
): GatewayUpdate {
  const { path, phoneNumberId } = place;
  const parsed = statusSchema.safeParse(part);
  if (!parsed.success) return unreadable(path, parsed.error, part);
  const { id, timestamp, biz_opaque_callback_data, recipient_identity_key_hash, errors } = parsed.data;
  const status = receiptStatusOf.get(parsed.data.status);
  if (status === undefined) return ignored(`${path}.status ${quote(parsed.data.status)} is not read.`, part);
  return {
    type: "receipt",
    phoneNumberId,
    receipt: {
      messageId: id,
      sendKey: biz_opaque_callback_data,
      status,
      at: timestamp,
      error: errors?.[0],
      identityHash: recipient_identity_key_hash,
    },
  };
}
