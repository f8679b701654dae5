import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { FlowSearch } from "./filter-flows.ts";
import { useListSearch } from "./list-search.ts";

/** There is no flow at all. */
export function EmptyList() {
  const { empty } = useTexts().flows;
  return <EmptyState title={empty.title}>{empty.text}</EmptyState>;
}

/** There are flows, and none that is looked for. */
export function NothingFound({ search }: { readonly search: FlowSearch }) {
  const { flows: t } = useTexts();
  const setSearch = useListSearch();
  const isBin = search.filter === "bin" && search.text === "";
  return (
    <EmptyState actions={<Button onClick={() => setSearch({ q: undefined, show: undefined })}>{t.clearSearch}</Button>}>
      {isBin ? t.emptyBin : search.text === "" ? t.noneSuch : t.noMatch(search.text)}
    </EmptyState>
  );
}
