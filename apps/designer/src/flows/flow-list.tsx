import type { FlowSummary } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { flowsQuery } from "../server/queries.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { AreaPage, failedOf } from "../shell/area-page.tsx";
import { countFlows, filterFlows, type FlowSearch } from "./filter-flows.ts";
import { EmptyList, NothingFound } from "./empty-list.tsx";
import { FlowTable } from "./flow-table.tsx";
import { ImportFlow } from "./import-flow.tsx";
import { ListControls } from "./list-controls.tsx";
import { NewFlowDialog } from "./new-flow-dialog.tsx";
import { Welcome } from "./welcome.tsx";

const route = getRouteApi("/");

/** All flows: found, sorted, made, brought in and put away. */
export function FlowList() {
  const { flows: t } = useTexts();
  const { q = "", show = "all", sort = "edited", reversed = false } = route.useSearch();
  const query = useQuery(flowsQuery);
  const { data: flows, error } = query;
  const [isCreating, setIsCreating] = useState(false);
  const search: FlowSearch = { text: q, filter: show, sort, isReversed: reversed };
  return (
    <AreaPage
      title={t.title}
      failed={failedOf(query)}
      actions={
        <>
          <ImportFlow />
          <Button kind="primary" onClick={() => setIsCreating(true)}>
            <Plus size={16} aria-hidden /> {t.newFlow}
          </Button>
        </>
      }
    >
      {flows === undefined ? null : <Welcome flows={flows} />}
      {flows === undefined && error === null ? <ListSkeleton /> : null}
      {flows === undefined ? null : <Found flows={flows} search={search} />}
      <NewFlowDialog
        isOpen={isCreating}
        onClose={() => setIsCreating(false)}
        names={new Set(flows?.map(({ name }) => name))}
      />
    </AreaPage>
  );
}

function Found({ flows, search }: { readonly flows: readonly FlowSummary[]; readonly search: FlowSearch }) {
  const { flows: t } = useTexts();
  const counts = countFlows(flows);
  const found = filterFlows(flows, search);
  if (counts.all + counts.bin === 0) return <EmptyList />;
  return (
    <>
      <ListControls search={search} counts={counts} />
      <p className="visually-hidden" role="status">
        {t.count(found.length)}
      </p>
      {found.length === 0 ? <NothingFound search={search} /> : <FlowTable flows={found} search={search} />}
    </>
  );
}
