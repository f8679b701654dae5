import type { FlowDraft } from "@parley/flow";
import type { Patch } from "immer";

/** A draft as the server has it. */
export type StoredDraft = { readonly draft: unknown; readonly revision: number; readonly updatedAt: number };

type Saved = Promise<{ readonly revision: number }>;

/** Where drafts are stored. Everything throws `ServerError`; `conflict` when the revision is not the latest. */
export interface DraftServer {
  savePatches: (about: { flowId: string; revision: number; patches: readonly Patch[] }) => Saved;
  saveDraft: (about: { flowId: string; revision: number; draft: FlowDraft }) => Saved;
  read: (flowId: string) => Promise<StoredDraft>;
}
