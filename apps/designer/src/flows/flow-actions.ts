import { deleteFlow, type FlowSummary, getFlow, pauseFlow, restoreFlow, resumeFlow } from "@parley/api";
import type { FlowDraft } from "@parley/flow";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { openDocument, toDraft } from "../document/open-document.ts";
import { ask } from "../server/ask.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { download } from "../ui/download.ts";
import { showToast } from "../ui/toast.tsx";
import { createFlowFrom } from "./create-flow.ts";
import { type Attempt, useAttempt } from "./use-attempt.ts";

type Which = Pick<FlowSummary, "id" | "name">;

/** What can be done with flows as a whole. Each says what came of it. */
export type FlowActions = {
  /** Creates a flow with the draft's content under a free id, and gives that; nothing where it failed. */
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
  const attempt = useAttempt();
  return { ...makingActions({ client, texts, attempt }), ...runningActions({ texts, attempt }) };
}

type Parts = { readonly client: QueryClient; readonly texts: Texts; readonly attempt: Attempt };

/** What makes flows and files of them. */
function makingActions({ client, texts, attempt }: Parts) {
  const { flows: t } = texts;
  return {
    create: async (draft, name) => (await attempt(t.newFlow, () => createFlowFrom(client, draft, name)))?.id,
    importDraft: async (draft) => {
      const whole = toDraft(openDocument(draft));
      const made = await attempt(t.import, () => createFlowFrom(client, whole, draft.name));
      if (made !== undefined) showToast(t.imported(made.name));
    },
    duplicate: async ({ id, name }) => {
      const made = await attempt(t.duplicate, async () => {
        const { draft } = await ask(getFlow, { params: { flowId: id } });
        return createFlowFrom(client, toDraft(openDocument(draft)), t.copyName(name));
      });
      if (made !== undefined) showToast(t.duplicated(made.name));
    },
    exportDraft: async ({ id }) => {
      await attempt(t.export, async () => {
        const { draft } = await ask(getFlow, { params: { flowId: id } });
        download(`${id}.flow.json`, `${JSON.stringify(draft, null, 2)}\n`);
      });
    },
  } satisfies Partial<FlowActions>;
}

/** What lets flows start conversations, or keeps them from it. */
function runningActions({ texts: { flows: t, shell }, attempt }: Omit<Parts, "client">) {
  const resume = async ({ id, name }: Which): Promise<void> => {
    const done = await attempt(t.resume, () => ask(resumeFlow, { params: { flowId: id } }));
    if (done !== undefined) showToast(t.resumed(name));
  };
  const restore = async ({ id, name }: Which, wasLive = false): Promise<void> => {
    const done = await attempt(t.restore, async () => {
      const restored = await ask(restoreFlow, { params: { flowId: id } });
      return wasLive ? ask(resumeFlow, { params: { flowId: id } }) : restored;
    });
    if (done !== undefined) showToast(t.restored(name));
  };
  return {
    resume,
    restore: (flow) => restore(flow),
    pause: async (flow) => {
      const done = await attempt(t.pause, () => ask(pauseFlow, { params: { flowId: flow.id } }));
      if (done !== undefined) {
        showToast(t.paused(flow.name), { label: shell.undo, onChoose: () => void resume(flow) });
      }
    },
    remove: async (flow) => {
      const isLive = flow.liveVersion !== undefined && !flow.isPaused;
      const params = { flowId: flow.id };
      const done = await attempt(t.delete, async () => {
        if (isLive) await ask(pauseFlow, { params });
        return ask(deleteFlow, { params });
      });
      if (done !== undefined) {
        showToast(t.deleted(flow.name), { label: shell.undo, onChoose: () => void restore(flow, isLive) });
      }
    },
  } satisfies Partial<FlowActions>;
}
