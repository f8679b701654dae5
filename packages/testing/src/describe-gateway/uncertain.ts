import { expect } from "vitest";
import type { GatewayTreatment, TestGateway } from "../describe-gateway.ts";
import { receiptsOf, send } from "./updates.ts";

const ambiguous = { type: "ambiguous", reason: expect.stringMatching(/./) };

/** Sends of which nobody can tell whether they were taken. */
export function describeUncertain(testGateway: TestGateway): void {
  for (const [sentence, type, isTaken] of uncertain) {
    testGateway(`is not sure of a send when ${sentence}, and goes on with the next`, async (subject) => {
      await subject.treat({ type });
      expect(await send(subject, "c1-2")).toEqual(ambiguous);
      expect(subject.reached()).toBe(1);
      await subject.treat({ type: "accepts" });
      expect(await send(subject, "c1-3")).toMatchObject({ type: "accepted" });
      expect(subject.taken().map(({ sendKey }) => sendKey)).toEqual(isTaken ? ["c1-2", "c1-3"] : ["c1-3"]);
    });
  }

  testGateway("learns of a message whose answer was lost by a receipt with our key", async (subject) => {
    await subject.treat({ type: "loses-answer" });
    expect(await send(subject, "c1-2")).toEqual(ambiguous);
    const [taken] = subject.taken();
    const receipts = await receiptsOf(subject, taken?.messageId ?? "", 3);
    expect(new Set(receipts.map(({ sendKey }) => sendKey))).toEqual(new Set(["c1-2"]));
  });

  testGateway(
    "is not sure of a send that had no answer within its time, and goes on with the next",
    async (subject) => {
      await subject.treat({ type: "hangs" });
      expect(await send(subject, "c1-2")).toEqual(ambiguous);
      expect(subject.reached()).toBe(1);
      await subject.treat({ type: "accepts" });
      expect(await send(subject, "c1-3")).toMatchObject({ type: "accepted" });
    },
    { needs: "time-out", requestTimeoutMs: 1_000 },
  );
}

const uncertain: readonly (readonly [sentence: string, type: UncertainType, isTaken: boolean])[] = [
  ["the connection is lost once the request was written", "loses-request", false],
  ["the answer is lost", "loses-answer", true],
  ["the provider breaks down", "breaks-down", false],
  ["the answer cannot be read", "babbles", true],
];

type UncertainType = Extract<GatewayTreatment["type"], "loses-request" | "loses-answer" | "breaks-down" | "babbles">;
