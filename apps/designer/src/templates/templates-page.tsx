import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { appsQuery } from "../server/queries.ts";
import { AreaPage, failedOf } from "../shell/area-page.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { AppSelect } from "./app-select.tsx";
import { NewTemplateDialog } from "./new-template-dialog.tsx";
import { SyncButton } from "./sync-button.tsx";
import { TemplateList } from "./template-list.tsx";
import { useTemplateSearch } from "./use-template-search.ts";

const route = getRouteApi("/templates");

/** The registry of an app's templates. */
export function TemplatesPage() {
  const { templates: t } = useAreaTexts();
  const search = route.useSearch();
  const setSearch = useTemplateSearch();
  const apps = useQuery(appsQuery);
  const [isCreating, setIsCreating] = useState(false);
  const app = apps.data?.find(({ id }) => id === search.app) ?? apps.data?.[0];
  return (
    <AreaPage
      title={t.title}
      about={t.about}
      failed={failedOf(apps)}
      actions={
        app === undefined ? null : (
          <>
            <SyncButton key={app.id} appId={app.id} />
            <Button kind="primary" onClick={() => setIsCreating(true)}>
              <Plus size={16} aria-hidden /> {t.new}
            </Button>
          </>
        )
      }
    >
      {apps.isPending && apps.error === null ? <ListSkeleton /> : null}
      {apps.data?.length === 0 ? (
        <EmptyState title={t.noApp.title} actions={<ButtonLink to="/apps">{t.noApp.action}</ButtonLink>}>
          {t.noApp.text}
        </EmptyState>
      ) : null}
      {app === undefined ? null : (
        <>
          <AppSelect apps={apps.data ?? []} appId={app.id} onChange={(id) => setSearch({ app: id })} />
          <TemplateList key={app.id} appId={app.id} search={search} />
          <NewTemplateDialog isOpen={isCreating} onClose={() => setIsCreating(false)} appId={app.id} />
        </>
      )}
    </AreaPage>
  );
}
