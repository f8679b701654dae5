import type { TaskAnswer } from "@parley/flow";
import type { PerformedTask, Performer, PostAnswer, PostRequest } from "../performer.ts";

/** Says how a post goes; `attempt` counts those to the same URL with the same body from 1. */
export type PostScript = (request: PostRequest, attempt: number) => PostAnswer;

/** Says what comes of a task; `attempt` counts those with the same key from 1. */
export type TaskScript = (task: PerformedTask, attempt: number) => TaskAnswer | Promise<TaskAnswer>;

/** A performer for tests. It keeps what it was asked. */
export interface ScriptedPerformer extends Performer {
  readonly posted: readonly PostRequest[];
  readonly performed: readonly { readonly key: string; readonly task: PerformedTask }[];
}

/** Makes a performer that does what scripts say; every post is answered 200, and every task fails, unless given. */
export function createScriptedPerformer(
  post: PostScript = () => ({ type: "answered", status: 200 }),
  perform: TaskScript = (task) => ({ type: "failed", reason: `The script says nothing of ${task.type}.` }),
): ScriptedPerformer {
  const posted: PostRequest[] = [];
  const performed: { readonly key: string; readonly task: PerformedTask }[] = [];
  return {
    posted,
    performed,
    post: async (request) => {
      const earlier = posted.filter(({ url, body }) => url === request.url && body === request.body);
      posted.push(request);
      return post(request, earlier.length + 1);
    },
    perform: async (task, { key }) => {
      const earlier = performed.filter((one) => one.key === key);
      performed.push({ key, task });
      return perform(task, earlier.length + 1);
    },
  };
}
