import type { FlowSummary } from "@parley/api";
import { describe, expect, it } from "vitest";
import { countFlows, type FlowSearch, filterFlows, statusOf } from "./filter-flows.ts";

function flow(id: string, about: Partial<FlowSummary> = {}): FlowSummary {
  return { id, name: id, revision: 1, updatedAt: 0, isPaused: false, liveConversations: 0, nodeCount: 1, ...about };
}

const flows = [
  flow("order-status", { name: "Order status", liveVersion: 3, liveConversations: 2, updatedAt: 30 }),
  flow("cafe", { name: "Café 10", updatedAt: 20 }),
  flow("cafe-2", { name: "Café 9", liveVersion: 1, isPaused: true, liveConversations: 9, updatedAt: 10 }),
  flow("old", { name: "Old", liveVersion: 1, isPaused: true, deletedAt: 5 }),
];

const search: FlowSearch = { text: "", filter: "all", sort: "name", isReversed: false };
const found = (wanted: Partial<FlowSearch>): string[] =>
  filterFlows(flows, { ...search, ...wanted }).map(({ id }) => id);

describe("It is true that the list of flows", () => {
  it("has them by name as people count, without those in the bin", () => {
    expect(found({})).toEqual(["cafe-2", "cafe", "order-status"]);
    expect(found({ isReversed: true })).toEqual(["order-status", "cafe", "cafe-2"]);
  });

  it("finds all words in name or id, whatever their case, accents and order", () => {
    expect(found({ text: "STATUS ord" })).toEqual(["order-status"]);
    expect(found({ text: "cafe 9" })).toEqual(["cafe-2"]);
    expect(found({ text: "  " })).toHaveLength(3);
    expect(found({ text: "café x" })).toEqual([]);
  });

  it("can be sorted by the latest edit, by the most conversations, and by status", () => {
    expect(found({ sort: "edited" })).toEqual(["order-status", "cafe", "cafe-2"]);
    expect(found({ sort: "live" })).toEqual(["cafe-2", "order-status", "cafe"]);
    expect(found({ sort: "status" })).toEqual(["order-status", "cafe-2", "cafe"]);
  });

  it("shows those of one status, and counts them", () => {
    expect(found({ filter: "paused" })).toEqual(["cafe-2"]);
    expect(found({ filter: "bin" })).toEqual(["old"]);
    expect(countFlows(flows)).toEqual({ all: 3, live: 1, draft: 1, paused: 1, bin: 1 });
  });

  it("says of a flow in the bin that it is there, whatever else it is", () => {
    expect(flows.map(statusOf)).toEqual(["live", "draft", "paused", "bin"]);
  });
});
