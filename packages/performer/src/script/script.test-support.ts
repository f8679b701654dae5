import type { EvaluateTask } from "@parley/flow";

/** A task with a script, and what a conversation might have. */
export function evaluateTask(script: string, more: Partial<EvaluateTask> = {}): EvaluateTask {
  return {
    type: "evaluate",
    script,
    variables: { city: "Lyon", score: 1, order: { items: [1] }, nothing: null },
    outputs: { n3: { receive: { message: "hi" } }, send: { gatewayTid: "g7" } },
    timeMs: 50,
    memoryBytes: 16 * 1024 * 1024,
    ...more,
  };
}

/** Counts what this thread had of the processor. */
export function startStopwatch(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
}
