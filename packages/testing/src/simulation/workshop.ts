import type { Task, TaskAnswer } from "@parley/flow";
import { type Clock, type JsonObject, sleep } from "@parley/messaging";
import type { Performer } from "@parley/performer";
import type { MemoryData } from "@parley/store/memory";
import type { CallWorld } from "./process-world.ts";

/** What comes of a task, and how long that takes. */
export type Handling = { readonly how: TaskAnswer["type"]; readonly answersAfterMs: number };

/** A task that the host handed over. */
export type Errand = {
  readonly key: string;
  readonly process: number;
  /** Whether the store owed it at that moment. */
  readonly isOwed: boolean;
};

/** Does the work that nodes ask of the world, and remembers what it was handed. */
export class Workshop {
  readonly errands: Errand[] = [];
  handlings: readonly Handling[] = [];
  readonly #data: MemoryData;

  constructor(data: MemoryData) {
    this.#data = data;
  }

  /** The performer of a process; `call` makes each task a call to the world. */
  performer(
    process: number,
    { call, clock }: { readonly call: CallWorld; readonly clock: Clock },
  ): Pick<Performer, "perform"> {
    return {
      perform: async (task, { key, signal }) => {
        this.errands.push({ key, process, isOwed: this.#data.tasks.get(key)?.state === "queued" });
        const { how, answersAfterMs } = this.#handling();
        const answer = await call(`task ${key}`, async () => answerOf(task, how));
        if (answersAfterMs === 0) return answer;
        return sleep(clock, answersAfterMs, signal).then(
          () => answer,
          () => ({ type: "timed-out", reason: "It was broken off." }),
        );
      },
    };
  }

  #handling(): Handling {
    const index = (this.errands.length - 1) % Math.max(1, this.handlings.length);
    return this.handlings[index] ?? { how: "done", answersAfterMs: 0 };
  }
}

function answerOf(task: Exclude<Task, { type: "profile" }>, how: TaskAnswer["type"]): TaskAnswer {
  return how === "done" ? { type: how, values: valuesOf(task) } : { type: how, reason: `The world said ${how}.` };
}

/** Of what a task asks for enough for its node. */
function valuesOf(task: Exclude<Task, { type: "profile" }>): JsonObject {
  switch (task.type) {
    case "evaluate":
      return { result: "yes", variables: { word: "yes" } };
    case "http-request":
      return { statusCode: 200, statusText: "OK", responseBody: "yes", responseHeaders: {}, fields: {} };
    case "parse-data":
      return { city: "Delft" };
    case "generate-otp":
      return { digest: "digest", sealed: "sealed" };
    case "validate-otp":
      return { isRight: task.code === "yes" };
  }
}
