import { messagingLimits } from "@parley/messaging";

/** A name as WhatsApp takes it, of one as people write it: `Order shipped!` gives `order_shipped`. */
export function templateNameOf(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, messagingLimits.templateNameLength);
}
