import type { JsonObject, ListMessage } from "@parley/messaging";
import { interactiveParts, withoutEmpty } from "./parts.ts";

/** A list message on the wire (Cloud API, List messages). */
export function listWireForm({ header, body, footer, button, sections }: ListMessage): JsonObject {
  const action = {
    button,
    sections: sections.map(({ title, rows }) => ({ ...withoutEmpty({ title }), rows: rows.map(withoutEmpty) })),
  };
  const top = header === "" ? { type: "none" as const } : { type: "text" as const, text: header };
  return {
    type: "interactive",
    interactive: { type: "list", ...interactiveParts({ header: top, body, footer }), action },
  };
}
