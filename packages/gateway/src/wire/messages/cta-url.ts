import type { CtaUrlMessage, JsonObject } from "@parley/messaging";
import { interactiveParts } from "./parts.ts";

/** A message with a button that opens a page, on the wire (Cloud API, Interactive call-to-action URL messages). */
export function ctaUrlWireForm(message: CtaUrlMessage): JsonObject {
  const action = { name: "cta_url", parameters: { display_text: message.displayText, url: message.url } };
  return { type: "interactive", interactive: { type: "cta_url", ...interactiveParts(message), action } };
}
