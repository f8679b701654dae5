import type { JournalRow } from "@parley/store";
import type { MemoryData } from "@parley/store/memory";
import type { Violate } from "./message-laws.ts";
import type { Workshop } from "./workshop.ts";

/**
 * I14 Every visit of a node that asks for work is answered once. Its task is stored with the turn that asks, and owed until it is answered or nobody waits
 *     for it any more; only what is owed is handed over, by one process once. At the end none is owed, and what has no answer is of a conversation that has
 *     ended.
 */
export class TaskLaws {
  readonly #data: MemoryData;
  readonly #workshop: Workshop;
  readonly #violate: Violate;
  /** The conversation of each task that was asked for, by key. */
  readonly #asked = new Map<string, string>();
  readonly #answered = new Set<string>();
  readonly #handedOver = new Set<string>();
  #read = 0;

  constructor(data: MemoryData, workshop: Workshop, violate: Violate) {
    this.#data = data;
    this.#workshop = workshop;
    this.#violate = violate;
  }

  read({ conversationId = "", event, effects }: JournalRow): void {
    if (event.type === "task-answered") {
      if (!this.#asked.has(event.key)) this.#violate("I14", `task ${event.key} is answered and nobody asked for it`);
      if (this.#answered.has(event.key)) this.#violate("I14", `task ${event.key} is answered twice`);
      this.#answered.add(event.key);
    }
    for (const effect of effects) {
      if (effect.type !== "perform-task") continue;
      if (this.#asked.has(effect.key)) this.#violate("I14", `task ${effect.key} is asked for twice`);
      this.#asked.set(effect.key, conversationId);
    }
  }

  check(): void {
    this.#checkRows();
    const { errands } = this.#workshop;
    for (const { key, process, isOwed } of errands.slice(this.#read)) {
      if (!isOwed) this.#violate("I14", `task ${key} is handed over and not owed`);
      const byProcess = `${process} ${key}`;
      if (this.#handedOver.has(byProcess)) this.#violate("I14", `task ${key} is handed over twice by one process`);
      this.#handedOver.add(byProcess);
    }
    this.#read = errands.length;
  }

  checkEnd(): void {
    const { tasks, conversations } = this.#data;
    for (const { key, state } of tasks.values())
      if (state === "queued") this.#violate("I14", `task ${key} is owed still`);
    for (const [key, conversationId] of this.#asked) {
      if (this.#answered.has(key) || conversations.get(conversationId)?.status === "ended") continue;
      this.#violate("I14", `task ${key} has no answer, and its conversation waits`);
    }
  }

  /** How often a task was done again, and how many answers came too late. */
  get tally(): { readonly again: number; readonly late: number } {
    const { errands } = this.#workshop;
    const again = errands.length - new Set(errands.map(({ key }) => key)).size;
    return { again, late: [...this.#asked.keys()].filter((key) => !this.#answered.has(key)).length };
  }

  /** What is done may have been forgotten. */
  #checkRows(): void {
    for (const [key, conversationId] of this.#asked) {
      const row = this.#data.tasks.get(key);
      const isAnswered = this.#answered.has(key);
      if (isAnswered && row?.state === "queued") this.#violate("I14", `task ${key} is answered and owed still`);
      const hasEnded = this.#data.conversations.get(conversationId)?.status === "ended";
      if (!isAnswered && !hasEnded && row?.state !== "queued")
        this.#violate("I14", `task ${key} has no answer and is owed no more`);
      if (row?.state === "done" && row.task !== undefined) this.#violate("I14", `task ${key} is done and kept whole`);
    }
    for (const key of this.#data.tasks.keys())
      if (!this.#asked.has(key)) this.#violate("I14", `task ${key} is stored and nobody asked for it`);
  }
}
