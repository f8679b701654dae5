import { useQuery } from "@tanstack/react-query";
import { useStore } from "zustand";
import { CirclePause, CirclePlay } from "lucide-react";
import { useDraft } from "../saving/saving-context.ts";
import { versionsQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useNarrow } from "../shell/use-narrow.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { Button } from "../ui/button.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { KeptCopies } from "./kept-copies.tsx";
import { useFlowSummary } from "./use-flow-summary.ts";
import { usePause } from "./use-version-actions.ts";
import { VersionChanges } from "./version-changes.tsx";
import { VersionEntry } from "./version-entry.tsx";
import styles from "./versions-panel.module.css";

/** The history of a flow: what is live, what was, and what changed between them. */
export function VersionsPanel() {
  const texts = useTexts();
  const t = texts.versions;
  const { flowId } = useDraft().session;
  const { data: versions, error, refetch } = useQuery(versionsQuery(flowId));
  if (error !== null) {
    return (
      <div className={styles["panel"]}>
        <p role="alert">{sentenceOf(error, texts)}</p>
        <Button onClick={() => void refetch()}>{texts.shell.retry}</Button>
      </div>
    );
  }
  return (
    <div className={styles["panel"]}>
      <Pausing />
      {versions === undefined ? <Skeleton width={220} /> : null}
      {versions?.length === 0 ? <p>{t.none}</p> : null}
      <ol className={styles["list"]} aria-label={t.list}>
        {versions?.[0] === undefined ? null : <DraftEntry newest={versions[0].version} />}
        {versions?.map((version, index) => (
          <VersionEntry key={version.version} version={version} before={versions[index + 1]?.version} />
        ))}
      </ol>
      <KeptCopies />
    </div>
  );
}

function Pausing() {
  const { versions: t } = useTexts();
  const { flowId } = useDraft().session;
  const summary = useFlowSummary(flowId);
  const { setPaused, isBusy } = usePause(flowId);
  const isNarrow = useNarrow();
  if (summary?.liveVersion === undefined) return null;
  const Icon = summary.isPaused ? CirclePlay : CirclePause;
  return (
    <div className={styles["pausing"]}>
      {summary.isPaused ? <p>{t.pausedText}</p> : null}
      {isNarrow ? null : (
        <Button disabled={isBusy} onClick={() => setPaused(!summary.isPaused)}>
          <Icon size={16} aria-hidden /> {summary.isPaused ? t.resume : t.pause}
        </Button>
      )}
    </div>
  );
}

function DraftEntry({ newest }: { readonly newest: number }) {
  const { versions: t } = useTexts();
  const { editor, flowId } = useDraft().session;
  const draft = useStore(editor.store, ({ document }) => document);
  return (
    <li className={styles["entry"]}>
      <div className={styles["head"]}>
        <strong className={styles["number"]}>{t.draft}</strong>
      </div>
      <Disclosure title={t.changesSince(newest)}>
        {() => <VersionChanges flowId={flowId} before={newest} after={draft} />}
      </Disclosure>
    </li>
  );
}
