import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useStore } from "zustand";
import { toDraft } from "../document/open-document.ts";
import { createFlowFrom } from "../flows/create-flow.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { showToast } from "../ui/toast.tsx";
import { ChangesList } from "./changes-list.tsx";
import styles from "./conflict-dialog.module.css";
import { downloadDraft } from "./download-draft.ts";
import type { Conflict } from "./save-loop.ts";
import { useDraft } from "./saving-context.ts";

type ConflictDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Someone else saved meanwhile: lets a person choose, and loses neither side. */
export function ConflictDialog({ isOpen, onClose }: ConflictDialogProps) {
  const { conflictDialog: t } = useTexts().saving;
  const met = useStore(useDraft().saving.trouble, ({ conflict }) => conflict);
  return (
    <Dialog
      isOpen={isOpen && met !== undefined}
      onClose={onClose}
      title={t.title}
      actions={met === undefined ? null : <Choice onClose={onClose} />}
    >
      {met === undefined ? null : <Sides met={met} />}
    </Dialog>
  );
}

function Sides({ met }: { readonly met: Conflict }) {
  const { conflictDialog: t } = useTexts().saving;
  const say = useSayTime();
  const { flowId, editor } = useDraft().session;
  const mine = useStore(editor.store, ({ document }) => document);
  return (
    <>
      <p>{t.text(met.revision, say(met.updatedAt))}</p>
      <div className={styles["downloads"]}>
        <Button onClick={() => downloadDraft(flowId, toDraft(mine), "mine")}>
          <Download size={16} aria-hidden /> {t.yours}
        </Button>
        <Button onClick={() => downloadDraft(flowId, toDraft(met.theirs), `revision-${met.revision}`)}>
          <Download size={16} aria-hidden /> {t.theirs}
        </Button>
      </div>
      <h3 className={styles["heading"]}>{t.differences}</h3>
      <ChangesList before={met.theirs} after={mine} none={t.noDifferences} />
    </>
  );
}

function Choice({ onClose }: { readonly onClose: () => void }) {
  const { conflictDialog: t } = useTexts().saving;
  const { keepMine, takeTheirs, asNewFlow, isBusy } = useChoices(onClose);
  return (
    <>
      <Button kind="quiet" onClick={onClose}>
        {t.later}
      </Button>
      <Button disabled={isBusy} onClick={asNewFlow}>
        {t.asNewFlow}
      </Button>
      <Button disabled={isBusy} onClick={takeTheirs}>
        {t.takeTheirs}
      </Button>
      <Button kind="primary" disabled={isBusy} onClick={keepMine}>
        {t.keepMine}
      </Button>
    </>
  );
}

function useChoices(onClose: () => void) {
  const texts = useTexts();
  const { conflictDialog: t } = texts.saving;
  const { session, saving } = useDraft();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation({
    mutationFn: (choose: () => Promise<void>) => choose(),
    onSuccess: onClose,
    onError: (error) => showToast(sentenceOf(error, texts)),
  });
  const showCopies = () => ({
    label: t.show,
    onChoose: () => session.view.setState({ panel: "versions" }),
  });

  const keepMine = async (): Promise<void> => {
    const revision = saving.trouble.getState().conflict?.revision ?? 0;
    await saving.keepMine();
    if (!saving.isUnsaved()) showToast(t.keptTheirs(revision), showCopies());
  };
  const takeTheirs = async (): Promise<void> => {
    await saving.takeTheirs();
    showToast(t.keptMine, showCopies());
  };
  const asNewFlow = async (): Promise<void> => {
    const mine = toDraft(session.editor.document());
    const { id, name } = await createFlowFrom(client, mine, t.copyName(mine.name));
    await saving.takeTheirs();
    showToast(t.newFlow(name), {
      label: t.openNew,
      onChoose: () => void navigate({ to: "/flows/$flowId", params: { flowId: id } }),
    });
  };
  return {
    isBusy: isPending,
    keepMine: () => mutate(keepMine),
    takeTheirs: () => mutate(takeTheirs),
    asNewFlow: () => mutate(asNewFlow),
  };
}
