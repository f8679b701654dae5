import { createFlow, deleteFlow, type FlowSummary, getFlow, pauseFlow, restoreFlow, resumeFlow } from "@parley/api";
import { type FlowDraft, flowLimits } from "@parley/flow";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { freeFlowId, openDocument, toDraft } from "../document/open-document.ts";
import { ask } from "../server/ask.ts";
import { flowsQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useTexts } from "../texts/texts-context.ts";
import { download } from "../ui/download.ts";
import { showToast } from "../ui/toast.tsx";

type Which = Pick<FlowSummary, "id" | "name">;

/** What can be done with flows as a whole. Each says what came of it, and gives nothing where it failed. */
export type FlowActions = {
  /** Creates a flow with the draft's content under a free id, and gives that. */
  readonly create: (draft: FlowDraft, name: string) => Promise<string | undefined>;
  readonly importDraft: (draft: FlowDraft) => Promise<void>;
  readonly duplicate: (flow: Which) => Promise<void>;
  readonly exportDraft: (flow: Which) => Promise<void>;
  readonly pause: (flow: Which) => Promise<void>;
  readonly resume: (flow: Which) => Promise<void>;
  /** Moves it to the bin, after pausing it where it is live; both can be undone in one. */
  readonly remove: (flow: FlowSummary) => Promise<void>;
  readonly restore: (flow: Which) => Promise<void>;
};

export function useFlowActions(): FlowActions {
  const client = useQueryClient();
  const texts = useTexts();
  const { flows: t, shell } = texts;
  const { mutateAsync } = useMutation({ mutationFn: (act: () => Promise<unknown>) => act() });

  const attempt = async <Result>(what: string, act: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return (await mutateAsync(act)) as Result;
    } catch (error) {
      showToast(t.failed(what, sentenceOf(error, texts)));
      return undefined;
    } finally {
      await client.invalidateQueries({ queryKey: flowsQuery.queryKey });
    }
  };

  const createFree = async (draft: FlowDraft, name: string): Promise<string> => {
    const { flows } = await client.fetchQuery(flowsQuery).then((found) => ({ flows: found }));
    const id = freeFlowId(name, new Set(flows.map((flow) => flow.id)));
    await ask(createFlow, { body: { draft: { ...draft, id, name: name.slice(0, flowLimits.nameLength) } } });
    return id;
  };

  const actions: FlowActions = {
    create: (draft, name) => attempt(t.newFlow, () => createFree(draft, name)),
    importDraft: async (draft) => {
      const id = await attempt(t.import, () => createFree(toDraft(openDocument(draft)), draft.name));
      if (id !== undefined) showToast(t.imported(draft.name));
    },
    duplicate: async ({ id, name }) => {
      const copyName = t.copyName(name);
      const made = await attempt(t.duplicate, async () => {
        const { draft } = await ask(getFlow, { params: { flowId: id } });
        return createFree(toDraft(openDocument(draft)), copyName);
      });
      if (made !== undefined) showToast(t.duplicated(copyName));
    },
    exportDraft: async ({ id }) => {
      await attempt(t.export, async () => {
        const { draft } = await ask(getFlow, { params: { flowId: id } });
        download(`${id}.flow.json`, `${JSON.stringify(draft, null, 2)}\n`);
      });
    },
    pause: async ({ id, name }) => {
      const done = await attempt(t.pause, () => ask(pauseFlow, { params: { flowId: id } }));
      if (done === undefined) return;
      showToast(t.paused(name), { label: shell.undo, onChoose: () => void actions.resume({ id, name }) });
    },
    resume: async ({ id, name }) => {
      const done = await attempt(t.resume, () => ask(resumeFlow, { params: { flowId: id } }));
      if (done !== undefined) showToast(t.resumed(name));
    },
    remove: async (flow) => {
      const isLive = flow.liveVersion !== undefined && !flow.isPaused;
      const params = { flowId: flow.id };
      const done = await attempt(t.delete, async () => {
        if (isLive) await ask(pauseFlow, { params });
        return ask(deleteFlow, { params });
      });
      if (done === undefined) return;
      const undo = () =>
        attempt(t.restore, async () => {
          await ask(restoreFlow, { params });
          if (isLive) await ask(resumeFlow, { params });
          showToast(t.restored(flow.name));
        });
      showToast(t.deleted(flow.name), { label: shell.undo, onChoose: () => void undo() });
    },
    restore: async ({ id, name }) => {
      const done = await attempt(t.restore, () => ask(restoreFlow, { params: { flowId: id } }));
      if (done !== undefined) showToast(t.restored(name));
    },
  };
  return actions;
}
