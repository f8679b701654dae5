import { serverLimits } from "./limits.ts";

/**
 * Does work in the order in which it comes, a slice of time for it in each round of the event loop: what else the process has to do, such as
 * answers of the store and of the gateway, goes on in between however much comes.
 */
export class WorkLine {
  readonly #waiting: (() => void)[] = [];
  #sliceEndsAt = 0;
  #isScheduled = false;

  /** Resolves with what the work gives, and rejects with what it throws. */
  run<Result>(work: () => Result): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#waiting.push(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
    if (!this.#isScheduled) this.#begin();
    return promise;
  }

  /** Begins a slice. It ends with the round of the event loop, in which more may come while it lasts. */
  #begin(): void {
    this.#isScheduled = true;
    this.#sliceEndsAt = performance.now() + serverLimits.workSliceMs;
    this.#work();
    setImmediate(() => {
      this.#isScheduled = false;
      if (this.#waiting.length > 0) this.#begin();
    });
  }

  #work(): void {
    while (this.#waiting.length > 0 && performance.now() < this.#sliceEndsAt) this.#waiting.shift()?.();
  }
}
