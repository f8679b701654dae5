import { type AppView, deleteApp } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask } from "../server/ask.ts";
import { appsQuery } from "../server/queries.ts";
import { DeleteSection } from "../shell/delete-section.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { showToast } from "../ui/toast.tsx";
import { appName } from "./app-name.ts";

/** Deletes an app, once that was asked. */
export function DeleteApp({ app }: { readonly app: AppView }) {
  const { app: t } = useAreaTexts().apps;
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    await ask(deleteApp, { params: { appId: app.id } });
    // The page is left first: it has nothing to show once the app is gone from the list.
    await navigate({ to: "/apps", ignoreBlocker: true });
    await client.invalidateQueries({ queryKey: appsQuery.queryKey, exact: true });
    showToast(t.deleted(appName(app)));
  };
  return (
    <DeleteSection
      title={t.delete}
      about={t.deleteAbout}
      question={t.deleteTitle(appName(app))}
      warning={t.deleteText}
      onDelete={remove}
    />
  );
}
