import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Download, Trash2 } from "lucide-react";
import { copiesQuery } from "../saving/copies-query.ts";
import { downloadDraft } from "../saving/download-draft.ts";
import type { LocalCopy } from "../saving/local-copy.ts";
import { replaceDocument } from "../saving/replace-document.ts";
import { useDraft } from "../saving/saving-context.ts";
import { localCopies } from "../saving/start-saving.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { showToast } from "../ui/toast.tsx";
import styles from "./versions-panel.module.css";

/** The sides of conflicts that were not taken: on this device, until someone deletes them or they are old. */
export function KeptCopies() {
  const { copies: t } = useTexts().saving;
  const { flowId } = useDraft().session;
  const { data: copies = [] } = useQuery(copiesQuery(flowId));
  const kept = copies.filter(({ kind }) => kind !== "unsaved");
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="kept-copies">
      <h3 id="kept-copies" className={styles["heading"]}>
        {t.title}
      </h3>
      <ul className={styles["list"]}>
        {kept.map((copy) => (
          <KeptCopy key={copy.id} copy={copy} />
        ))}
      </ul>
    </section>
  );
}

function KeptCopy({ copy }: { readonly copy: LocalCopy }) {
  const { saving, shell } = useTexts();
  const t = saving.copies;
  const say = useSayTime();
  const draft = useDraft();
  const { mode } = useSession();
  const client = useQueryClient();
  const { flowId, kind, revision, at, draft: content } = copy;
  const about = t.about(revision, say(at));
  const refresh = () => client.invalidateQueries(copiesQuery(flowId));
  const use = (): void => {
    replaceDocument(draft.session, content, t.label);
    showToast(t.restored, { label: shell.undo, onChoose: draft.session.editor.undo });
  };
  return (
    <li className={styles["entry"]}>
      <strong>{t.kinds[kind]}</strong>
      <p className={styles["quiet"]}>{about}</p>
      <div className={styles["buttons"]}>
        {mode === "edit" ? <Button onClick={use}>{t.restore}</Button> : null}
        <IconButton
          label={`${shell.download}: ${about}`}
          onClick={() => downloadDraft(flowId, content, `copy-${revision}`)}
        >
          <Download size={16} aria-hidden />
        </IconButton>
        <IconButton label={`${t.remove}: ${about}`} onClick={() => void localCopies.remove(copy).then(refresh)}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
