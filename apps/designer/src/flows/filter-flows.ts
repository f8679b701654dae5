import type { FlowSummary } from "@parley/api";

/** Which flows are shown. */
export const flowFilters = ["all", "live", "draft", "paused", "bin"] as const;
export type FlowFilter = (typeof flowFilters)[number];

/** By what they are sorted. */
export const flowSorts = ["name", "status", "live", "edited"] as const;
export type FlowSort = (typeof flowSorts)[number];

/** What is looked for in the list. */
export type FlowSearch = {
  readonly text: string;
  readonly filter: FlowFilter;
  readonly sort: FlowSort;
  readonly isReversed: boolean;
};

/** How a flow stands: in the bin whatever else it is, and paused only where it would start something. */
export function statusOf({ deletedAt, liveVersion, isPaused }: FlowSummary): Exclude<FlowFilter, "all"> {
  if (deletedAt !== undefined) return "bin";
  if (isPaused) return "paused";
  return liveVersion === undefined ? "draft" : "live";
}

/** The flows that are looked for, in the wanted order. Every word of the text must be in the name or the id, in any order. */
export function filterFlows(flows: readonly FlowSummary[], search: FlowSearch): readonly FlowSummary[] {
  const words = plain(search.text)
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = flows.filter((flow) => {
    const status = statusOf(flow);
    const isWanted = search.filter === "all" ? status !== "bin" : status === search.filter;
    const text = plain(`${flow.name} ${flow.id}`);
    return isWanted && words.every((word) => text.includes(word));
  });
  const order = orders[search.sort];
  const sign = search.isReversed ? -1 : 1;
  return found.toSorted((left, right) => sign * order(left, right) || byName(left, right));
}

/** How many there are of each kind. */
export function countFlows(flows: readonly FlowSummary[]): Record<FlowFilter, number> {
  const counts = { all: 0, live: 0, draft: 0, paused: 0, bin: 0 };
  for (const flow of flows) {
    const status = statusOf(flow);
    counts[status]++;
    if (status !== "bin") counts.all++;
  }
  return counts;
}

type Order = (left: FlowSummary, right: FlowSummary) => number;

const byName: Order = (left, right) =>
  left.name.localeCompare(right.name, undefined, { numeric: true, sensitivity: "base" }) ||
  left.id.localeCompare(right.id);

const statusOrder = ["live", "paused", "draft", "bin"];

/** Numbers and times begin with the most and the latest: those are looked for. */
const orders: Record<FlowSort, Order> = {
  name: byName,
  status: (left, right) => statusOrder.indexOf(statusOf(left)) - statusOrder.indexOf(statusOf(right)),
  live: (left, right) => right.liveConversations - left.liveConversations,
  edited: (left, right) => right.updatedAt - left.updatedAt,
};

/** Without case and accents, so that "Café" is found by "cafe". */
function plain(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
