import { expect } from "vitest";
import type { TestGateway } from "../describe-gateway.ts";
import { send, sendAccepted, soon } from "./updates.ts";

/** Sends that are called off. */
export function describeAborts(testGateway: TestGateway): void {
  testGateway("sends nothing when it is aborted before it begins", async (subject) => {
    const signal = AbortSignal.abort();
    expect(await send(subject, "c1-2", { signal })).toMatchObject({ type: "retryable" });
    expect([subject.reached(), subject.taken()]).toEqual([0, []]);
  });

  testGateway("is not sure of a send that is aborted while it waits for its answer", async (subject) => {
    await subject.treat({ type: "hangs" });
    const controller = new AbortController();
    const answer = send(subject, "c1-2", { signal: controller.signal });
    await soon(() => expect(subject.reached()).toBe(1));
    controller.abort();
    expect(await answer).toMatchObject({ type: "ambiguous" });
    await subject.treat({ type: "accepts" });
    await sendAccepted(subject, "c1-3");
  });

  testGateway("minds no abort that comes after the answer, and leaves other sends alone", async (subject) => {
    const controller = new AbortController();
    const { signal } = controller;
    expect(await send(subject, "c1-2", { signal })).toMatchObject({ type: "accepted" });
    const other = send(subject, "c1-3");
    controller.abort(new Error("too late"));
    expect(await other).toMatchObject({ type: "accepted" });
  });
}
