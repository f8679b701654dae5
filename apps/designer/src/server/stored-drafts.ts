import { getFlow, patchDraft, saveDraft } from "@parley/api";
import type { DraftServer } from "../saving/draft-server.ts";
import { ask } from "./ask.ts";

/** The drafts that the server stores. */
export const storedDrafts: DraftServer = {
  savePatches: ({ flowId, revision, patches }) =>
    ask(patchDraft, {
      params: { flowId },
      revision,
      body: { patches: patches.map(({ op, path, value }) => ({ op, path, value: value as unknown })) },
    }),
  saveDraft: ({ flowId, revision, draft }) => ask(saveDraft, { params: { flowId }, body: { revision, draft } }),
  read: (flowId) => ask(getFlow, { params: { flowId } }),
};
