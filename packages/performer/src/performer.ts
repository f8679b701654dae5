import type { Task, TaskAnswer } from "@parley/flow";

/** A task that is the world's; profiles are the host's own. */
export type PerformedTask = Exclude<Task, { readonly type: "profile" }>;

/** The port for work in the world that is no message: the tasks of nodes, and reports to customers' URLs. Never rejects for what the world does. */
export interface Performer {
  /** Does a task and gives its answer. The time that it takes is bounded by the task's own limits; an abort gives `timed-out`. */
  perform(task: PerformedTask, options: PerformOptions): Promise<TaskAnswer>;
  /** Posts once, and follows redirects as far as its rules allow. Waits at most ten seconds, or until `signal` aborts. */
  post(request: PostRequest, signal: AbortSignal): Promise<PostAnswer>;
}

/** What a performer is told beside the task. */
export type PerformOptions = {
  /**
   * The same however often the task is done: after a crash it is done again. A request that is no GET carries it as `idempotency-key`, so that the other
   * side can tell.
   */
  readonly key: string;
  readonly signal: AbortSignal;
};

/** Something to be posted. */
export type PostRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What came of a post. */
export type PostAnswer =
  | { readonly type: "answered"; readonly status: number }
  /** It will never be made: the URL is none, or leads where we do not go. */
  | { readonly type: "forbidden"; readonly reason: string }
  /** The other side could not be reached or did not answer; it may be tried again. */
  | { readonly type: "failed"; readonly reason: string };
