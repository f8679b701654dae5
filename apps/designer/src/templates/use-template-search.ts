import { useNavigate } from "@tanstack/react-router";
import { readTemplateSearch, type TemplateSearch } from "./template-search.ts";

/** Changes what the address says of the list, without a step in the history for each letter. */
export function useTemplateSearch(): (change: { readonly [Key in keyof TemplateSearch]: string | undefined }) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: "/templates",
      search: (before) => readTemplateSearch({ ...before, ...change }),
      replace: true,
    });
}
