import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sentenceOf } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormError } from "../ui/form.tsx";

type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  /** Does it. Where that fails the dialog stays open and says why. */
  readonly onConfirm: () => Promise<void>;
};

/** Asks before something is done that cannot be undone. */
export function ConfirmDialog({ isOpen, onClose, title, children, confirmLabel, onConfirm }: ConfirmDialogProps) {
  const texts = useTexts();
  const { mutate, error, isPending, reset } = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
  const close = (): void => {
    reset();
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={title}
      actions={
        <>
          <Button onClick={close}>{texts.shell.cancel}</Button>
          <Button kind="danger" disabled={isPending} onClick={() => mutate()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      {error === null ? null : <FormError>{sentenceOf(error, texts)}</FormError>}
    </Dialog>
  );
}
