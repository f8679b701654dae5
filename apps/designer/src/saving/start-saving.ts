import { storedDrafts } from "../server/stored-drafts.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { claimCopy } from "./live-copies.ts";
import { browserCopies } from "./local-copy.ts";
import type { SavingClock } from "./save-loop.ts";
import { createSaving, type Saving } from "./saving.ts";

/** The copies on this device. */
export const localCopies = browserCopies(Date.now);

/** What is still on its way after its page was left, by flow. */
const departing = new Map<string, Promise<void>>();

const copyIds = new WeakMap<Saving, string>();

const clock: SavingClock = {
  now: Date.now,
  wakeAt: (at, wake) => {
    const timer = setTimeout(wake, Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  },
};

/** How a session is saved to the server, once it is started. `canPatch` says that the stored draft has every field that a patch may name. */
export function savingOf(session: FlowSession, canPatch: boolean): Saving {
  const copyId = crypto.randomUUID();
  const newId = (): string => crypto.randomUUID();
  const saving = createSaving(
    session,
    { canPatch },
    { server: storedDrafts, copies: localCopies, copyId, newId, ...clock },
  );
  copyIds.set(saving, copyId);
  return saving;
}

/** Saves from now on, until what it returns is called: an effect of the page. What is unsaved then still goes its way. */
export function startSaving({ flowId }: FlowSession, saving: Saving): () => void {
  saving.start();
  const release = claimCopy(copyIds.get(saving) ?? "");
  const stopWatching = watchPage(saving);
  return () => {
    stopWatching();
    const gone = saving.stop().then(release);
    departing.set(flowId, gone);
    void gone.then(() => (departing.get(flowId) === gone ? departing.delete(flowId) : undefined));
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
