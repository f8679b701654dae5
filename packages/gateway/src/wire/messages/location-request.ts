import type { JsonObject, LocationRequestMessage } from "@parley/messaging";
import { interactiveParts } from "./parts.ts";

/** A message that asks for a location, on the wire (Cloud API, Location request messages). */
export function locationRequestWireForm(message: LocationRequestMessage): JsonObject {
  const interactive = {
    type: "location_request_message",
    ...interactiveParts({ body: message.body }),
    action: { name: "send_location" },
  };
  return { type: "interactive", interactive };
}
