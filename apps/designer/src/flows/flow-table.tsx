import type { FlowSummary } from "@parley/api";
import { Link } from "@tanstack/react-router";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTexts } from "../texts/use-texts.ts";
import { useSayTime } from "../ui/use-say-time.ts";
import type { FlowSearch, FlowSort } from "./filter-flows.ts";
import { FlowMenu } from "./flow-menu.tsx";
import { FlowStatus } from "./flow-status.tsx";
import styles from "./flow-table.module.css";
import { useListSearch } from "./list-search.ts";

type FlowTableProps = { readonly flows: readonly FlowSummary[]; readonly search: FlowSearch };

/** The flows that were found. */
export function FlowTable({ flows, search }: FlowTableProps) {
  const { flows: t } = useTexts();
  return (
    <table className={styles["table"]}>
      <caption className="visually-hidden">{t.list}</caption>
      <thead>
        <tr>
          <SortableHead sort="name" title={t.columns.name} search={search} />
          <SortableHead sort="status" title={t.columns.status} search={search} />
          <SortableHead sort="live" title={t.columns.liveConversations} search={search} />
          <SortableHead sort="edited" title={t.columns.edited} search={search} />
          <th scope="col">
            <span className="visually-hidden">{t.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <FlowRow key={flow.id} flow={flow} />
        ))}
      </tbody>
    </table>
  );
}

function SortableHead({ sort, title, search }: { sort: FlowSort; title: string; search: FlowSearch }) {
  const { flows: t } = useTexts();
  const setSearch = useListSearch();
  const isSorted = search.sort === sort;
  // Numbers and times begin with the most and the latest.
  const isDescending = (sort === "live" || sort === "edited") !== search.isReversed;
  const Arrow = isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      data-column={sort}
      {...(isSorted ? { "aria-sort": isDescending ? ("descending" as const) : ("ascending" as const) } : {})}
    >
      <button
        type="button"
        className={styles["sort"]}
        title={t.sortBy(title)}
        onClick={() => setSearch({ sort, reversed: isSorted && !search.isReversed ? true : undefined })}
      >
        {title}
        {isSorted ? <Arrow size={14} aria-hidden /> : null}
      </button>
    </th>
  );
}

function FlowRow({ flow }: { readonly flow: FlowSummary }) {
  const { flows: t } = useTexts();
  const { id, name, nodeCount, updatedAt, liveConversations } = flow;
  const time = useSayTime()(updatedAt);
  return (
    <tr>
      <th scope="row" className={styles["name"]}>
        {flow.deletedAt === undefined ? (
          <Link to="/flows/$flowId" params={{ flowId: id }} className={styles["link"]}>
            {name}
          </Link>
        ) : (
          name
        )}
        <span className={styles["about"]}>
          {id} · {t.nodes(nodeCount)}
          <span className={styles["narrow"]}> · {t.edited(time)}</span>
        </span>
      </th>
      <td>
        <FlowStatus flow={flow} />
      </td>
      <td data-column="live">{liveConversations}</td>
      <td data-column="edited">
        <time dateTime={new Date(updatedAt).toISOString()}>{time}</time>
      </td>
      <td className={styles["actions"]}>
        <FlowMenu flow={flow} />
      </td>
    </tr>
  );
}
