import { describe, expect, test } from "vitest";
import type { InboundContent } from "@parley/messaging";
import { chosenReply } from "./chosen-reply.ts";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";

const yes: InboundContent = { type: "button-reply", id: "yes", title: "Yes" };

describe("what was chosen", () => {
  test.each([
    [yes, { type: "reply", identifier: "yes", title: "Yes" }],
    [
      { type: "list-reply", id: "r1", title: "Soup", description: "Hot" },
      { type: "list", identifier: "r1", title: "Soup", description: "Hot" },
    ],
    [
      { type: "list-reply", id: "r1", title: "Soup", description: "" },
      { type: "list", identifier: "r1", title: "Soup" },
    ],
    [
      { type: "postback", payload: "P1", text: "More" },
      { type: "postback", identifier: "P1", title: "More" },
    ],
  ] as const)("of %o", (content, chosen) => {
    expect(chosenReply({ id: "m", sentAt: 0, content, payload: {} })).toEqual({
      ...chosen,
      at: "1970-01-01T00:00:00.000Z",
    });
  });

  test("is nothing where somebody wrote", () => {
    expect(chosenReply({ id: "m", sentAt: 0, content: { type: "text", text: "Yes" }, payload: {} })).toBeUndefined();
  });
});

/** The send's record in the first live conversation. */
function record(world: World) {
  return world.threads()[0]?.live[0]?.conversation.context.sends["n3"];
}

function responses(world: World) {
  return world.sends().map(({ response }) => response?.["identifier"]);
}

describe("a choice of what a message offers", () => {
  test("is recorded with the send, and routed as usual", async () => {
    const world = await World.open({ flows: [flowOf("asking", [say("Yes?"), hear("whatsapp.reply"), hear()])] });
    await world.write("x");
    await world.write(yes, { contextId: "w1" });
    expect(world.live()).toEqual(["asking#1 n5"]);
    expect(record(world)?.reply).toMatchObject({ type: "reply", identifier: "yes" });
    expect(responses(world)).toEqual(["yes"]);
    expect(world.journal().slice(-2)).toEqual([
      "asking#1 reply-recorded",
      "asking#1 message-received m2 n4.whatsapp.reply",
    ]);
  });

  test("can be read by the flow that it resumes", async () => {
    const steps = [say("Yes?"), hear("whatsapp.reply"), say("You said $(n3.send.response_interactive.title)"), hear()];
    const world = await World.open({ flows: [flowOf("asking", steps)] });
    await world.write("x");
    await world.write(yes, { contextId: "w1" });
    expect(world.sent().at(-1)).toBe("31612345678 You said Yes");
  });

  test("is recorded wherever the conversation stands", async () => {
    const world = await World.open({ flows: [flowOf("asking", [say("Yes?"), pause(60), hear()])] });
    await world.write("x");
    await world.write(yes, { contextId: "w1" });
    expect(record(world)?.reply).toMatchObject({ identifier: "yes" });
    expect(world.journal().at(-1)).toBe("asking#1 message-deferred m2");
  });

  test("after the end is in the send's row alone, and the journal", async () => {
    const world = await World.open({ flows: [flowOf("asking", [say("Yes?")], { contains: ["ask"] })] });
    await world.write("ask");
    await world.run(3 * 24 * 3_600_000);
    await world.write(yes, { contextId: "w1" });
    expect(responses(world)).toEqual(["yes"]);
    expect(world.journal().slice(-2)).toEqual(["asking#1 reply-recorded", "- message-unhandled m2"]);
  });

  test("may be made again; the last word stays, and what comes twice counts once", async () => {
    const world = await World.open({ flows: [flowOf("asking", [say("Yes?"), hear("whatsapp.list")])] });
    await world.write("x");
    const first = world.message(yes, { contextId: "w1" });
    const second = world.message({ ...yes, id: "no", title: "No" }, { contextId: "w1" });
    await world.host.deliver([first, second]);
    await world.host.deliver([first]);
    expect(responses(world)).toEqual(["no"]);
    expect(world.journal().filter((line) => line.includes("reply-recorded"))).toHaveLength(2);
  });

  test("of a message that is not ours, or of another app, is recorded nowhere", async () => {
    const world = await World.open({ flows: [flowOf("asking", [say("Yes?"), hear()])], apps: ["main", "other"] });
    await world.write("x");
    await world.write(yes, { contextId: "w404" });
    await world.write(yes, { contextId: "w1", app: "other" });
    expect(responses(world).filter((one) => one !== undefined)).toEqual([]);
  });

  test("by another contact than the conversation's is recorded with the conversation that asked them", async () => {
    const asking = flowOf("asking", [say("Yes?", { destination: "31687654321" }), hear()], { contains: ["ask"] });
    const world = await World.open({ flows: [asking] });
    await world.write("hi", { from: { waId: "31687654321" } });
    await world.write("ask");
    const event = world.message(yes, { contextId: "w1", from: { waId: "31687654321" } });
    await world.host.deliver([event, event]);
    await world.host.deliver([event]);
    expect(world.threads()[1]?.live[0]?.conversation.context.sends["n3"]?.reply).toMatchObject({ identifier: "yes" });
    expect(world.journal().slice(-2)).toEqual(["- message-unhandled m3", "asking#1 reply-recorded"]);
  });
});

describe("an answer to an older message", () => {
  test("that chooses goes to the conversation that sent it, before a newer one", async () => {
    const interrupting = flowOf("over", [hear("whatsapp.list")], { event: "whatsapp.reply", interrupts: true });
    const older = flowOf("older", [say("one"), hear("whatsapp.reply"), hear("whatsapp.list")], { contains: ["one"] });
    const newer = flowOf("newer", [say("two"), hear("whatsapp.reply")], { contains: ["two"] });
    const world = await World.open({ flows: [older, newer] });
    await world.write("one");
    await world.write("two");
    expect(world.live()).toEqual(["older#1 n4", "newer#2 n4"]);
    await world.makeLive(interrupting);
    await world.host.reloadFlows();
    await world.write(yes, { contextId: "w1" });
    expect(world.live()).toEqual(["older#1 n5", "newer#2 n4"]);
    await world.write(yes, { contextId: "w1" });
    expect(world.live()).toEqual(["over#3 n3"]);
  });

  test("that is written goes to the conversation that sent it, among those that wait, unless a Start interrupts", async () => {
    const older = flowOf("older", [say("one"), hear(), hear("whatsapp.list")], {
      contains: ["one"],
      interrupts: false,
    });
    const newer = flowOf("newer", [say("two"), hear(), hear("whatsapp.list")], { event: "whatsapp.reply" });
    const over = flowOf("over", [hear("whatsapp.list")], { contains: ["help"], interrupts: true });
    const world = await World.open({ flows: [older, newer, over] });
    await world.write("one");
    await world.write(yes);
    await world.write("mine", { contextId: "w1" });
    expect(world.live()).toEqual(["older#1 n5", "newer#2 n4"]);
    await world.write("help", { contextId: "w2" });
    expect(world.live()).toEqual(["over#3 n3"]);
  });
});
