import type { Performer, PostAnswer, PostRequest } from "../performer.ts";

/** Says how a post goes; `attempt` counts those to the same URL with the same body from 1. */
export type PostScript = (request: PostRequest, attempt: number) => PostAnswer;

/** A performer for tests. It keeps what it was asked. */
export interface ScriptedPerformer extends Performer {
  readonly posted: readonly PostRequest[];
}

/** Makes a performer that does what a script says; every post is answered 200 unless given. */
export function createScriptedPerformer(
  script: PostScript = () => ({ type: "answered", status: 200 }),
): ScriptedPerformer {
  const posted: PostRequest[] = [];
  return {
    posted,
    post: async (request) => {
      const earlier = posted.filter(({ url, body }) => url === request.url && body === request.body);
      posted.push(request);
      return script(request, earlier.length + 1);
    },
  };
}
