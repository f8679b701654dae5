import type { FlowSession } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";

/** The groups of the palette and of the shortcut sheet, in their order. */
export const actionGroups = ["edit", "view", "go", "flow"] as const;

/** Something that can be done with an open flow, by keys, menus and the command palette alike. */
export type Action = {
  readonly id: string;
  readonly title: (texts: Texts) => string;
  readonly group: (typeof actionGroups)[number];
  /** Its keys as tinykeys writes them: `$mod+z`, or `g p` for one after the other. These are the ones shown. */
  readonly keys?: string;
  /** Other keys that do the same, for the habits of other programs. */
  readonly otherKeys?: readonly string[];
  /** Whether holding its keys does it again and again. */
  readonly mayRepeat?: boolean;
  /** Whether the browser hears its keys, as for copy and its like: the canvas answers what it makes of them. */
  readonly isBrowsers?: boolean;
  /** Where the focus must be for its keys to count: on canvas or outline (or nowhere), since what takes away must not come from a panel; or beside them. */
  readonly where?: "surface" | "panel";
  /** What it would do now in more words, such as what an undo would undo. */
  readonly detail?: (session: FlowSession, texts: Texts) => string | undefined;
  readonly isEnabled?: (session: FlowSession) => boolean;
  readonly run: (session: FlowSession, texts: Texts) => void | Promise<void>;
};

/** Whether the flow may be changed here. */
export function isEditable(session: FlowSession): boolean {
  return session.mode === "edit";
}
