import { type CommitUnit, StoreError } from "@parley/store";
import type { MemoryData } from "@parley/store/memory";

/** What goes wrong with a store, at the n-th call from now that it can happen to. */
export type StoreTrouble =
  /** Calls fail before anything of them happened. */
  | { readonly how: "fails"; readonly afterCalls: number; readonly times: number }
  /** Another process has written the threads of commits first. */
  | { readonly how: "conflicts"; readonly afterCalls: number; readonly times: number }
  /** A commit takes effect, its answer is lost, and no later call of the process is answered: what holds the data has ended. */
  | { readonly how: "dies"; readonly afterCalls: number };

/** Brings the store of a process into trouble. */
export class StoreTroubles {
  readonly #data: MemoryData;
  readonly #onStrike: (how: StoreTrouble["how"]) => void;
  #trouble: StoreTrouble | undefined;
  #calls = 0;
  #isDead = false;

  constructor(data: MemoryData, onStrike: (how: StoreTrouble["how"]) => void) {
    this.#data = data;
    this.#onStrike = onStrike;
  }

  /** Replaces the trouble that is still to come. */
  set(trouble: StoreTrouble): void {
    this.#trouble = trouble;
    this.#calls = 0;
  }

  /** No trouble any more. */
  end(): void {
    this.#trouble = undefined;
  }

  /** Whether no call is answered any more. */
  get isDead(): boolean {
    return this.#isDead;
  }

  /** A new process has a store that lives. */
  revive(): void {
    this.#isDead = false;
  }

  /** Performs a call, or lets it meet its trouble. */
  async meet(method: string, given: readonly unknown[], perform: () => unknown): Promise<unknown> {
    if (this.#isDead) throw new StoreError("unexpected", "Its worker has ended.");
    const how = this.#strike(method);
    if (how === "fails") throw new StoreError("full", "");
    if (how === "conflicts") this.#writeFirst(given[0] as readonly CommitUnit[]);
    const result = await perform();
    if (how !== "dies") return result;
    this.#isDead = true;
    throw new StoreError("unexpected", "Its worker ended.");
  }

  #strike(method: string): StoreTrouble["how"] | undefined {
    if (this.#trouble === undefined) return undefined;
    const { how, afterCalls } = this.#trouble;
    if (how !== "fails" && method !== "commit") return undefined;
    this.#calls += 1;
    if (this.#calls < afterCalls) return undefined;
    const times = how === "dies" ? 1 : this.#trouble.times;
    if (this.#calls === afterCalls + times - 1) this.end();
    this.#onStrike(how);
    return how;
  }

  #writeFirst(units: readonly CommitUnit[]): void {
    for (const { thread } of units) {
      const row = thread && this.#data.threads.get(thread.state.id);
      if (row) this.#data.threads.set(row.thread.id, { ...row, revision: row.revision + 1 });
    }
  }
}
