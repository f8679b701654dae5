import { describe, test } from "vitest";
import type { Store } from "@parley/store";
import { describeAliases } from "./describe-store/aliases.ts";
import { describeAnomalies } from "./describe-store/anomalies.ts";
import { describeCallOrder } from "./describe-store/call-order.ts";
import { describeClosed } from "./describe-store/closed.ts";
import { describeCommit } from "./describe-store/commit.ts";
import { describeConflicts } from "./describe-store/conflicts.ts";
import { describeContactIdentities } from "./describe-store/contact-identities.ts";
import { describeContactSearch } from "./describe-store/contact-search.ts";
import { describeContacts } from "./describe-store/contacts.ts";
import { describeConversations } from "./describe-store/conversations.ts";
import { describeCopies } from "./describe-store/copies.ts";
import { describeFlowCounts } from "./describe-store/flow-counts.ts";
import { describeFlowStates } from "./describe-store/flow-states.ts";
import { describeFlowVersions } from "./describe-store/flow-versions.ts";
import { describeFlows } from "./describe-store/flows.ts";
import { describeForgetting } from "./describe-store/forgetting.ts";
import { describeJoinedContacts } from "./describe-store/joined-contacts.ts";
import { describeJournal } from "./describe-store/journal.ts";
import { describeLifetime } from "./describe-store/lifetime.ts";
import { describeLoad } from "./describe-store/load.ts";
import { describePoisoned } from "./describe-store/poisoned.ts";
import { describePosts } from "./describe-store/posts.ts";
import { describeReceipts } from "./describe-store/receipts.ts";
import { describeSeenContacts } from "./describe-store/seen-contacts.ts";
import { describeSends } from "./describe-store/sends.ts";
import { describeSettings } from "./describe-store/settings.ts";
import { describeTasks } from "./describe-store/tasks.ts";
import { describeTemplates } from "./describe-store/templates.ts";
import { describeTimers } from "./describe-store/timers.ts";
import { describeTopics } from "./describe-store/topics.ts";
import { describeUnits } from "./describe-store/units.ts";
import { describeValues } from "./describe-store/values.ts";

/** A store under test, with data of its own. */
export interface StoreUnderTest {
  readonly store: Store;
  /**
   * Closes the store, if it is still open, and opens another on the same data. With `failingWrite`, counted from 1, the row of that number in
   * a commit cannot be written or deleted, as long as that store is open.
   */
  reopen(options?: { readonly failingWrite: number }): Promise<Store>;
  /** Closes what is open and deletes the data. */
  dispose(): Promise<void>;
}

/** Declares a test of one sentence about a store, which is opened before it and disposed of afterwards. */
export type TestStore = (
  sentence: string,
  check: (store: Store, subject: StoreUnderTest, openAnother: () => Promise<Store>) => Promise<void>,
) => void;

/**
 * Declares the conformance suite of stores: what every adapter of the port must do, whatever it stands on.
 *
 * @param name The store's name, as it stands in "It is true that a store in memory …".
 * @param open Opens an empty store; called anew for each test.
 */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`It is true that ${name}`, () => {
    for (const declare of parts) declare(testOn(open));
  });
}

/** The longest that a test may take, on the slowest disk. */
const patientMs = 30_000;

function testOn(open: () => Promise<StoreUnderTest>): TestStore {
  return (sentence, check) => {
    // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- The sentence and what it expects come from the parts.
    test(sentence, { timeout: patientMs }, async () => {
      const opened: StoreUnderTest[] = [];
      const openOne = async (): Promise<StoreUnderTest> => {
        const subject = await open();
        opened.push(subject);
        return subject;
      };
      try {
        const subject = await openOne();
        await check(subject.store, subject, async () => (await openOne()).store);
      } finally {
        for (const subject of opened) await subject.dispose();
      }
    });
  };
}

const parts: readonly ((testStore: TestStore) => void)[] = [
  describeCommit,
  describeUnits,
  describeConflicts,
  describePoisoned,
  describeAnomalies,
  describeCallOrder,
  describeLoad,
  describeAliases,
  describeTimers,
  describeSends,
  describeReceipts,
  describeTopics,
  describeTasks,
  describePosts,
  describeForgetting,
  describeContacts,
  describeContactIdentities,
  describeContactSearch,
  describeSeenContacts,
  describeJoinedContacts,
  describeConversations,
  describeJournal,
  describeFlows,
  describeFlowStates,
  describeFlowCounts,
  describeFlowVersions,
  describeSettings,
  describeTemplates,
  describeValues,
  describeCopies,
  describeLifetime,
  describeClosed,
];
