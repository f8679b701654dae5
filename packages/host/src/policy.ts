import { type Refusal, refusalCodes } from "@parley/engine";
import { formatIsoTime, identitiesOf, isFreeForm, isSessionWindowOpen } from "@parley/messaging";
import type { SendRow, Store } from "@parley/store";

/**
 * Asks the policies immediately before an attempt, against the store, because a message may have waited behind a rate limit or a back-off:
 * expiry, and the session window for free-form messages. Returns why the message must not be sent.
 */
export async function refusalOf(row: SendRow, facts: PolicyFacts): Promise<Refusal | undefined> {
  const { expiresAt, message } = row.request;
  if (expiresAt !== undefined && facts.now >= expiresAt) {
    return {
      code: refusalCodes.expired,
      sentence: `The message expired at ${formatIsoTime(expiresAt)} and was not sent.`,
    };
  }
  if (!isFreeForm(message) || isSessionWindowOpen(facts.lastInboundAt, facts.now)) return undefined;
  const stored = await readLastInbound(row, facts.store);
  if (isSessionWindowOpen(stored, facts.now)) return undefined;
  const since =
    stored === undefined ? "the contact has never written" : `the contact last wrote at ${formatIsoTime(stored)}`;
  return { code: refusalCodes.windowClosed, sentence: `The 24-hour session window is closed: ${since}.` };
}

/** What the policies are asked with. `lastInboundAt` is when the receiver last wrote, as far as it is known without reading; it can only have become later. */
export type PolicyFacts = {
  readonly now: number;
  readonly lastInboundAt: number | undefined;
  readonly store: Store;
};

/** Of the receiver, who need not be the contact of the thread. */
async function readLastInbound({ appId, request }: SendRow, store: Store): Promise<number | undefined> {
  const aliases = identitiesOf(request.to).map((identity) => ({ appId, identity }));
  const { threads } = await store.load({ inboxIds: [], aliases, threadIds: [], sendKeys: [], messageIds: [] });
  const times = threads.flatMap(({ thread }) => (thread.lastInboundAt === undefined ? [] : [thread.lastInboundAt]));
  return times.length === 0 ? undefined : Math.max(...times);
}
