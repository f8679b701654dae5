import { type Contact, type FreeEntryPoint, identitiesOf, mergeOptIn, type OptIn } from "@parley/messaging";
import type { Store, Thread } from "@parley/store";

/** What is known of whoever a message goes to, on the app that sends it. */
export type ReceiverFacts = {
  readonly lastInboundAt?: number | undefined;
  readonly optIn?: OptIn | undefined;
  readonly freeEntryPoint?: FreeEntryPoint | undefined;
};

/** Reads what is known of a receiver, who need not be the contact of the thread that sends; of several threads the latest word counts. */
export async function readReceiver(appId: string, receiver: Contact, store: Store): Promise<ReceiverFacts> {
  const aliases = identitiesOf(receiver).map((identity) => ({ appId, identity }));
  const nothing = { inboxIds: [], threadIds: [], sendKeys: [], messageIds: [], topics: [] };
  const { threads } = await store.load({ ...nothing, aliases });
  return threads.map(({ thread }) => thread).reduce<ReceiverFacts>(merge, {});
}

function merge(known: ReceiverFacts, { lastInboundAt, optIn, freeEntryPoint }: Thread): ReceiverFacts {
  const entered = [known.freeEntryPoint, freeEntryPoint].filter((entry) => entry !== undefined);
  return {
    lastInboundAt: latest(known.lastInboundAt, lastInboundAt),
    optIn: optIn === undefined ? known.optIn : mergeOptIn(known.optIn, optIn),
    freeEntryPoint: entered.toSorted((left, right) => (right.answeredAt ?? 0) - (left.answeredAt ?? 0))[0],
  };
}

function latest(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? (left ?? right) : Math.max(left, right);
}
