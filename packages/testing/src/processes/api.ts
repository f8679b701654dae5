import {
  createFlow,
  getConversation,
  getStatus,
  listConversations,
  makeLive,
  readJournal,
  type Route,
  saveDraft,
} from "@parley/api";
import type { FlowDraft } from "@parley/flow";
import { type Answer, askJson } from "./ask-json.ts";

/** What a route is asked. */
export type Input = {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string | number>> | undefined;
  readonly body?: unknown;
};

/** A route's answer, as its schema reads it. */
type Response<Defined extends Route> = ReturnType<Defined["response"]["parse"]>;

/** A conversation in a list. */
export type Summary = Response<typeof listConversations>["conversations"][number];

/** An entry of a conversation's journal. */
export type JournalRow = Response<typeof readJournal>["journal"][number];

/** A client of a server's API. Answers are read by the schemas of their routes, so that one of another form fails the test. */
export interface Api {
  /** Asks a route, and rejects unless it does what it was asked. */
  ask<Defined extends Route>(route: Defined, input?: Input): Promise<Response<Defined>>;
  /** Asks a route, and gives whatever it answers. */
  answer(route: Route, input?: Input): Promise<Answer>;
  status(): Promise<Response<typeof getStatus>>;
  /** Creates a flow, or saves it over the one of its id, and makes it live; gives the version. */
  goLive(draft: FlowDraft): Promise<number>;
  /** All conversations, the latest first. */
  conversations(): Promise<readonly Summary[]>;
  conversation(id: string): Promise<Response<typeof getConversation>>;
  /** The whole journal of a conversation. */
  journal(id: string): Promise<readonly JournalRow[]>;
}

/** The most that a list gives at once. */
const limit = 200;

/** Makes a client of the server at a URL, with its admin token if it has one. */
export function createApi(url: string, adminToken?: string): Api {
  const headers: Record<string, string> = adminToken === undefined ? {} : { authorization: `Bearer ${adminToken}` };
  const revisions = new Map<string, number>();

  const answer = (route: Route, { params = {}, query = {}, body }: Input = {}): Promise<Answer> => {
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    return askJson(`${url}${path}?${search.toString()}`, { method: route.method, headers, body });
  };
  const ask = async <Defined extends Route>(route: Defined, input?: Input): Promise<Response<Defined>> => {
    const { status, body } = await answer(route, input);
    if (status !== 200)
      throw new Error(`${route.method} ${route.path} was answered with ${status}: ${JSON.stringify(body)}`);
    return route.response.parse(body) as Response<Defined>;
  };
  const save = (draft: FlowDraft): Promise<{ revision: number }> => {
    const revision = revisions.get(draft.id);
    if (revision === undefined) return ask(createFlow, { body: { draft } });
    return ask(saveDraft, { params: { flowId: draft.id }, body: { draft, revision } });
  };

  return {
    ask,
    answer,
    status: () => ask(getStatus),
    goLive: async (draft) => {
      const { revision } = await save(draft);
      revisions.set(draft.id, revision);
      return (await ask(makeLive, { params: { flowId: draft.id }, body: { revision } })).version;
    },
    conversations: () =>
      allPages(async (last: Summary | undefined) => {
        const before = last === undefined ? {} : { before: last.id };
        return (await ask(listConversations, { query: { limit, ...before } })).conversations;
      }),
    conversation: (conversationId) => ask(getConversation, { params: { conversationId } }),
    journal: (conversationId) =>
      allPages(async (last: JournalRow | undefined) => {
        const query = { limit, after: last?.number ?? 0 };
        return (await ask(readJournal, { params: { conversationId }, query })).journal;
      }),
  };
}

/** Reads page after page, each from the last member of the one before, until one is not full. */
async function allPages<Member>(page: (last: Member | undefined) => Promise<readonly Member[]>): Promise<Member[]> {
  const all: Member[] = [];
  for (;;) {
    const members = await page(all.at(-1));
    all.push(...members);
    if (members.length < limit) return all;
  }
}
