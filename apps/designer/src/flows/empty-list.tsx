import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import type { FlowSearch } from "./filter-flows.ts";
import styles from "./flow-list.module.css";
import { useListSearch } from "./list-search.ts";

/** There is no flow at all. */
export function EmptyList() {
  const { empty } = useTexts().flows;
  return (
    <div className={styles["empty"]}>
      <h2 className={styles["empty-title"]}>{empty.title}</h2>
      <p>{empty.text}</p>
    </div>
  );
}

/** There are flows, and none that is looked for. */
export function NothingFound({ search }: { readonly search: FlowSearch }) {
  const { flows: t } = useTexts();
  const setSearch = useListSearch();
  const isBin = search.filter === "bin" && search.text === "";
  return (
    <div className={styles["empty"]}>
      <p>{isBin ? t.emptyBin : search.text === "" ? t.noneSuch : t.noMatch(search.text)}</p>
      <Button onClick={() => setSearch({ q: undefined, show: undefined })}>{t.clearSearch}</Button>
    </div>
  );
}
