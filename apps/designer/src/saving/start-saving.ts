import type { FlowSession } from "../session/flow-session.ts";
import { storedDrafts } from "../server/stored-drafts.ts";
import { claimCopy } from "./live-copies.ts";
import { browserCopies } from "./local-copy.ts";
import { createSaving, type Saving } from "./saving.ts";

/** The copies on this device. */
export const localCopies = browserCopies(Date.now);

/** What is still on its way after its page was left, by flow. */
const departing = new Map<string, Promise<void>>();

/**
 * Saves a session to the server from now on, until what it returns as `stop` is called: changes go in pauses, and are kept on this device until the
 * server has them. `canPatch` says that the stored draft has every field that a patch may name.
 */
export function startSaving(session: FlowSession, canPatch: boolean): Saving {
  const copyId = crypto.randomUUID();
  const release = claimCopy(copyId);
  const saving = createSaving(
    session,
    { canPatch },
    {
      server: storedDrafts,
      copies: localCopies,
      now: Date.now,
      wakeAt: (at, wake) => {
        const timer = setTimeout(wake, Math.max(0, at - Date.now()));
        return () => clearTimeout(timer);
      },
      copyId,
      newId: () => crypto.randomUUID(),
    },
  );
  const stopWatching = watchPage(saving);
  return {
    ...saving,
    stop: async () => {
      stopWatching();
      const stopped = saving.stop();
      departing.set(session.flowId, stopped);
      await stopped;
      release();
      if (departing.get(session.flowId) === stopped) departing.delete(session.flowId);
    },
  };
}

/** When nothing of a flow is on its way any more that was changed on a page before this one. */
export async function hasDeparted(flowId: string): Promise<void> {
  await departing.get(flowId);
}

/** What happens to the page: it may go, be hidden, or be online again. */
function watchPage(saving: Saving): () => void {
  const ask = (event: BeforeUnloadEvent): void => {
    if (saving.isUnsaved()) event.preventDefault();
  };
  const hide = (): void => {
    if (document.visibilityState === "hidden") saving.leave();
  };
  const online = (): void => void saving.saveNow();
  window.addEventListener("beforeunload", ask);
  window.addEventListener("pagehide", saving.leave);
  window.addEventListener("online", online);
  document.addEventListener("visibilitychange", hide);
  return () => {
    window.removeEventListener("beforeunload", ask);
    window.removeEventListener("pagehide", saving.leave);
    window.removeEventListener("online", online);
    document.removeEventListener("visibilitychange", hide);
  };
}
