import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { replaceDocument } from "../saving/replace-document.ts";
import { useDraft } from "../saving/saving-context.ts";
import { versionQuery, versionsQuery } from "../server/queries.ts";
import { useNarrow } from "../shell/use-narrow.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { showToast } from "../ui/toast.tsx";
import { RollBackDialog } from "./roll-back-dialog.tsx";

/** Says that a version is read in the draft's place, and what can be done with it. */
export function VersionBanner({ version }: { readonly version: number }) {
  const { versions: t, shell } = useTexts();
  const { session } = useDraft();
  const { flowId } = session;
  const say = useSayTime();
  const navigate = useNavigate({ from: "/flows/$flowId" });
  const { data: content } = useQuery(versionQuery(flowId, version));
  const about = useQuery(versionsQuery(flowId)).data?.find((one) => one.version === version);
  const [isAsking, setIsAsking] = useState(false);
  const isNarrow = useNarrow();

  const toDraft = () => navigate({ search: ({ version: _, ...search }) => search });
  const edit = async (): Promise<void> => {
    replaceDocument(session, content, t.editLabel(version));
    await toDraft();
    showToast(t.isDraftNow(version), { label: shell.undo, onChoose: session.editor.undo });
  };
  const time = about === undefined ? "" : say(about.createdAt);
  return (
    <Notice
      kind="info"
      actions={
        <>
          {isNarrow ? null : (
            <>
              <Button disabled={content === undefined} onClick={() => void edit()}>
                {t.banner.editAsDraft}
              </Button>
              <Button onClick={() => setIsAsking(true)}>{t.banner.rollBack}</Button>
            </>
          )}
          <Button kind="primary" onClick={() => void toDraft()}>
            {t.banner.back}
          </Button>
        </>
      }
    >
      {t.banner.text(version, time)}
      <RollBackDialog
        version={version}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onDone={() => void toDraft()}
      />
    </Notice>
  );
}
