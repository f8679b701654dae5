import type { VersionSummary } from "@parley/api";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useDraft } from "../saving/saving-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { useFlowSummary } from "./use-flow-summary.ts";
import { VersionChanges } from "./version-changes.tsx";
import styles from "./versions-panel.module.css";

const route = getRouteApi("/flows/$flowId");

type VersionEntryProps = { readonly version: VersionSummary; readonly before: number | undefined };

/** One version of the history; `before` is the one that it followed. */
export function VersionEntry({ version: about, before }: VersionEntryProps) {
  const { versions: t } = useTexts();
  const say = useSayTime();
  const { version, comment, createdAt, fromVersion } = about;
  const { flowId } = useDraft().session;
  const summary = useFlowSummary(flowId);
  const isShown = route.useSearch({ select: (search) => search.version === version });
  return (
    <li className={styles["entry"]} data-shown={isShown ? "" : undefined}>
      <div className={styles["head"]}>
        <strong className={styles["number"]}>{t.version(version)}</strong>
        {summary?.liveVersion === version ? (
          <span className={styles["badge"]} data-paused={summary.isPaused ? "" : undefined}>
            {summary.isPaused ? t.paused : t.live}
          </span>
        ) : null}
        <time className={styles["time"]} dateTime={new Date(createdAt).toISOString()}>
          {say(createdAt)}
        </time>
      </div>
      <p className={comment === "" ? styles["quiet"] : styles["comment"]}>{comment === "" ? t.noComment : comment}</p>
      {fromVersion === undefined ? null : <p className={styles["quiet"]}>{t.fromVersion(fromVersion)}</p>}
      {isShown ? (
        <p className={styles["quiet"]}>{t.opened}</p>
      ) : (
        <Link
          from="/flows/$flowId"
          to="."
          search={(search) => ({ ...search, version })}
          aria-label={`${t.open} ${t.version(version)}`}
        >
          {t.open}
        </Link>
      )}
      {before === undefined ? (
        <p className={styles["quiet"]}>{t.firstVersion}</p>
      ) : (
        <Disclosure title={t.changesSince(before)}>
          {() => <VersionChanges flowId={flowId} before={before} after={version} />}
        </Disclosure>
      )}
    </li>
  );
}
