import { useMutation, useQueryClient } from "@tanstack/react-query";
import { flowsQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { showToast } from "../ui/toast.tsx";

/** Does something with flows on the server. Where that fails it says so, and gives nothing; the list is asked for again in any case. */
export type Attempt = <Result>(what: string, act: () => Promise<Result>) => Promise<Result | undefined>;

export function useAttempt(): Attempt {
  const client = useQueryClient();
  const texts = useTexts();
  const { mutateAsync } = useMutation({ mutationFn: (act: () => Promise<unknown>) => act() });
  return async <Result>(what: string, act: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return (await mutateAsync(act)) as Result;
    } catch (error) {
      showToast(texts.flows.failed(what, sentenceOf(error, texts)));
      return undefined;
    } finally {
      await client.invalidateQueries({ queryKey: flowsQuery.queryKey });
    }
  };
}
