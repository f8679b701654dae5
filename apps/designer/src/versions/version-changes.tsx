import { useQuery } from "@tanstack/react-query";
import type { FlowDocument } from "../document/flow-document.ts";
import { openDocument } from "../document/open-document.ts";
import { ChangesList } from "../saving/changes-list.tsx";
import { versionQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Skeleton } from "../ui/skeleton.tsx";

type Sides = { readonly flowId: string; readonly before: number; readonly after: number | FlowDocument };

/** What is different between a version and a later one, or the draft. */
export function VersionChanges({ flowId, before, after }: Sides) {
  const texts = useTexts();
  const older = useQuery(versionQuery(flowId, before));
  const newer = useQuery({
    ...versionQuery(flowId, typeof after === "number" ? after : 0),
    enabled: typeof after === "number",
  });
  const error = older.error ?? newer.error;
  const to = typeof after === "number" ? newer.data : after;
  if (error !== null) return <p role="alert">{sentenceOf(error, texts)}</p>;
  if (older.data === undefined || to === undefined) return <Skeleton width={200} />;
  return <ChangesList before={openDocument(older.data)} after={openDocument(to)} none={texts.versions.noChanges} />;
}
