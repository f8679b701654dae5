import { describe, expect, test } from "vitest";
import type { InboundContent } from "@parley/messaging";
import { flowOf, hear, pause, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";

const button: InboundContent = { type: "button-reply", id: "1", title: "One" };
const choice: InboundContent = { type: "list-reply", id: "1", title: "One", description: "" };
const reaction: InboundContent = { type: "reaction", messageId: "w1", emoji: "x" };

/** The last line of the journal that a message caused, without its id. */
function lastLine(world: World): string | undefined {
  return world.journal().at(-1);
}

describe("rule 1: a conversation that waits, and whose own Start matches too", () => {
  const coffee = flowOf("coffee", [hear(), hear()], { contains: ["coffee"] });
  const tea = flowOf("tea", [hear(), hear()], { contains: ["tea"] });

  test("comes before a newer one that waits as well", async () => {
    const both = flowOf("both", [hear("whatsapp.reply"), hear(), hear()], { contains: ["both"] });
    const world = await World.open({ flows: [both, tea] });
    await world.write("both");
    await world.write("tea");
    await world.write(button);
    expect(world.live()).toEqual(["both#1 n4", "tea#2 n3"]);
    await world.write("both again");
    expect(lastLine(world)).toBe("both#1 message-received m4 n4.whatsapp.mo");
  });

  test("comes before a Start that interrupts", async () => {
    const takeover = flowOf("takeover", [hear()], { interrupts: true });
    const world = await World.open({ flows: [coffee] });
    await world.write("coffee");
    await world.makeLive(takeover);
    await world.host.reloadFlows();
    await world.write("more coffee");
    expect(world.live()).toEqual(["coffee#1 n4"]);
    await world.write("no");
    expect(world.results()).toEqual(["coffee#1 incomplete"]);
    expect(world.live()).toEqual(["takeover#2 n3"]);
  });

  test("goes by the Start of the version that the conversation is pinned to", async () => {
    const world = await World.open({ flows: [coffee] });
    await world.write("coffee");
    await world.makeLive({ ...tea, id: "coffee" });
    await world.makeLive(flowOf("takeover", [hear()], { interrupts: true }));
    await world.host.reloadFlows();
    await world.write("coffee");
    expect(world.live()).toEqual(["coffee#1 n4"]);
  });
});

describe("rule 2: a Start that interrupts", () => {
  const takeover = flowOf("takeover", [hear("whatsapp.reply")], { contains: ["agent"], interrupts: true });

  test("ends the conversations that wait as incomplete, and starts", async () => {
    const world = await World.open({
      flows: [flowOf("survey", [hear(), hear(undefined, 60)], { contains: ["survey"] }), takeover],
    });
    await world.write("survey");
    await world.write("more");
    await world.write("agent");
    expect(world.journal().slice(2)).toEqual([
      "survey#1 conversation-interrupted n4.onTimeout ended:incomplete",
      "takeover#2 conversation-started m3 n2.onBegin",
    ]);
    expect(world.timers()).toEqual([]);
  });

  test("comes before the conversation that waits for the message", async () => {
    const world = await World.open({ flows: [flowOf("survey", [hear()], { contains: ["survey"] }), takeover] });
    await world.write("survey");
    await world.write("agent");
    expect(world.live()).toEqual(["takeover#2 n3"]);
  });

  test("starts beside a conversation that does not wait, which goes on", async () => {
    const world = await World.open({ flows: [flowOf("slow", [pause(10)], { contains: ["slow"] }), takeover] });
    await world.write("slow");
    await world.write("agent");
    expect(world.live()).toEqual(["slow#1 n3", "takeover#2 n3"]);
    await world.run(10_000);
    expect(world.results()).toEqual(["slow#1 success"]);
  });

  test("hands on what an interrupted conversation had kept", async () => {
    const slow = flowOf("slow", [pause(5), hear("whatsapp.list")], { contains: ["slow"] });
    const reply = flowOf("reply", [hear()], { event: "whatsapp.reply" });
    const world = await World.open({ flows: [slow, takeover, reply] });
    await world.write("slow");
    await world.write(button);
    await world.run(5_000);
    expect(world.live()).toEqual(["slow#1 n4"]);
    await world.write("agent");
    expect(world.results()).toEqual(["slow#1 incomplete", "takeover#2 success"]);
    expect(lastLine(world)).toBe("takeover#2 message-received m2 n3.whatsapp.reply ended:success");
  });

  test("of several the most specific starts", async () => {
    const exact = flowOf("exact", [hear()], { contains: ["agent", "now"], interrupts: true });
    const world = await World.open({ flows: [takeover, exact] });
    await world.write("agent now");
    expect(world.live()).toEqual(["exact#1 n3"]);
  });
});

describe("rule 3: any conversation that waits", () => {
  test("takes the message although a Start matches it", async () => {
    const world = await World.open({
      flows: [flowOf("survey", [hear(), hear()], { contains: ["survey"] }), flowOf("any", [hear()])],
    });
    await world.write("survey");
    await world.write("hello");
    expect(world.live()).toEqual(["survey#1 n4"]);
  });

  test("is the newest of several", async () => {
    const first = flowOf("first", [hear("whatsapp.reply"), hear()], { contains: ["first"] });
    const second = flowOf("second", [hear("whatsapp.list"), hear()], { contains: ["second"] });
    const world = await World.open({ flows: [first, second] });
    await world.write("first");
    await world.write("second");
    expect(world.live()).toEqual(["first#1 n3", "second#2 n3"]);
    await world.write(button);
    await world.write(choice);
    await world.write("who?");
    expect(lastLine(world)).toBe("second#2 message-received m5 n4.whatsapp.mo ended:success");
    await world.write("who?");
    expect(lastLine(world)).toBe("first#1 message-received m6 n4.whatsapp.mo ended:success");
  });

  test("takes only what it waits for", async () => {
    const world = await World.open({ flows: [flowOf("menu", [hear("whatsapp.list")], { contains: ["menu"] })] });
    await world.write("menu");
    await world.write(button);
    expect(lastLine(world)).toBe("- message-unhandled m2");
    await world.write(choice);
    expect(world.results()).toEqual(["menu#1 success"]);
  });
});

describe("rule 4: a conversation that stands elsewhere", () => {
  test("keeps the message and takes it where it comes to wait", async () => {
    const world = await World.open({ flows: [flowOf("slow", [pause(10), hear(), say("Got $(receive.message)")])] });
    await world.write("start");
    await world.write("kept");
    expect(lastLine(world)).toBe("slow#1 message-deferred m2");
    await world.run(10_000);
    expect(world.sent()).toEqual(["31612345678 Got kept"]);
  });

  test("takes what it kept in order, and each where it fits", async () => {
    const steps = [pause(10), hear("whatsapp.reply"), hear(), hear("whatsapp.list"), hear()];
    const world = await World.open({ flows: [flowOf("slow", steps)] });
    await world.write("start");
    for (const content of ["a", choice, button, "b"]) await world.write(content);
    await world.run(10_000);
    const taken = world.journal().filter((line) => line.includes("message-received"));
    expect(taken).toEqual([
      "slow#1 message-received m4 n4.whatsapp.reply",
      "slow#1 message-received m2 n5.whatsapp.mo",
      "slow#1 message-received m3 n6.whatsapp.list",
      "slow#1 message-received m5 n7.whatsapp.mo ended:success",
    ]);
    expect(world.results()).toEqual(["slow#1 success"]);
  });

  test("is offered what it kept after every transition: accepted, receipt, timer", async () => {
    const steps = [say("Hello", { waitFor: "delivery" }), pause(1), hear()];
    const world = await World.open({ flows: [flowOf("slow", steps)] });
    await world.host.deliver([world.message("start"), world.message("kept")]);
    await world.settle();
    expect(world.live()).toEqual(["slow#1 n3:awaitingReceipt"]);
    await world.receipt("delivered", "w1");
    expect(world.live()).toEqual(["slow#1 n4"]);
    await world.run(1_000);
    expect(world.results()).toEqual(["slow#1 success"]);
  });

  test(`keeps ${hostLimits.deferredMessages} messages at most`, async () => {
    const world = await World.open({
      flows: [flowOf("slow", [pause(10), ...Array.from({ length: 30 }, () => hear())])],
    });
    await world.write("start");
    const more = Array.from({ length: 22 }, () => world.message("x"));
    await world.host.deliver(more);
    expect(world.journal().filter((line) => line.includes("deferred"))).toHaveLength(hostLimits.deferredMessages);
    expect(world.journal().slice(-2)).toEqual(["slow#1 message-dropped m22", "slow#1 message-dropped m23"]);
    await world.run(10_000);
    expect(world.live()).toEqual(["slow#1 n24"]);
  });

  test("hands on what it kept when it ends, routed afresh and in order", async () => {
    const other = flowOf("other", [hear(), hear()], { contains: ["other"] });
    const world = await World.open({ flows: [flowOf("slow", [pause(10)], { contains: ["slow"] }), other] });
    await world.write("slow");
    for (const text of ["other", "one", "nothing", "nobody"]) await world.write(text);
    await world.run(10_000);
    expect(world.journal().slice(5)).toEqual([
      "slow#1 timer-fired n3.onTimeout ended:success",
      "other#2 conversation-started m2 n2.onBegin",
      "other#2 message-received m3 n3.whatsapp.mo",
      "other#2 message-received m4 n4.whatsapp.mo ended:success",
      "- message-unhandled m5",
    ]);
    expect(world.results()).toEqual(["slow#1 success", "other#2 success"]);
  });

  test("hands on to a conversation that keeps it in turn", async () => {
    const world = await World.open({ flows: [flowOf("slow", [pause(10)])] });
    for (const text of ["a", "b", "c"]) await world.write(text);
    await world.run(10_000);
    expect(world.live()).toEqual(["slow#2 n3"]);
    await world.run(20_000);
    expect(world.results()).toEqual(["slow#1 success", "slow#2 success", "slow#3 success"]);
  });

  test("is the newest of several", async () => {
    const first = flowOf("first", [pause(10), hear()], { contains: ["first"], interrupts: true });
    const second = flowOf("second", [pause(20), hear()], { contains: ["second"], interrupts: true });
    const world = await World.open({ flows: [first, second] });
    await world.write("first");
    await world.write("second");
    await world.write("for whom?");
    expect(lastLine(world)).toBe("second#2 message-deferred m3");
  });

  test("keeps its messages across a restart", async () => {
    const world = await World.open({ flows: [flowOf("slow", [pause(10), hear(), say("Got $(receive.message)")])] });
    await world.write("start");
    await world.write("kept");
    await world.restart();
    await world.run(10_000);
    expect(world.sent()).toEqual(["31612345678 Got kept"]);
  });
});

describe("rule 5: the most specific Start", () => {
  test("is the one with most conditions", async () => {
    const flows = [
      flowOf("any", [hear()]),
      flowOf("pizza", [hear()], { contains: ["pizza"] }),
      flowOf("pizza-now", [hear()], { contains: ["pizza", "now"] }),
    ];
    const world = await World.open({ flows });
    await world.write("pizza now");
    expect(world.live()).toEqual(["pizza-now#1 n3"]);
  });

  test("is the first by flow id among equals, in whatever order they were made live", async () => {
    const flows = ["b", "a", "c"].map((id) => flowOf(id, [hear()]));
    const world = await World.open({ flows });
    await world.write("x");
    expect(world.live()).toEqual(["a#1 n3"]);
  });

  test("must be live on the app", async () => {
    const flows = [
      { flow: flowOf("a", [hear()]), appIds: ["other"] },
      { flow: flowOf("b", [hear()]), appIds: ["main", "other"] },
      { flow: flowOf("c", [hear()]), appIds: [] },
    ];
    const world = await World.open({ flows, apps: ["main", "other", "third"] });
    await world.write("x", { app: "main" });
    await world.write("x", { app: "other" });
    await world.write("x", { app: "third" });
    expect(world.live()).toEqual(["b#1 n3", "a#1 n3"]);
    expect(lastLine(world)).toBe("- message-unhandled m3");
  });

  test("must be for the event", async () => {
    const flows = [flowOf("reply", [hear()], { event: "whatsapp.reply" }), flowOf("text", [hear()])];
    const world = await World.open({ flows });
    await world.write(button);
    expect(world.live()).toEqual(["reply#1 n3"]);
  });

  test("starts a new version after it was made live, while older conversations stay on theirs", async () => {
    const world = await World.open({ flows: [flowOf("menu", [hear("whatsapp.list"), say("Old")])] });
    await world.write("x");
    await world.makeLive(flowOf("menu", [hear("whatsapp.reply"), say("New")]));
    await world.host.reloadFlows();
    await world.write("x");
    await world.write(choice);
    await world.write(button);
    expect(world.sent()).toEqual(["31612345678 Old", "31612345678 New"]);
  });

  test(`starts no more than ${hostLimits.liveConversations} conversations that do not end`, async () => {
    const world = await World.open({ flows: [flowOf("menu", [hear("whatsapp.list")])] });
    await world.host.deliver(Array.from({ length: hostLimits.liveConversations + 1 }, () => world.message("x")));
    expect(world.live()).toHaveLength(hostLimits.liveConversations);
    expect(lastLine(world)).toBe("- message-dropped m101");
  });
});

test("a message that is no event of the channel reaches nobody, and is written down", async () => {
  const world = await World.open({ flows: [flowOf("any", [hear()])] });
  await world.write(reaction);
  await world.write("x");
  await world.write(reaction);
  expect(world.journal()).toEqual([
    "- message-unhandled m1",
    "any#1 conversation-started m2 n2.onBegin",
    "- message-unhandled m3",
  ]);
});

test("a message that no flow wants is unhandled", async () => {
  const world = await World.open({ flows: [flowOf("pizza", [hear()], { contains: ["pizza"] })] });
  await world.write("soup");
  expect(world.journal()).toEqual(["- message-unhandled m1"]);
  expect(world.threads()).toHaveLength(1);
});
