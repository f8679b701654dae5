import { useState } from "react";
import { useDraft } from "../saving/saving-context.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { CommentField } from "./comment-field.tsx";
import { useMakeLive } from "./use-version-actions.ts";

type RollBackDialogProps = {
  readonly version: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Makes the content of an older version live again, as a new version. */
export function RollBackDialog({ version, isOpen, onClose, onDone }: RollBackDialogProps) {
  const texts = useTexts();
  const { rollBack: t, makeLive } = texts.versions;
  const { mutate, error, isPending, reset } = useMakeLive(useDraft().session.flowId);
  const [comment, setComment] = useState<string>(t.defaultComment(version));
  const close = (): void => {
    reset();
    onClose();
  };
  const rollBack = (): void =>
    mutate(
      { fromVersion: version, comment },
      {
        onSuccess: () => {
          close();
          onDone();
        },
      },
    );
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t.title(version)}
      actions={
        <>
          <Button onClick={close}>{texts.shell.cancel}</Button>
          <Button kind="primary" disabled={isPending} onClick={rollBack}>
            {isPending ? makeLive.working : t.confirm}
          </Button>
        </>
      }
    >
      <p>{t.text(version)}</p>
      <CommentField value={comment} onChange={setComment} />
      {error === null ? null : <p role="alert">{makeLive.failed(sentenceOf(error, texts))}</p>}
    </Dialog>
  );
}
