import { expect, test } from "vitest";
import { accepted, compileDrawn, play, said, startedBy } from "./engine.test-support.ts";
import { engineLimits } from "./limits.ts";
import { senderOf, sentMessage } from "./sent-message.ts";

const compiled = compileDrawn({
  nodes: [
    { id: "n3", type: "whatsapp", config: { message: { type: "text", body: "Hello" } } },
    { id: "n4", type: "receive", config: { events: [{ type: "whatsapp.mo" }] } },
  ],
  edges: ["n2 onBegin n3", "n3 onSuccess n4", "n4 whatsapp.mo n3"],
});

/** A conversation that has sent its message some times. Each send is two visits after the one before. */
function afterSends(count: number) {
  const events = Array.from({ length: count }, (_, index) => [
    ...(index === 0 ? [startedBy()] : [said("again")]),
    accepted(`c1-${2 + index * 2}`),
  ]);
  return play(compiled, events.flat()).conversation;
}

test("a conversation knows the messages that it sent", () => {
  const conversation = afterSends(2);
  expect(["wamid.c1-2", "wamid.c1-4", "wamid.c1-6", "wamid.c2-2"].map((id) => sentMessage(conversation, id))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(senderOf(conversation.context, "wamid.c1-2")).toBe("n3");
});

test("of what a node sent before its latest message it knows the ten newest", () => {
  const conversation = afterSends(engineLimits.formerMessages + 3);
  const { formerIds = [] } = conversation.context.sends["n3"] ?? {};
  expect(formerIds).toHaveLength(engineLimits.formerMessages);
  expect(formerIds[0]).toBe(`wamid.c1-${2 + (engineLimits.formerMessages + 1) * 2}`);
  expect(sentMessage(conversation, "wamid.c1-2")).toBe(false);
});
