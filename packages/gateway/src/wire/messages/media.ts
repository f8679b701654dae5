import type { JsonObject, MediaMessage } from "@parley/messaging";
import { linkOrId, withoutEmpty } from "./parts.ts";

/** A media message on the wire (Cloud API, Media messages). */
export function mediaWireForm({ kind, source, caption, fileName }: MediaMessage): JsonObject {
  return { type: kind, [kind]: { ...linkOrId(source), ...withoutEmpty({ caption, filename: fileName }) } };
}
