import { expect } from "vitest";
import type { TestGateway } from "../describe-gateway.ts";
import { send } from "./updates.ts";

/** Sends that certainly were not taken. */
export function describeRefusals(testGateway: TestGateway): void {
  for (const [kind, isPolicy] of [
    ["policy", true],
    ["permanent", false],
  ] as const) {
    testGateway(`tells a refusal with a ${kind} code as such, with the provider's own error`, async (subject) => {
      const codes = subject.codes[kind];
      expect(codes.length).toBeGreaterThan(1);
      for (const code of codes) {
        await subject.treat({ type: "refuses", code });
        const error = { code, title: expect.stringMatching(/./), details: expect.any(String) };
        expect(await send(subject, `c1-${code}`)).toEqual({ type: "refused", isPolicy, error });
      }
      expect(subject.taken()).toEqual([]);
    });
  }

  testGateway("may be asked again when the provider is busy", async (subject) => {
    await subject.treat({ type: "is-busy" });
    const answer = await send(subject, "c1-2");
    expect(answer).toMatchObject({ type: "retryable", reason: expect.stringMatching(/./) });
    expect(answer).not.toHaveProperty("retryAfterMs");
    expect(subject.taken()).toEqual([]);
    await subject.treat({ type: "accepts" });
    expect(await send(subject, "c1-2")).toMatchObject({ type: "accepted" });
    expect(subject.taken()).toHaveLength(1);
  });

  testGateway("says for how long the provider wants to be left alone", async (subject) => {
    await subject.treat({ type: "is-busy", retryAfterMs: 9_000 });
    expect(await send(subject, "c1-2")).toMatchObject({ type: "retryable", retryAfterMs: 9_000 });
    expect(subject.taken()).toEqual([]);
  });
}
