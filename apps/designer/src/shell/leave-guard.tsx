import { useBlocker } from "@tanstack/react-router";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** Asks before a page with unsaved changes is left, by a link, by going back, or by closing the tab. */
export function LeaveGuard({ isDirty }: { readonly isDirty: boolean }) {
  const { leave: t } = useTexts().shell;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Dialog
      isOpen={status === "blocked"}
      onClose={() => reset?.()}
      title={t.title}
      actions={
        <>
          <Button kind="danger" onClick={() => proceed?.()}>
            {t.discard}
          </Button>
          <Button kind="primary" onClick={() => reset?.()}>
            {t.stay}
          </Button>
        </>
      }
    >
      <p>{t.text}</p>
    </Dialog>
  );
}
