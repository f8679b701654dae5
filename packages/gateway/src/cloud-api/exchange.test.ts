import { Dispatcher } from "undici";
import { expect, test } from "vitest";
import { exchangeOnce } from "./exchange.ts";

const request = { method: "POST", path: "/", headers: {}, body: "{}", timeoutMs: 1000 } as const;

/** A dispatcher that starts a request as often as it is told, and then fails. */
class StartingDispatcher extends Dispatcher {
  readonly aborts: string[] = [];
  readonly #starts: number;

  constructor(starts: number) {
    super();
    this.#starts = starts;
  }

  override dispatch(_options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const abort = (reason: Error): void => {
      this.aborts.push(reason.message);
    };
    const controller = { abort, pause() {}, resume() {}, aborted: false, paused: false, reason: null };
    for (let start = 0; start < this.#starts; start++) handler.onRequestStart?.(controller, {});
    handler.onResponseError?.(controller, Object.assign(new Error("quotes the request"), { code: "ECONNRESET" }));
    return true;
  }
}

test("A request that the dispatcher never started was not written (1)", async () => {
  const outcome = await exchangeOnce(new StartingDispatcher(0), request, new AbortController().signal);
  expect(outcome).toEqual({ type: "not-written", reason: "ECONNRESET" });
});

test("A request that was started once is lost, whatever the error is (1)", async () => {
  const dispatcher = new StartingDispatcher(1);
  expect(await exchangeOnce(dispatcher, request, new AbortController().signal)).toEqual({
    type: "lost",
    reason: "ECONNRESET",
  });
  expect(dispatcher.aborts).toEqual([]);
});

test("A request that the dispatcher would write a second time is stopped (2)", async () => {
  const dispatcher = new StartingDispatcher(2);
  expect(await exchangeOnce(dispatcher, request, new AbortController().signal)).toMatchObject({ type: "lost" });
  expect(dispatcher.aborts).toEqual(["the exchange is over"]);
});
