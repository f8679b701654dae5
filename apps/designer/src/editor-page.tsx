import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { openDocument, toDraft } from "./document/open-document.ts";
import { useFacts } from "./problems/use-facts.ts";
import { watchProblemsLater } from "./problems/watch-problems-later.ts";
import { downloadDraft } from "./saving/download-draft.ts";
import { openDraft, type OpenedDraft } from "./saving/open-draft.ts";
import { DraftProvider, useDraft } from "./saving/saving-context.ts";
import { startSaving } from "./saving/start-saving.ts";
import { versionQuery } from "./server/queries.ts";
import { createSession, type FlowSession } from "./session/flow-session.ts";
import { SessionProvider } from "./session/session-context.ts";
import { Broken } from "./shell/broken.tsx";
import { EditorFrame } from "./shell/editor-frame.tsx";
import { LoadFailed, Loading } from "./shell/load-states.tsx";
import { useNarrow } from "./shell/use-narrow.ts";
import { useTexts } from "./texts/use-texts.ts";

const route = getRouteApi("/flows/$flowId");

/** The page of one flow: its draft to be edited, or one of its versions to be read. */
export function EditorPage() {
  const { flowId } = route.useParams();
  return <FlowPage key={flowId} flowId={flowId} />;
}

function FlowPage({ flowId }: { readonly flowId: string }) {
  const { flowNotFound: t, notFound } = useTexts().shell;
  const { data, error, refetch } = useQuery({
    queryKey: ["open", flowId],
    queryFn: ({ signal }) => openDraft(flowId, signal),
    // What is edited is not a copy of what the server has: it is opened once, and lives as long as this page.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  });
  if (data !== undefined) return <OpenFlow opened={data} />;
  if (error === null) return <Loading />;
  return (
    <LoadFailed error={error} onRetry={() => void refetch()} missing={{ title: t.title, text: t.text(flowId) }}>
      <Link to="/">{notFound.toList}</Link>
    </LoadFailed>
  );
}

function OpenFlow({ opened }: { readonly opened: OpenedDraft }) {
  const { session, saving } = opened;
  const version = route.useSearch({ select: (search) => search.version });
  useEffect(() => startSaving(session, saving), [session, saving]);
  useFacts(session);
  useEffect(() => watchProblemsLater(session), [session]);
  return (
    <Broken onSave={() => downloadDraft(session.flowId, toDraft(session.editor.document()), "copy")}>
      <DraftProvider value={opened}>
        {version === undefined ? (
          <Shown session={session} version={undefined} />
        ) : (
          <OpenVersion key={version} version={version} />
        )}
      </DraftProvider>
    </Broken>
  );
}

function OpenVersion({ version }: { readonly version: number }) {
  const { versionNotFound: t } = useTexts().shell;
  const { flowId } = useDraft().session;
  const { data, error, refetch } = useQuery(versionQuery(flowId, version));
  const session = useMemo(
    () => (data === undefined ? undefined : createSession(openDocument(data), { mode: "read", revision: 0 })),
    [data],
  );
  useEffect(() => (session === undefined ? undefined : watchProblemsLater(session)), [session]);
  if (session !== undefined) return <Shown session={session} version={version} />;
  if (error === null) return <Loading />;
  return (
    <LoadFailed error={error} onRetry={() => void refetch()} missing={{ title: t.title, text: t.text(version) }}>
      <Link to="/flows/$flowId" params={{ flowId }}>
        {t.toDraft}
      </Link>
    </LoadFailed>
  );
}

type ShownProps = { readonly session: FlowSession; readonly version: number | undefined };

/** A narrow window is for reading: it has the same session, in which nothing offers to change anything. */
function Shown({ session, version }: ShownProps) {
  const isNarrow = useNarrow();
  const shown = useMemo<FlowSession>(() => (isNarrow ? { ...session, mode: "read" } : session), [session, isNarrow]);
  return (
    <SessionProvider value={shown}>
      <EditorFrame key={shown.mode} version={version} />
    </SessionProvider>
  );
}
