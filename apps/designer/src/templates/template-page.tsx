import type { TemplateView } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { appName } from "../apps/app-name.ts";
import { appsQuery, templatesQuery } from "../server/queries.ts";
import { AreaPage, failedOf, isMissing } from "../shell/area-page.tsx";
import { MissingPage } from "../shell/missing-page.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { languageName } from "./languages.ts";
import { TemplateActions } from "./template-actions.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { TemplateStanding } from "./template-standing.tsx";

const route = getRouteApi("/templates/$appId/$name/$language");

/** The page of a template: written, looked at, and submitted. */
export function TemplatePage() {
  const { appId, name, language } = route.useParams();
  const { templates: t, shell } = useAreaTexts();
  const query = useQuery(templatesQuery(appId));
  const { data: apps } = useQuery(appsQuery);
  const view = query.data?.find(({ template }) => template.name === name && template.language === language);
  const up = { label: t.title, link: { to: "/templates", search: { app: appId } } } as const;
  if (isMissing(query.error) || (query.data !== undefined && view === undefined))
    return <MissingPage said={t.missing} up={up} />;
  const app = apps?.find(({ id }) => id === appId);
  return (
    <AreaPage
      title={name}
      up={up}
      mark={view === undefined ? null : <TemplateStanding status={view.status} />}
      about={[languageName(language, shell.locale), ...(app === undefined ? [] : [appName(app)])].join(" · ")}
      failed={failedOf(query)}
      actions={view === undefined ? null : <TemplateActions view={view} />}
    >
      {query.isPending && query.error === null ? <ListSkeleton /> : null}
      {view === undefined ? null : <Shown key={`${appId} ${name} ${language}`} view={view} />}
    </AreaPage>
  );
}

function Shown({ view }: { readonly view: TemplateView }) {
  const { templates: t } = useAreaTexts();
  return (
    <>
      {view.reason === "" ? null : <p>{t.reason(view.reason)}</p>}
      <TemplateEditor view={view} />
    </>
  );
}
