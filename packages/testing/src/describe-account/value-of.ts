import type { AccountAnswer } from "@parley/gateway";
import { expect } from "vitest";

/** A signal that nobody aborts. */
export const { signal } = new AbortController();

/** The value of an answer that is expected to be done. */
export function valueOf<Value>(answer: AccountAnswer<Value>): Value {
  expect(answer).toMatchObject({ type: "done" });
  return (answer as Extract<typeof answer, { type: "done" }>).value;
}
