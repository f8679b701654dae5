import { holdsSealed, type OutboundMessage, sealedText } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { compileDrawn, play, startedBy } from "../engine.test-support.ts";
import type { Turn } from "../take-turn.ts";

const template = {
  type: "template",
  name: "code",
  language: "en",
  body: [{ type: "text", text: "$(generateOTP.OTP)" }],
  buttons: [{ type: "otp", index: 0, code: "$(generateOTP.OTP)" }],
};

/** Makes a one-time password of a length and sends it. */
function sendCode(length: number, message: object): Turn {
  const compiled = compileDrawn({
    nodes: [
      { id: "n3", type: "generate-otp", config: { length: Math.min(length, 15) } },
      { id: "n4", type: "whatsapp", config: { message } },
    ],
    edges: ["n2 onBegin n3", "n3 onSuccess n4"],
  });
  const values = { digest: "digest", sealed: sealedText("x".repeat(200), length) };
  return play(compiled, [
    startedBy(),
    { type: "task-answered", at: 2000, key: "c1-2", answer: { type: "done", values } },
  ]);
}

function sentBy({ effects }: Turn): OutboundMessage | undefined {
  return effects.flatMap((effect) => (effect.type === "send-message" ? [effect.message] : []))[0];
}

describe("a message with a one-time password", () => {
  test("is sent sealed in every place where it stands, whatever the seal's own length", () => {
    const sent = sentBy(sendCode(15, template));
    expect(sent).toMatchObject({ type: "template" });
    const written = JSON.stringify(sent);
    expect(written.split("x".repeat(200))).toHaveLength(3);
    expect(holdsSealed(written)).toBe(true);
  });

  test("is measured by the password's length: 16 characters are too many for a template's button", () => {
    const turn = sendCode(16, template);
    expect(sentBy(turn)).toBeUndefined();
    expect(turn.journal).toContainEqual({
      type: "failed",
      nodeId: "n4",
      reason: "message.buttons[0].code is 16 characters long; WhatsApp takes at most 15.",
    });
    expect(JSON.stringify(turn.journal)).not.toContain("xxx");
  });

  test("is measured whole", () => {
    expect(sentBy(sendCode(6, { type: "text", body: `${"a".repeat(4090)}$(generateOTP.OTP)` }))).toBeDefined();
    expect(sentBy(sendCode(6, { type: "text", body: `${"a".repeat(4091)}$(generateOTP.OTP)` }))).toBeUndefined();
  });
});
