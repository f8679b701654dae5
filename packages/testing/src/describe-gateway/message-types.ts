import { hasReceipts, type OutboundMessage, outboundMessageSchema } from "@parley/messaging";
import { expect } from "vitest";
import type { GatewayUnderTest, TestGateway } from "../describe-gateway.ts";
import { type SampleMessage, sampleMessages } from "./sample-messages.ts";
import { send } from "./updates.ts";

/** Messages of every type. */
export function describeMessageTypes(testGateway: TestGateway): void {
  for (const type of outboundMessageSchema.options.map((option) => option.shape.type.value)) {
    testGateway(`hands messages of type ${type} over whole`, async (subject) => {
      const messageId = await subject.write({ type: "text", text: "Hi" }, { from: subject.person });
      const samples: readonly SampleMessage[] = sampleMessages[type]({ messageId });
      expect(samples.length).toBeGreaterThan(0);
      for (const [index, { message, template }] of samples.entries()) {
        expect(outboundMessageSchema.safeParse(message).error?.issues).toBeUndefined();
        if (template !== undefined) await subject.judge(template, { status: "approved" });
        await expectHandedOver(subject, message, `c1-${index}`);
      }
    });
  }
}

async function expectHandedOver(subject: GatewayUnderTest, message: OutboundMessage, key: string): Promise<void> {
  const answer = await send(subject, key, { message });
  expect({ message, type: answer.type }).toEqual({ message, type: "accepted" });
  const messageId = answer.type === "accepted" ? answer.messageId : undefined;
  const taken = subject.taken().find(({ sendKey }) => sendKey === key);
  if (!hasReceipts(message)) {
    expect([messageId, taken]).toEqual([undefined, undefined]);
    return;
  }
  expect(taken).toMatchObject({ messageId, text: expect.any(String) });
  const held = new Set(textsOf(taken?.content));
  for (const text of textsOf(message)) expect(held).toContain(text);
}

/** Fields whose texts choose one of a few things, and may have other names at a provider. */
const choices = new Set(["type", "kind", "mimeType"]);

/** Every text in a value that says something, at any depth. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (choices.has(key) ? [] : textsOf(part)));
}
