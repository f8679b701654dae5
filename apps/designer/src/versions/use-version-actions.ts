import { makeLive, pauseFlow, resumeFlow } from "@parley/api";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "../server/ask.ts";
import { flowsQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { showToast } from "../ui/toast.tsx";

/** What goes live: a revision of the draft, or the content of an older version again. */
export type MakeLiveOrder = (
  | { readonly revision: number; readonly appIds: string[] | null }
  | { readonly fromVersion: number }
) & { readonly comment: string };

/** Makes a version of a flow live, and says so. What the server refuses is the mutation's error. */
export function useMakeLive(flowId: string): UseMutationResult<unknown, Error, MakeLiveOrder> {
  const { makeLive: t } = useTexts().versions;
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: MakeLiveOrder) => ask(makeLive, { params: { flowId }, body: order }),
    onSuccess: ({ version, isPaused }) => showToast(isPaused ? t.donePaused(version) : t.done(version)),
    onSettled: () => client.invalidateQueries({ queryKey: flowsQuery.queryKey }),
  });
}

/** Lets a flow start conversations, or no more of them. */
export function usePause(flowId: string): {
  readonly setPaused: (isPaused: boolean) => void;
  readonly isBusy: boolean;
} {
  const texts = useTexts();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (isPaused: boolean) => ask(isPaused ? pauseFlow : resumeFlow, { params: { flowId } }),
    onSuccess: ({ name }, isPaused) => showToast(isPaused ? texts.flows.paused(name) : texts.flows.resumed(name)),
    onError: (error) => showToast(sentenceOf(error, texts)),
    onSettled: () => client.invalidateQueries({ queryKey: flowsQuery.queryKey }),
  });
  return { setPaused: mutate, isBusy: isPending };
}
