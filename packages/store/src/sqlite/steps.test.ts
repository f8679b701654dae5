import { describe, expect, test } from "vitest";
import type { CommitUnit } from "../store.ts";
import { readsOf, stepsOf } from "./steps.ts";

const nothing = { inboxIds: [], aliases: [], threadIds: [], sendKeys: [], messageIds: [], topics: [] };

describe("It is true that the steps", () => {
  test("of a turn are one for each row, and none for what it does not touch", () => {
    const unit: CommitUnit = {
      thread: { expectedRevision: 1, state: { id: "a", appId: "app-1", contact: {}, conversationCount: 1, live: [] } },
      inbox: [{ id: "wamid.1", receivedAt: 1 }],
      setTimers: [{ threadId: "a", conversationId: "a-1", timerId: "t", generation: 1, firesAt: 1 }],
    };
    expect(stepsOf(unit).map(([name]) => name)).toEqual(["updateThread", "insertInbox", "setTimer"]);
    expect(stepsOf({ ...unit, topics: [], tasks: [], posts: [], contacts: [] })).toHaveLength(3);
  });

  test("of a load that asks for no topics look at none", () => {
    const names = (topics: readonly string[]) => readsOf({ ...nothing, topics }).map(([name]) => name);
    const always = ["findInbox", "findAliases", "findSends", "findParkedReceipts"];
    expect(names([])).toEqual([...always, "findThreads"]);
    expect(names(["x"])).toEqual([...always, "findThreadsAlsoByTopics", "findTopics"]);
  });
});
