import type { TaskAnswer } from "@parley/flow";
import { invariant } from "@parley/messaging";
import type { StateShape } from "../machine/state-shape.ts";
import type { Step } from "../step.ts";

/** A state that waits for the answer to the work that entering it asked for; the reaction `answer` decides the outcome. */
export function awaitAnswer(node: string): StateShape {
  return {
    on: {
      "task-answered": {
        actions: [{ type: "react", params: { node, reaction: "answer" } }],
        guard: { type: "answers-task" },
      },
    },
  };
}

/** The answer to the work of the present node. */
export function answerOf({ event }: Step): TaskAnswer {
  invariant(event.type === "task-answered", "only an answer is read as one");
  return event.answer;
}

/** Leaves by `onError` or, where the node has one, by `onTimeout`; the reason goes to the journal. */
export function failAs(step: Step, answer: Exclude<TaskAnswer, { type: "done" }>, hasTimeout = false): void {
  if (answer.type !== "timed-out" || !hasTimeout) {
    step.fail(answer.reason);
    return;
  }
  step.note({ type: "failed", nodeId: step.nodeId, reason: answer.reason });
  step.decide("onTimeout");
}
