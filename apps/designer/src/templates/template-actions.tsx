import { deleteTemplate, type TemplateView } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Copy, Trash2 } from "lucide-react";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { templatesQuery } from "../server/queries.ts";
import { ConfirmDialog } from "../shell/confirm-dialog.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { showToast } from "../ui/toast.tsx";
import { DuplicateDialog } from "./duplicate-dialog.tsx";
import { languageName } from "./languages.ts";

/** What can be done with a template as a whole. */
export function TemplateActions({ view: { appId, template, providerId } }: { readonly view: TemplateView }) {
  const { templates: t, shell } = useAreaTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"duplicate" | "delete">();
  const close = () => setAsked(undefined);
  const { name, language } = template;
  const remove = async (): Promise<void> => {
    await ask(deleteTemplate, { params: { appId, name, language } });
    // The page is left first: it has nothing to show once the template is gone from the list.
    await navigate({ to: "/templates", search: { app: appId }, ignoreBlocker: true });
    await client.invalidateQueries({ queryKey: templatesQuery(appId).queryKey });
    showToast(t.deleted(name));
  };
  return (
    <>
      <Button onClick={() => setAsked("duplicate")}>
        <Copy size={16} aria-hidden /> {t.duplicate}
      </Button>
      <Button kind="danger" onClick={() => setAsked("delete")}>
        <Trash2 size={16} aria-hidden /> {t.delete}
      </Button>
      <DuplicateDialog isOpen={asked === "duplicate"} onClose={close} appId={appId} template={template} />
      <ConfirmDialog
        isOpen={asked === "delete"}
        onClose={close}
        title={t.deleteTitle(name, languageName(language, shell.locale))}
        confirmLabel={t.deleteConfirm}
        onConfirm={remove}
      >
        <p>{providerId === undefined ? t.deleteDraft : t.deleteSubmitted}</p>
      </ConfirmDialog>
    </>
  );
}
