import { getFlow } from "@parley/api";
import { createStore, type StoreApi } from "zustand/vanilla";
import { openDocument, toDraft } from "../document/open-document.ts";
import { ask } from "../server/ask.ts";
import { createSession, type FlowSession } from "../session/flow-session.ts";
import { isClaimed } from "./live-copies.ts";
import type { LocalCopy } from "./local-copy.ts";
import { isSame } from "./save-loop.ts";
import type { Saving } from "./saving.ts";
import { hasDeparted, localCopies, savingOf } from "./start-saving.ts";

/** A draft that was opened to be edited. */
export type OpenedDraft = {
  readonly session: FlowSession;
  /** How it is saved; whoever shows it starts that. */
  readonly saving: Saving;
  /** The latest changes on this device that the server never acknowledged, and that no other page is about to save, until someone has decided. */
  readonly found: StoreApi<{ readonly copy: LocalCopy | undefined }>;
};

/** Opens a flow's draft. Throws `ServerError`. */
export async function openDraft(flowId: string, signal: AbortSignal): Promise<OpenedDraft> {
  await hasDeparted(flowId);
  const stored = await ask(getFlow, { params: { flowId }, signal });
  const document = openDocument(stored.draft);
  const unsaved = (await localCopies.list(flowId)).filter(({ kind }) => kind === "unsaved");
  const claims = await Promise.all(unsaved.map(({ id }) => isClaimed(id)));
  const copies = unsaved.filter((_, index) => claims[index] === false);
  const arrived = copies.filter(({ draft }) => isSame(openDocument(draft), document));
  await Promise.all(arrived.map(localCopies.remove));
  const about = { revision: stored.revision, savedAt: stored.updatedAt };
  const session = createSession(document, { mode: "edit", ...about });
  return {
    session,
    saving: savingOf(session, isSame(toDraft(document), stored.draft as object)),
    found: createStore(() => ({ copy: copies.find((copy) => !arrived.includes(copy)) })),
  };
}
