/** The port for work in the world that is no message: posting reports to customers' URLs. Never rejects for what the world does. */
export interface Performer {
  /** Posts once, and follows redirects as far as its rules allow. Waits at most ten seconds, or until `signal` aborts. */
  post(request: PostRequest, signal: AbortSignal): Promise<PostAnswer>;
}

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
