import type { HttpRequestTask } from "@parley/flow";
import { performerLimits } from "../limits.ts";
import type { HttpAnswer } from "./http-answer.ts";

/** What came of asking once. */
export type Attempt =
  | { readonly type: "answered"; readonly answer: HttpAnswer }
  | { readonly type: "timed-out"; readonly reason: string }
  /** `isFinal`: asking again would give the same. */
  | { readonly type: "failed"; readonly reason: string; readonly isFinal: boolean };

/** Waits so long; rejects when it is broken off. */
export type Wait = (ms: number) => Promise<void>;

/**
 * Asks, and asks again as often as the task says, where there was no answer or one of the statuses that are repeated. The pause doubles each time, and is at least
 * what the server asks for (`Retry-After`, RFC 9110, 10.2.3); where it asks for more than a minute, its answer stands. `now` is in milliseconds since 1970.
 */
export async function repeatRequest(
  task: HttpRequestTask,
  ask: () => Promise<Attempt>,
  { wait, now }: { readonly wait: Wait; readonly now: () => number },
): Promise<Attempt> {
  for (let repetition = 0; ; repetition += 1) {
    const attempt = await ask();
    if (repetition >= task.retries || !isRepeated(attempt, task.retryOn)) return counted(attempt, repetition + 1);
    const asked = attempt.type === "answered" ? retryAfter(attempt.answer, now()) : 0;
    if (asked > performerLimits.retryAfterMs) return attempt;
    await wait(Math.max(task.retryAfterMs * 2 ** repetition, asked));
  }
}

function isRepeated(attempt: Attempt, retryOn: HttpRequestTask["retryOn"]): boolean {
  if (attempt.type !== "answered") return attempt.type === "timed-out" || !attempt.isFinal;
  const { status } = attempt.answer;
  return (status === 429 && retryOn.includes("429")) || (status >= 500 && retryOn.includes("5xx"));
}

/** In seconds, or the time after which it may be asked again. Zero where it says nothing that can be read. */
function retryAfter({ headers }: HttpAnswer, now: number): number {
  const value = headers.find(([name]) => name.toLowerCase() === "retry-after")?.[1].trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  // Only the forms that HTTP has begin with the name of a day; others are read in ways of each engine's own.
  // oxlint-disable-next-line no-restricted-globals -- Reading a given moment asks nothing of the world.
  const at = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}

function counted(attempt: Attempt, attempts: number): Attempt {
  if (attempt.type === "answered" || attempts === 1) return attempt;
  return { ...attempt, reason: `${attempt.reason.replace(/\.$/, "")}, the last of ${attempts} times.` };
}
