import type { Dispatcher, FormData } from "undici";

/*
 * One HTTP exchange, and what is certain of it.
 *
 * 1. "not-written" is said only if no byte of the request was, or ever will be, handed to a socket.
 * 2. A request is handed to a socket at most once.
 * 3. The exchange ends by its deadline or its abort, also while it still waits for a connection.
 */

/** A request to be made as it is. */
export type Request = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | undefined;
  /** From the call to the end of the answer. */
  readonly timeoutMs: number;
};

/** What came of an exchange. Reasons name error codes, never content. */
export type Exchange =
  | {
      readonly type: "answered";
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly text: string;
    }
  /** Nothing was written: the peer cannot know of the request. */
  | { readonly type: "not-written"; readonly reason: string }
  /** It was written, wholly or in part, and no whole answer came. */
  | { readonly type: "lost"; readonly reason: string };

/** Makes a request once and says what came of it. Never rejects. */
export async function exchangeOnce(dispatcher: Dispatcher, request: Request, signal: AbortSignal): Promise<Exchange> {
  const { method, path, headers, body = null, timeoutMs } = request;
  if (signal.aborted) return { type: "not-written", reason: "it was aborted before it began" };
  const exchange = new ExchangeHandler();
  const deadline = AbortSignal.timeout(timeoutMs);
  const onAbort = (): void => exchange.giveUp("it was aborted");
  const onDeadline = (): void => exchange.giveUp(`there was no whole answer within ${timeoutMs} ms`);
  signal.addEventListener("abort", onAbort, { once: true });
  deadline.addEventListener("abort", onDeadline, { once: true });
  try {
    dispatcher.dispatch({ path, method, headers, body }, exchange);
    return await exchange.outcome;
  } finally {
    signal.removeEventListener("abort", onAbort);
    deadline.removeEventListener("abort", onDeadline);
  }
}

/** Follows one request through the dispatcher, which calls `onRequestStart` immediately before the first byte goes to a socket. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly outcome: Promise<Exchange>;
  readonly #resolve: (outcome: Exchange) => void;
  readonly #chunks: Buffer[] = [];
  #isSettled = false;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #retryAfter: string | undefined;

  constructor() {
    const { promise, resolve } = Promise.withResolvers<Exchange>();
    this.outcome = promise;
    this.#resolve = resolve;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#isSettled || this.#controller !== undefined) {
      controller.abort(new Error("the exchange is over"));
      return;
    }
    this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status;
    const retryAfter = headers["retry-after"];
    this.#retryAfter = Array.isArray(retryAfter) ? retryAfter[0] : retryAfter;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const text = Buffer.concat(this.#chunks).toString("utf8");
    this.#settle({ type: "answered", status: this.#status, retryAfter: this.#retryAfter, text });
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.#fail(codeOf(error));
  }

  giveUp(reason: string): void {
    this.#fail(reason);
    this.#controller?.abort(new Error(reason));
  }

  #fail(reason: string): void {
    if (this.#controller === undefined) this.#settle({ type: "not-written", reason });
    else this.#settle({ type: "lost", reason });
  }

  #settle(outcome: Exchange): void {
    this.#isSettled = true;
    this.#resolve(outcome);
  }
}

/** The code of a system or undici error, such as `ECONNREFUSED`; messages are left out, for they may quote what was sent. */
function codeOf(error: Error): string {
  const code = "code" in error ? error.code : undefined;
  if (typeof code === "string") return code;
  // Trying several addresses of one name gives an AggregateError, whose parts have the codes.
  const first = error instanceof AggregateError ? error.errors[0] : undefined;
  return first instanceof Error ? codeOf(first) : error.name;
}
