import type { FlowSummary } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { flowsQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ListTop } from "../shell/list-top.tsx";
import { useTitle } from "../shell/use-title.ts";
import { countFlows, filterFlows, type FlowSearch } from "./filter-flows.ts";
import { EmptyList, NothingFound } from "./empty-list.tsx";
import styles from "./flow-list.module.css";
import { FlowTable } from "./flow-table.tsx";
import { ImportFlow } from "./import-flow.tsx";
import { ListControls } from "./list-controls.tsx";
import { NewFlowDialog } from "./new-flow-dialog.tsx";
import { TableSkeleton } from "./table-skeleton.tsx";
import { Welcome } from "./welcome.tsx";

const route = getRouteApi("/");

/** All flows: found, sorted, made, brought in and put away. */
export function FlowList() {
  const texts = useTexts();
  const t = texts.flows;
  const { q = "", show = "all", sort = "edited", reversed = false } = route.useSearch();
  const { data: flows, error, refetch } = useQuery(flowsQuery);
  const [isCreating, setIsCreating] = useState(false);
  const search: FlowSearch = { text: q, filter: show, sort, isReversed: reversed };
  useTitle(`${t.title} · ${texts.shell.product}`);
  return (
    <div className={styles["page"]}>
      <ListTop />
      {error === null ? null : (
        <Notice kind="error" actions={<Button onClick={() => void refetch()}>{texts.shell.retry}</Button>}>
          {sentenceOf(error, texts)}
        </Notice>
      )}
      <main className={styles["main"]}>
        <div className={styles["head"]}>
          <h1 className={styles["title"]}>{t.title}</h1>
          <ImportFlow />
          <Button kind="primary" onClick={() => setIsCreating(true)}>
            <Plus size={16} aria-hidden /> {t.newFlow}
          </Button>
        </div>
        {flows === undefined ? null : <Welcome flows={flows} />}
        {flows === undefined && error === null ? <TableSkeleton /> : null}
        {flows === undefined ? null : <Found flows={flows} search={search} />}
      </main>
      <NewFlowDialog
        isOpen={isCreating}
        onClose={() => setIsCreating(false)}
        names={new Set(flows?.map(({ name }) => name))}
      />
    </div>
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
