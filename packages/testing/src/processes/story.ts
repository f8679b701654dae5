import type { JournalEntry } from "@parley/engine";
import type { Contact } from "@parley/messaging";
import type { Api, Summary } from "./api.ts";

/** What happened in a conversation, briefly. */
export type Story = Pick<Summary, "id" | "flowId" | "flowVersion" | "status" | "result"> & {
  readonly waId: string | undefined;
  /** The ways by which nodes were left, such as `n4.whatsapp.mo`. */
  readonly way: readonly string[];
  /** Why nodes failed. */
  readonly failures: readonly string[];
};

/** The stories of all conversations, in the order in which they began. */
export async function readStories(api: Api): Promise<Story[]> {
  const summaries = (await api.conversations()).toReversed();
  return Promise.all(summaries.map((summary) => readStory(api, summary)));
}

async function readStory(api: Api, { id, flowId, flowVersion, status, result }: Summary): Promise<Story> {
  const [journal, { contact }] = await Promise.all([api.journal(id), api.conversation(id)]);
  const entries = journal.flatMap((row) => row.entries as JournalEntry[]);
  return {
    ...{ id, flowId, flowVersion, status, result },
    waId: (contact as Contact).waId,
    way: entries.flatMap((entry) => (entry.type === "node-left" ? [`${entry.nodeId}.${entry.outcome}`] : [])),
    failures: entries.flatMap((entry) => (entry.type === "failed" ? [entry.reason] : [])),
  };
}
