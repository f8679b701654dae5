import { type Conversation, type JournalEntry, nodeOf } from "@parley/engine";
import type { HostOptions } from "@parley/host";
import { type JsonObject, sessionWindowClosesAt } from "@parley/messaging";
import { simulatorLimits } from "../limits.ts";

/*
 * What a preview knows of its host. It reads the commits on their way to the store, so that nothing is shown that production would not remember.
 */

type Store = HostOptions["store"];
type CommitUnit = Parameters<Store["commit"]>[0][number];
type JournalRow = NonNullable<CommitUnit["journal"]>[number];
type SendRow = NonNullable<CommitUnit["sends"]>[number];

/** Something that happened, and what was done about it: a row of the journal. */
export type PreviewStep = {
  /** 1 for the first of the preview. */
  readonly number: number;
  /** Absent for what reached no conversation. */
  readonly conversationId?: string | undefined;
  readonly at: number;
  readonly event: JournalRow["event"];
  readonly entries: readonly JournalEntry[];
};

/** A conversation as it stands. */
export type PreviewConversation = {
  readonly id: string;
  /** `parked`: it stands still because a turn of it failed, which is a fault of the engine. */
  readonly status: "live" | "parked" | "ended";
  /** The node where it stands, or ended. */
  readonly nodeId: string | undefined;
  readonly result: string | undefined;
  readonly variables: JsonObject;
  /** What nodes have put out and the flow can read, by node and group. */
  readonly outputs: Conversation["context"]["outputs"];
};

/** What a preview waits for: a node's timer, or the next attempt of a send. */
export type PreviewWait = {
  readonly type: "timer" | "retry";
  readonly nodeId: string | undefined;
  readonly at: number;
};

/** What has been committed so far. */
export interface PreviewRecord {
  /** The store that tells this record of its commits. */
  watch(store: Store): Store;
  /** The latest steps, oldest first. */
  steps(): readonly PreviewStep[];
  /** In the order in which they started. */
  conversations(): readonly PreviewConversation[];
  /** When the session window closes or closed; undefined before the contact has written. */
  windowClosesAt(): number | undefined;
  /** What comes next if nobody does anything; undefined when nothing does. */
  nextWait(now: number): PreviewWait | undefined;
}

/** Makes an empty record. */
export function createPreviewRecord(): PreviewRecord {
  const conversations = new Map<string, PreviewConversation>();
  const queued = new Map<string, SendRow>();
  let thread: NonNullable<CommitUnit["thread"]>["state"] | undefined;
  let steps: readonly PreviewStep[] = [];

  function take(unit: CommitUnit): void {
    thread = unit.thread?.state ?? thread;
    for (const row of unit.journal ?? []) steps = [...steps, stepOf(row, (steps.at(-1)?.number ?? 0) + 1)];
    steps = steps.slice(-simulatorLimits.previewSteps);
    for (const row of unit.sends ?? []) {
      if (row.state === "queued") queued.set(row.key, row);
      else queued.delete(row.key);
    }
    for (const { conversation, parked } of unit.thread?.state.live ?? []) {
      conversations.set(conversation.id, asItStands(conversation, parked === undefined ? "live" : "parked"));
    }
    for (const { status, final } of unit.conversations ?? []) {
      if (status === "ended" && final !== undefined) conversations.set(final.id, asItStands(final, "ended"));
    }
  }

  function nextWait(now: number): PreviewWait | undefined {
    const timers = (thread?.live ?? []).flatMap(({ conversation, parked }) => {
      const pending = parked === undefined ? Object.values(conversation.timers) : [];
      return pending.map(({ firesAt }) => ({ type: "timer" as const, nodeId: nodeOf(conversation), at: firesAt }));
    });
    const retries = [...queued.values()].flatMap(({ nextAttemptAt, request }) => {
      return nextAttemptAt > now ? [{ type: "retry" as const, nodeId: request.nodeId, at: nextAttemptAt }] : [];
    });
    return [...timers, ...retries].toSorted((left, right) => left.at - right.at)[0];
  }

  return {
    watch: (store) => ({
      ...store,
      commit: async (units) => {
        const results = await store.commit(units);
        for (const [index, unit] of units.entries()) if (results[index]?.type === "committed") take(unit);
        return results;
      },
    }),
    steps: () => steps,
    conversations: () => [...conversations.values()].slice(-simulatorLimits.previewConversations),
    windowClosesAt: () =>
      thread?.lastInboundAt === undefined ? undefined : sessionWindowClosesAt(thread.lastInboundAt),
    nextWait,
  };
}

function stepOf({ conversationId, at, event, entries }: JournalRow, number: number): PreviewStep {
  return { number, conversationId, at, event, entries };
}

function asItStands(conversation: Conversation, status: PreviewConversation["status"]): PreviewConversation {
  const { id, context } = conversation;
  const { variables, outputs, result } = context;
  return { id, status, nodeId: nodeOf(conversation), result: result ?? undefined, variables, outputs };
}
