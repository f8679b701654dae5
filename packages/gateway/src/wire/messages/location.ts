import type { JsonObject, LocationMessage } from "@parley/messaging";
import { withoutEmpty } from "./parts.ts";

/** A location message on the wire (Cloud API, Location messages). */
export function locationWireForm({ latitude, longitude, name, address }: LocationMessage): JsonObject {
  return { type: "location", location: { latitude, longitude, ...withoutEmpty({ name, address }) } };
}
