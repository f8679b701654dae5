import { useNavigate } from "@tanstack/react-router";
import { type FlowFilter, flowFilters, type FlowSort, flowSorts } from "./filter-flows.ts";

/** What the address says of the list; what is as usual is left out. */
export type ListSearch = {
  readonly q?: string;
  readonly show?: FlowFilter;
  readonly sort?: FlowSort;
  readonly reversed?: true;
};

/** Reads the search parameters of the list's address. What does not fit is passed over: an old link still shows the list. */
export function readListSearch({ q, show, sort, reversed }: Readonly<Record<string, unknown>>): ListSearch {
  const filter = flowFilters.find((known) => known === show && known !== "all");
  const order = flowSorts.find((known) => known === sort && known !== "edited");
  return {
    ...(typeof q === "string" || typeof q === "number" ? { q: String(q) } : {}),
    ...(filter === undefined ? {} : { show: filter }),
    ...(order === undefined ? {} : { sort: order }),
    ...(reversed === true ? { reversed } : {}),
  };
}

/** Changes what the address says of the list, without a step in the history for each letter. */
export function useListSearch(): (change: Record<string, unknown>) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({ to: "/", search: (before) => readListSearch({ ...before, ...change }), replace: true });
}
