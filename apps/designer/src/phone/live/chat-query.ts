import { type PhoneEntry, readChat } from "@parley/api";
import { queryOptions } from "@tanstack/react-query";
import { ask } from "../../server/ask.ts";
import { phoneLimits } from "../limits.ts";

/** A chat as far as it is known. */
export type KnownChat = { readonly entries: readonly PhoneEntry[]; readonly isTyping: boolean };

/** A person's chat with an app. It is looked at while the page is visible, and only what is new is asked for. */
export const chatQuery = (waId: string, appId: string) =>
  queryOptions({
    queryKey: ["phone", waId, "chat", appId],
    queryFn: async ({ client, queryKey, signal }): Promise<KnownChat> => {
      const state = client.getQueryState<KnownChat>(queryKey);
      // A server that did not answer may have begun anew, and with it the numbers of its entries.
      const known =
        state !== undefined && state.error === null && state.fetchFailureCount === 0 ? state.data : undefined;
      const after = lastSequence(known?.entries ?? []);
      const fresh = await ask(readChat, { params: { waId }, query: { appId, after: String(after) }, signal });
      return { entries: mergeEntries(known?.entries ?? [], fresh.entries), isTyping: fresh.isTyping };
    },
    refetchInterval: phoneLimits.chatEveryMs,
    refetchIntervalInBackground: false,
    structuralSharing: true,
  });

/** The greatest sequence of entries; 0 without any. */
export function lastSequence(entries: readonly PhoneEntry[]): number {
  return entries.reduce((last, { sequence }) => Math.max(last, sequence), 0);
}

/** What is known of a chat with what is new: a changed message keeps its place, a new one comes last. The same list where nothing is new. */
export function mergeEntries(known: readonly PhoneEntry[], fresh: readonly PhoneEntry[]): readonly PhoneEntry[] {
  if (fresh.length === 0) return known;
  const merged = new Map(known.map((entry) => [entry.id, entry]));
  for (const entry of fresh) merged.set(entry.id, entry);
  return [...merged.values()];
}
