import type { TemplateView } from "@parley/api";
import { templateCategories, templateStatuses } from "@parley/messaging";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Select } from "../ui/field.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { languageName } from "./languages.ts";
import styles from "./template-filters.module.css";
import type { TemplateSearch } from "./template-search.ts";
import { useTemplateSearch } from "./use-template-search.ts";

type TemplateFiltersProps = { readonly templates: readonly TemplateView[]; readonly search: TemplateSearch };

/** Which templates are looked for: by words, and by what there is of each kind. */
export function TemplateFilters({ templates, search }: TemplateFiltersProps) {
  const { templates: t, shell } = useAreaTexts();
  const setSearch = useTemplateSearch();
  const statuses = templateStatuses.filter(
    (one) => one === search.status || templates.some(({ status }) => status === one),
  );
  const categories = templateCategories.filter(
    (one) => one === search.category || templates.some(({ template }) => template.category === one),
  );
  const languages = [...new Set(templates.map(({ template }) => template.language))].toSorted();
  const filters = [
    { name: "status", options: statuses.map((value) => ({ value, label: t.status[value] })) },
    { name: "category", options: categories.map((value) => ({ value, label: t.category[value] })) },
    {
      name: "language",
      options: languages.map((value) => ({ value, label: languageName(value, shell.locale) })),
    },
  ] as const;
  return (
    <div className={styles["filters"]}>
      <SearchField
        label={t.search}
        value={search.q ?? ""}
        onChange={(q) => setSearch({ q: q === "" ? undefined : q })}
      />
      {filters.map(({ name, options }) => (
        <label key={name} className={styles["filter"]}>
          {t.filters[name]}
          <Select
            options={[{ value: "", label: t.filters.all }, ...options]}
            value={search[name] ?? ""}
            onChange={(event) => setSearch({ [name]: event.target.value === "" ? undefined : event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
