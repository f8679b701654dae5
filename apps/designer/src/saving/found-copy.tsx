import { useState } from "react";
import { openDocument } from "../document/open-document.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Notice } from "../ui/notice.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { showToast } from "../ui/toast.tsx";
import { ChangesList } from "./changes-list.tsx";
import type { LocalCopy } from "./local-copy.ts";
import { useDraft } from "./saving-context.ts";
import { localCopies } from "./start-saving.ts";

/** Offers what was not saved when this flow was left. Nothing is lost until someone says so. */
export function FoundCopy({ copy }: { readonly copy: LocalCopy }) {
  const { found: t, conflictDialog } = useTexts().saving;
  const { session, saving, found } = useDraft();
  // What it would change is told against the draft as it was opened.
  const [opened] = useState(() => ({ stored: session.editor.document(), ...session.saving.getState() }));
  const time = useSayTime()(copy.at);

  const restore = (): void => {
    found.setState({ copy: undefined });
    void saving.restore(copy, t.label);
  };
  const discard = (): void => {
    found.setState({ copy: undefined });
    void localCopies.remove(copy).then(() => showToast(t.discarded));
  };
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
      <Disclosure title={t.compare}>
        {() => (
          <ChangesList before={opened.stored} after={openDocument(copy.draft)} none={conflictDialog.noDifferences} />
        )}
      </Disclosure>
    </Notice>
  );
}
