import { FoundCopy } from "../saving/found-copy.tsx";
import type { LocalCopy } from "../saving/local-copy.ts";
import { useTexts } from "../texts/texts-context.ts";
import { Notice } from "../ui/notice.tsx";
import { VersionBanner } from "../versions/version-banner.tsx";
import { useNarrow } from "./use-narrow.ts";
import { useOnline } from "./use-online.ts";

type EditorNoticesProps = { readonly version: number | undefined; readonly found: LocalCopy | undefined };

/** What must be known of the flow as it is now, above it. */
export function EditorNotices({ version, found }: EditorNoticesProps) {
  const { offline, narrow } = useTexts().shell;
  const isOnline = useOnline();
  const isNarrow = useNarrow();
  return (
    <>
      {isOnline ? null : <Notice kind="warning">{offline}</Notice>}
      {version === undefined ? null : <VersionBanner version={version} />}
      {isNarrow ? <Notice kind="info">{narrow}</Notice> : null}
      {found === undefined || version !== undefined || isNarrow ? null : <FoundCopy copy={found} />}
    </>
  );
}
