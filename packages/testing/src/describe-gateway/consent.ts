import { expect } from "vitest";
import type { TestGateway } from "../describe-gateway.ts";
import { soon, updatesOf } from "./updates.ts";

/** What people choose in WhatsApp itself. */
export function describeConsent(testGateway: TestGateway): void {
  for (const [choice, status] of [
    ["stop", "opted-out"],
    ["resume", "opted-in"],
  ] as const) {
    testGateway(`tells that a person is ${status} when they ${choice} marketing messages`, async (subject) => {
      const { person, app } = subject;
      await subject.choose(person, choice);
      const told = await soon(() => {
        const found = updatesOf(subject).find(({ type }) => type === "consent");
        expect(found).toBeDefined();
        return found;
      });
      expect(told).toMatchObject({
        type: "consent",
        phoneNumberId: app.phoneNumberId,
        contact: { waId: person.waId },
        optIn: { status, at: expect.any(Number), source: "provider", evidence: expect.stringMatching(/./) },
      });
    });
  }
}
