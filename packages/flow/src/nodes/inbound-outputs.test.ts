import { channelEvents } from "@parley/messaging";
import { expect, test } from "vitest";
import { inboundOutputs } from "./inbound-outputs.ts";

test.each([
  ["whatsapp.mo", "whatsapp.message", "whatsapp.buttonPayload"],
  ["whatsapp.postback", "whatsapp.buttonPayload", "whatsapp.message"],
  ["whatsapp.list", "whatsapp.listRowIdentifier", "whatsapp.message"],
  ["whatsapp.reply", "whatsapp.replyButtonIdentifier", "whatsapp.message"],
] as const)("%s puts out %s and not %s", (event, own, other) => {
  expect(inboundOutputs([event])).toContain(own);
  expect(inboundOutputs([event])).not.toContain(other);
});

test("every event tells who wrote, when, and the message as text", () => {
  for (const event of channelEvents) {
    expect(inboundOutputs([event])).toEqual(
      expect.arrayContaining([
        "receive.message",
        "receive.payload.*",
        "whatsapp.waId",
        "whatsapp.bsuid",
        "whatsapp.timestamp",
      ]),
    );
  }
});

test("several events put out what each of them does, every name once", () => {
  const all = inboundOutputs(channelEvents);
  expect(new Set(all).size).toBe(all.length);
  for (const event of channelEvents) expect(all).toEqual(expect.arrayContaining(inboundOutputs([event])));
});
