import type { TemplateView } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { templatesQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { filterTemplates } from "./filter-templates.ts";
import { TemplateFilters } from "./template-filters.tsx";
import type { TemplateSearch } from "./template-search.ts";
import { TemplateTable } from "./template-table.tsx";
import { useTemplateSearch } from "./use-template-search.ts";

type TemplateListProps = { readonly appId: string; readonly search: TemplateSearch };

/** The templates of an app that are looked for. */
export function TemplateList({ appId, search }: TemplateListProps) {
  const texts = useAreaTexts();
  const { data, error, isPending, refetch } = useQuery(templatesQuery(appId));
  if (data !== undefined) return <Found templates={data} search={search} />;
  if (isPending && error === null) return <ListSkeleton />;
  return (
    <EmptyState actions={<Button onClick={() => void refetch()}>{texts.shell.retry}</Button>}>
      {sentenceOf(error, texts)}
    </EmptyState>
  );
}

type FoundProps = { readonly templates: readonly TemplateView[]; readonly search: TemplateSearch };

function Found({ templates, search }: FoundProps) {
  const { templates: t } = useAreaTexts();
  const setSearch = useTemplateSearch();
  if (templates.length === 0) return <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>;
  const found = filterTemplates(templates, search);
  const clear = { q: undefined, status: undefined, category: undefined, language: undefined };
  return (
    <>
      <TemplateFilters templates={templates} search={search} />
      <p className="visually-hidden" role="status">
        {t.count(found.length)}
      </p>
      {found.length === 0 ? (
        <EmptyState actions={<Button onClick={() => setSearch(clear)}>{t.clear}</Button>}>{t.noMatch}</EmptyState>
      ) : (
        <TemplateTable templates={found} />
      )}
    </>
  );
}
