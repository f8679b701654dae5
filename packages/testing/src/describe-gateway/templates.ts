import { templateSchema } from "@parley/messaging";
import { expect } from "vitest";
import type { TemplateVerdict, TestGateway } from "../describe-gateway.ts";
import { soon, updatesOf } from "./updates.ts";

const template = templateSchema.parse({ name: "order_shipped", language: "pt_BR", category: "utility", body: "Olá!" });

const verdicts: readonly TemplateVerdict[] = [
  { status: "approved" },
  { status: "pending" },
  { status: "rejected", reason: "INVALID_FORMAT" },
  { status: "paused" },
  { status: "disabled" },
];

/** What the provider says of templates. */
export function describeTemplates(testGateway: TestGateway): void {
  for (const { status, reason = "" } of verdicts) {
    testGateway(`tells that a template is ${status}, and whose and which it is`, async (subject) => {
      await subject.judge(template, { status, ...(reason === "" ? {} : { reason }) });
      const told = await soon(() => {
        const found = updatesOf(subject).find(({ type }) => type === "template-status");
        expect(found).toBeDefined();
        return found;
      });
      expect(told).toEqual({
        type: "template-status",
        businessAccountId: subject.businessAccountId,
        ...{ name: "order_shipped", language: "pt_BR", status, reason },
        providerId: expect.stringMatching(/./),
      });
    });
  }
}
