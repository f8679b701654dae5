import { useState } from "react";
import { openDocument } from "../document/open-document.ts";
import { useTexts } from "../texts/texts-context.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { sayTime } from "../ui/times.ts";
import { showToast } from "../ui/toast.tsx";
import { ChangesList } from "./changes-list.tsx";
import type { LocalCopy } from "./local-copy.ts";
import { useDraft } from "./saving-context.ts";
import { localCopies } from "./start-saving.ts";

/** Offers what was not saved when this flow was left. Nothing is lost until someone says so. */
export function FoundCopy({ copy }: { readonly copy: LocalCopy }) {
  const texts = useTexts();
  const { found: t, conflictDialog } = texts.saving;
  const { session, saving } = useDraft();
  const [isDone, setIsDone] = useState(false);
  // What it would change is told against the draft as it was opened.
  const [opened] = useState(() => ({ stored: session.editor.document(), ...session.saving.getState() }));
  if (isDone) return null;

  const restore = (): void => {
    setIsDone(true);
    void saving.restore(copy, t.label);
  };
  const discard = (): void => {
    setIsDone(true);
    void localCopies.remove(copy).then(() => showToast(t.discarded));
  };
  const time = sayTime(copy.at, Date.now(), texts.shell.locale);
  return (
    <Notice
      kind="warning"
      actions={
        <>
          <Button onClick={restore} kind="primary">
            {t.restore}
          </Button>
          <Button onClick={discard}>{t.discard}</Button>
        </>
      }
    >
      {copy.revision === opened.revision ? t.text(time) : t.behind(time)}
      <details>
        <summary>{t.compare}</summary>
        <ChangesList before={opened.stored} after={openDocument(copy.draft)} none={conflictDialog.noDifferences} />
      </details>
    </Notice>
  );
}
