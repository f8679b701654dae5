import type { FlowIssue } from "@parley/flow";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { closeOverlay, useOverlay } from "../actions/overlays.ts";
import { checkDocument } from "../document/problems.ts";
import { factsOf } from "../problems/facts.ts";
import { useDraft } from "../saving/saving-context.ts";
import { versionsQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { CommentField } from "./comment-field.tsx";
import { IssueList } from "./issue-list.tsx";
import styles from "./make-live-dialog.module.css";
import { useFlowSummary } from "./use-flow-summary.ts";
import { useMakeLive } from "./use-version-actions.ts";
import { VersionChanges } from "./version-changes.tsx";

/** Makes the draft live: after the checks, and with what it changes in words. */
export function MakeLiveDialog() {
  const session = useSession();
  const { makeLive: t } = useTexts().versions;
  const isOpen = useOverlay() === "make-live";
  const close = () => closeOverlay(session, "make-live");
  return (
    <Dialog isOpen={isOpen} onClose={close} title={t.title}>
      {isOpen ? <MakeLive onClose={close} /> : null}
    </Dialog>
  );
}

function MakeLive({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts();
  const { makeLive: t } = texts.versions;
  const { session } = useDraft();
  const saved = useSaved();
  const document = useStore(session.editor.store, (state) => state.document);
  const { data: versions } = useQuery(versionsQuery(session.flowId));
  const { mutate, error, isPending } = useMakeLive(session.flowId);
  const [comment, setComment] = useState("");
  const issues = checkDocument(document, useStore(factsOf(session)));
  const errors = issues.filter(({ severity }) => severity === "error");
  if (saved === undefined || versions === undefined) return <p role="status">{t.checking}</p>;

  const canGo = saved && errors.length === 0;
  const order = { revision: session.saving.getState().revision, appIds: versions[0]?.appIds ?? null, comment };
  return (
    <>
      {saved ? null : <p role="alert">{t.unsaved}</p>}
      <Findings issues={issues} onClose={onClose} />
      {canGo ? (
        <>
          <Changes newest={versions[0]?.version} />
          <CommentField value={comment} onChange={setComment} />
        </>
      ) : null}
      {error === null ? null : <p role="alert">{t.failed(sentenceOf(error, texts))}</p>}
      <div className={styles["actions"]}>
        <Button onClick={onClose}>{texts.shell.cancel}</Button>
        <Button kind="primary" disabled={!canGo || isPending} onClick={() => mutate(order, { onSuccess: onClose })}>
          {isPending ? t.working : t.confirm}
        </Button>
      </div>
    </>
  );
}

/** Whether the server has all of the draft; absent while that is being seen to. */
function useSaved(): boolean | undefined {
  const { saving } = useDraft();
  const [isSaved, setIsSaved] = useState<boolean>();
  useEffect(() => {
    let isGone = false;
    void saving.saveNow().then((saved) => (isGone ? undefined : setIsSaved(saved)));
    return () => {
      isGone = true;
    };
  }, [saving]);
  return isSaved;
}

function Findings({ issues, onClose }: { readonly issues: readonly FlowIssue[]; readonly onClose: () => void }) {
  const { makeLive: t } = useTexts().versions;
  const errors = issues.filter(({ severity }) => severity === "error");
  const warnings = issues.filter(({ severity }) => severity === "warning");
  if (issues.length === 0) return <p>{t.noProblems}</p>;
  return (
    <>
      {errors.length === 0 ? null : <IssueList title={t.errors(errors.length)} issues={errors} onLeave={onClose} />}
      {warnings.length === 0 ? null : (
        <IssueList title={t.warnings(warnings.length)} issues={warnings} onLeave={onClose} />
      )}
    </>
  );
}

function Changes({ newest }: { readonly newest: number | undefined }) {
  const { makeLive: t } = useTexts().versions;
  const { flowId, editor } = useDraft().session;
  const draft = useStore(editor.store, ({ document }) => document);
  const { isPaused = false, liveConversations = 0 } = useFlowSummary(flowId) ?? {};
  if (newest === undefined) return <p>{t.first}</p>;
  return (
    <section>
      <h3 className={styles["heading"]}>{t.since(newest)}</h3>
      <VersionChanges flowId={flowId} before={newest} after={draft} />
      {liveConversations === 0 ? null : <p className={styles["quiet"]}>{t.running(liveConversations)}</p>}
      {isPaused ? <p className={styles["quiet"]}>{t.isPaused}</p> : null}
    </section>
  );
}
