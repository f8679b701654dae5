import { parseWebhook } from "@parley/gateway/wire";
import type { HostEvent } from "@parley/host";
import type { Json } from "@parley/messaging";
import { envelopeOf } from "../provider/envelope.ts";
import type { Update } from "../update.ts";
import { previewApp, previewNumber } from "./preview-number.ts";

/**
 * What the host hears of the world: written as a webhook and read as the server reads one, so that a flow gets here what it would get there. The
 * times alone are the world's own, since webhooks give whole seconds.
 */
export function hostEventsOf(update: Update): readonly HostEvent[] {
  const appId = previewApp.id;
  // Through JSON, as on the wire: there a member without a value is no member.
  const body = JSON.parse(JSON.stringify(envelopeOf(previewNumber, [update]))) as Json;
  return parseWebhook(body).updates.flatMap((read): HostEvent[] => {
    switch (read.type) {
      case "message":
        return [{ type: "message", appId, contact: read.contact, message: { ...read.message, sentAt: update.at } }];
      case "receipt":
        return [{ type: "receipt", appId, receipt: { ...read.receipt, at: update.at } }];
      case "consent":
        return [{ type: "opt-in", appId, contact: read.contact, optIn: read.optIn }];
      default:
        // What the server keeps as unrouted; a preview has no place for it.
        return [];
    }
  });
}
