import { Suspense } from "react";
import { useStore } from "zustand";
import { useDraft } from "../saving/saving-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useNarrow } from "./use-narrow.ts";
import { useOnline } from "./use-online.ts";
import { later } from "../ui/later.ts";

// Most flows are opened without any of these.
const FoundCopy = later(async () => (await import("../saving/found-copy.tsx")).FoundCopy);
const VersionBanner = later(async () => (await import("../versions/version-banner.tsx")).VersionBanner);

type EditorNoticesProps = { readonly version: number | undefined };

/** What must be known of the flow as it is now, above it. */
export function EditorNotices({ version }: EditorNoticesProps) {
  const found = useStore(useDraft().found, ({ copy }) => copy);
  const { narrow } = useTexts().shell;
  const isNarrow = useNarrow();
  return (
    <Suspense>
      <Connection />
      {version === undefined ? null : <VersionBanner version={version} />}
      {isNarrow ? <Notice kind="info">{narrow}</Notice> : null}
      {found === undefined || version !== undefined || isNarrow ? null : <FoundCopy copy={found} />}
    </Suspense>
  );
}

/** Says why nothing is saved, where that is no fault of the flow's. */
function Connection() {
  const { shell, saving: t } = useTexts();
  const { session, saving } = useDraft();
  const isOnline = useOnline();
  const isAway = useStore(session.saving, ({ status, reason }) => status === "offline" && reason === undefined);
  const isSignedOut = useStore(saving.trouble, (trouble) => trouble.isSignedOut);
  const tryNow = <Button onClick={() => void saving.saveNow()}>{t.tryNow}</Button>;
  if (!isOnline) return <Notice kind="warning">{shell.offline}</Notice>;
  if (isAway) {
    return (
      <Notice kind="warning" actions={tryNow}>
        {shell.serverAway}
      </Notice>
    );
  }
  if (!isSignedOut) return null;
  return (
    <Notice
      kind="warning"
      actions={
        <>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {shell.signIn.title}
          </a>
          {tryNow}
        </>
      }
    >
      {shell.signedOut}
    </Notice>
  );
}
