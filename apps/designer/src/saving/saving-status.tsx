import { Check, CloudAlert, CloudOff, LoaderCircle, PencilLine, TriangleAlert } from "lucide-react";
import { useStore } from "zustand";
import type { SavingState } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { useDraft } from "./saving-context.ts";
import styles from "./saving-status.module.css";

const icons = {
  saved: Check,
  unsaved: PencilLine,
  saving: LoaderCircle,
  offline: CloudOff,
  conflict: TriangleAlert,
  failed: CloudAlert,
} as const satisfies Record<SavingState["status"], typeof Check>;

/** How saving stands, in words, and what can be done where it does not. */
export function SavingStatus({ onResolve }: { readonly onResolve: () => void }) {
  const texts = useTexts();
  const { session, saving } = useDraft();
  const state = useStore(session.saving);
  const said = saying(state, texts, useSayTime());
  const Icon = icons[state.status];
  const canTry = state.status === "offline" || state.status === "failed";
  return (
    <div className={styles["status"]} data-status={state.status}>
      <Icon size={14} aria-hidden />
      <span role="status" aria-live="polite" className={styles["text"]} title={said}>
        {said}
      </span>
      {state.status === "conflict" ? <Button onClick={onResolve}>{texts.saving.resolve}</Button> : null}
      {canTry ? <Button onClick={() => void saving.saveNow()}>{texts.saving.tryNow}</Button> : null}
    </div>
  );
}

function saying(state: SavingState, { saving: t }: Texts, say: (at: number) => string): string {
  const { status, revision, savedAt, reason } = state;
  switch (status) {
    case "saved":
      return t.saved(savedAt === undefined ? undefined : say(savedAt), revision);
    case "offline":
      return reason === undefined ? t.offline : t.retrying(reason);
    case "failed":
      return t.failed(reason ?? "");
    case "unsaved":
    case "saving":
    case "conflict":
      return t[status];
  }
}
