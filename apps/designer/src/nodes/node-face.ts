import type { JsonObject } from "@parley/messaging";
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { CardMessage } from "./card-message.ts";
import type { Texts } from "../texts/en/index.ts";

/** The groups of the palette, in its order. */
export const nodeGroups = ["start", "messages", "logic", "utilities", "end"] as const;

/** How a node type looks. What it does is said by the flow package. */
export type NodeFace = {
  readonly icon: LucideIcon;
  readonly group: (typeof nodeGroups)[number];
  /** What the card says of the node, at most two lines of plain text. Never throws: a config may be unfinished or wrong. */
  readonly summary: (config: JsonObject, texts: Texts) => string;
  /** A message that the card shows as WhatsApp would, instead of the summary. */
  readonly message?: (config: JsonObject, texts: Texts) => CardMessage;
  /** What the card says in a line below the message; empty for nothing. */
  readonly note?: (config: JsonObject, texts: Texts) => string;
  /** The field that gets the focus when the node is opened, as an issue names it. */
  readonly firstField: string;
  readonly Inspector: ComponentType<{ readonly nodeId: string }>;
};
