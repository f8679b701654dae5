import { type AppView, deleteApp } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { appsQuery } from "../server/queries.ts";
import { ConfirmDialog } from "../shell/confirm-dialog.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { showToast } from "../ui/toast.tsx";
import { appName } from "./app-name.ts";

/** Deletes an app, once that was asked. */
export function DeleteApp({ app }: { readonly app: AppView }) {
  const { app: t } = useAreaTexts().apps;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const remove = async (): Promise<void> => {
    await ask(deleteApp, { params: { appId: app.id } });
    // The page is left first: it has nothing to show once the app is gone from the list.
    await navigate({ to: "/apps", ignoreBlocker: true });
    await client.invalidateQueries({ queryKey: appsQuery.queryKey, exact: true });
    showToast(t.deleted(appName(app)));
  };
  return (
    <Section
      title={t.delete}
      about={t.deleteAbout}
      actions={
        <Button kind="danger" onClick={() => setIsAsking(true)}>
          {t.delete}
        </Button>
      }
    >
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t.deleteTitle(appName(app))}
        confirmLabel={t.delete}
        onConfirm={remove}
      >
        <p>{t.deleteText}</p>
      </ConfirmDialog>
    </Section>
  );
}
