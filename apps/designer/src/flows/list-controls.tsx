import { useTexts } from "../texts/use-texts.ts";
import { SearchField } from "../ui/search-field.tsx";
import { type FlowFilter, flowFilters, type FlowSearch } from "./filter-flows.ts";
import styles from "./list-controls.module.css";
import { useListSearch } from "./list-search.ts";

type ListControlsProps = { readonly search: FlowSearch; readonly counts: Readonly<Record<FlowFilter, number>> };

/** Which flows are looked for. */
export function ListControls({ search, counts }: ListControlsProps) {
  const { flows: t } = useTexts();
  const setSearch = useListSearch();
  const filters = flowFilters.filter((filter) => filter === "all" || filter === search.filter || counts[filter] > 0);
  return (
    <div className={styles["controls"]}>
      <SearchField
        label={t.search}
        value={search.text}
        onChange={(text) => setSearch({ q: text === "" ? undefined : text })}
      />
      <fieldset className={styles["filters"]}>
        <legend className="visually-hidden">{t.filters}</legend>
        {filters.map((filter) => (
          <label key={filter} className={styles["filter"]}>
            <input
              type="radio"
              name="show"
              checked={filter === search.filter}
              onChange={() => setSearch({ show: filter })}
            />
            {t.filter[filter]} <span className={styles["count"]}>{counts[filter]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
