import type { Json } from "@parley/messaging";

/** What a turn did, for trace and debug log. Together with the turn's event and effects it makes the journal. */
export type JournalEntry =
  | { readonly type: "node-entered"; readonly nodeId: string }
  /** `target` is the next node; absent when the conversation ends here. */
  | {
      readonly type: "node-left";
      readonly nodeId: string;
      readonly outcome: string;
      readonly target?: string | undefined;
    }
  | { readonly type: "variable-set"; readonly nodeId: string; readonly name: string; readonly value: Json }
  | { readonly type: "value-logged"; readonly nodeId: string; readonly text: string }
  | { readonly type: "warned"; readonly nodeId: string; readonly message: string }
  /** Why a node leaves by a red outcome. */
  | { readonly type: "failed"; readonly nodeId: string; readonly reason: string }
  | { readonly type: "ended"; readonly result: string; readonly reason?: string | undefined };
