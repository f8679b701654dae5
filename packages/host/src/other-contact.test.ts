import { describe, expect, test } from "vitest";
import type { CommitResult, Store } from "@parley/store";
import { flowOf, hear, hearFrom, pause, say } from "./flow.test-support.ts";
import { ada, World } from "./host.test-support.ts";

const ben = { waId: "31687654321" };
const cleo = { waId: "31600000001" };
const fromBen = { from: ben };

/** A flow in which Ada's conversation waits for a message of Ben. */
const asking = flowOf("asking", [hearFrom("+31 6 8765 4321"), say("Ben says $(receive.message)"), hear()], {
  contains: ["ask"],
});
const greeting = flowOf("greeting", [say("Hello $(receive.message)"), hear("whatsapp.reply")]);

describe("a message of another contact", () => {
  test("reaches the conversation that waits for it, and is not routed further", async () => {
    const world = await World.open({ flows: [asking, greeting] });
    await world.write("ask ben");
    expect(world.topics()).toEqual([`asking#1 ["from","main","wa:31687654321"]`]);
    await world.write("yes", fromBen);
    expect(world.sent()).toEqual(["31612345678 Ben says yes"]);
    expect(world.live()).toEqual(["asking#1 n5"]);
    expect(world.topics()).toEqual([]);
    expect(world.threads()).toMatchObject([{ contact: ada }, { contact: ben, conversationCount: 0 }]);
  });

  test("opens the window of its sender, not of the one who waited", async () => {
    const world = await World.open({ flows: [asking] });
    await world.write("ask ben");
    const askedAt = world.now();
    await world.run(5_000);
    await world.write("yes", fromBen);
    expect(world.threads().map(({ lastInboundAt }) => lastInboundAt)).toEqual([askedAt, askedAt + 5_000]);
  });

  test("leaves the conversation's contact as it is", async () => {
    const world = await World.open({ flows: [asking] });
    await world.write("ask ben");
    await world.write("yes", fromBen);
    expect(world.threads()[0]?.live[0]?.conversation.context.contact).toMatchObject(ada);
  });

  test("is first offered to the conversations of its sender that wait", async () => {
    const listening = flowOf("listening", [hear(), hear("whatsapp.reply")], { contains: ["listen"] });
    const world = await World.open({ flows: [asking, listening] });
    await world.write("listen", fromBen);
    await world.write("ask ben");
    await world.write("mine", fromBen);
    expect(world.live()).toEqual(["listening#1 n4", "asking#1 n3"]);
    await world.write("yours", fromBen);
    expect(world.live()).toEqual(["listening#1 n4", "asking#1 n5"]);
  });

  test("comes before what would keep it or start by it", async () => {
    const slow = flowOf("slow", [pause(60), hear()], { contains: ["slow"] });
    const world = await World.open({ flows: [asking, slow, greeting] });
    await world.write("slow", fromBen);
    await world.write("ask ben");
    await world.write("yes", fromBen);
    await world.write("kept", fromBen);
    expect(world.sent()).toEqual(["31612345678 Ben says yes"]);
    expect(world.journal().at(-1)).toBe("slow#1 message-deferred m4");
  });

  test("comes after a Start that interrupts", async () => {
    const help = flowOf("help", [hear("whatsapp.reply")], { contains: ["help"], interrupts: true });
    const world = await World.open({ flows: [asking, help] });
    await world.write("ask ben");
    await world.write("help", fromBen);
    expect(world.live()).toEqual(["asking#1 n3", "help#1 n3"]);
  });

  test("goes to the one who began to wait last, where several wait, and the next to the other", async () => {
    const world = await World.open({ flows: [asking] });
    await world.write("ask ben");
    await world.run(1_000);
    await world.write("ask ben", { from: cleo });
    await world.write("one", fromBen);
    await world.write("two", fromBen);
    await world.write("three", fromBen);
    expect(world.sent()).toEqual(["31600000001 Ben says one", "31612345678 Ben says two"]);
    expect(world.journal().at(-1)).toBe("- message-unhandled m5");
  });

  test("is heard on the app where it is waited for alone", async () => {
    const world = await World.open({ flows: [asking], apps: ["main", "other"] });
    await world.write("ask ben");
    await world.write("elsewhere", { ...fromBen, app: "other" });
    expect(world.live()).toEqual(["asking#1 n3"]);
  });

  test("is waited for no more after the time is up, nor after the conversation was stopped", async () => {
    const patient = flowOf("patient", [hearFrom(ben.waId, 10)], { contains: ["ask"] });
    const world = await World.open({ flows: [patient] });
    await world.write("ask");
    await world.run(10_000);
    expect(world.topics()).toEqual([]);
    await world.write("ask", { from: cleo });
    const [, thread] = world.threads();
    const conversationId = thread?.live[0]?.conversation.id ?? "";
    await world.host.deliver([
      { type: "stop-conversation", threadId: thread?.id ?? "", conversationId, reason: "Enough." },
    ]);
    expect(world.topics()).toEqual([]);
    await world.write("late", fromBen);
    expect(world.journal().at(-1)).toBe("- message-unhandled m3");
  });

  test("within the call that begins the wait comes after it", async () => {
    const world = await World.open({ flows: [asking, greeting] });
    await world.host.deliver([world.message("ask ben"), world.message("yes", fromBen), world.message("more", fromBen)]);
    await world.settle();
    expect(world.sent()).toEqual(["31612345678 Ben says yes", "31687654321 Hello more"]);
  });

  test("is waited for across a restart and a crash", async () => {
    const world = await World.open({ flows: [asking] });
    await world.write("ask ben");
    await world.restart();
    await world.crash();
    await world.write("yes", fromBen);
    expect(world.live()).toEqual(["asking#1 n5"]);
  });

  test("that comes twice counts once, in one call, in a later one, and where it begins with the sender's first thread", async () => {
    const world = await World.open({ flows: [asking, greeting] });
    await world.write("ask ben");
    const event = world.message("yes", fromBen);
    await world.host.deliver([event, event]);
    await world.host.deliver([event]);
    await world.settle();
    expect(world.sent()).toEqual(["31612345678 Ben says yes"]);
    expect(world.live()).toEqual(["asking#1 n5"]);
  });
});

/** Lets the unit of a commit that a condition is true of meet with a result, as often as it says. */
function meeting(isMet: (contact: string | undefined) => boolean, result: CommitResult, times: number) {
  let left = times;
  return (store: Store): Store => ({
    ...store,
    commit: async (units) => {
      const met = units.map(({ thread }) => isMet(thread?.state.contact.waId) && left > 0);
      if (met.some(Boolean)) left -= 1;
      const results = [...(await store.commit(units.filter((_, index) => !met[index])))];
      return met.map((isOne) => (isOne ? result : (results.shift() ?? result)));
    },
  });
}

describe("a message that touches two threads", () => {
  test.each([
    ["of the one who waits", ada.waId],
    ["of the sender", ben.waId],
  ])("is taken again where the thread %s was written by another process first", async (_, waId = "") => {
    let isOn = false;
    const world = await World.open({
      flows: [asking, greeting],
      wrapStore: meeting((contact) => isOn && contact === waId, { type: "conflict" }, 1),
    });
    await world.write("ask ben");
    isOn = true;
    await world.host.deliver([world.message("yes", fromBen), world.message("more", fromBen)]);
    await world.settle();
    expect(world.sent()).toEqual(["31612345678 Ben says yes", "31687654321 Hello more"]);
    expect(world.threads()[1]).toMatchObject({ contact: ben, lastInboundAt: world.now() });
    expect(world.journal().filter((line) => line.includes("m2"))).toHaveLength(1);
  });

  test("resolves when both are stored", async () => {
    let isOn = false;
    let commits = 0;
    const world = await World.open({
      flows: [asking],
      wrapStore: (store) => {
        const met = meeting((contact) => isOn && contact === ada.waId, { type: "conflict" }, 3)(store);
        return { ...met, commit: (units) => ((commits += 1), met.commit(units)) };
      },
    });
    await world.write("ask ben");
    isOn = true;
    commits = 0;
    await world.host.deliver([world.message("yes", fromBen)]);
    expect(commits).toBe(4);
    expect(world.topics()).toEqual([]);
  });

  test("is refused where one cannot be stored, and reaches the other when it is delivered again", async () => {
    let isOn = false;
    const failing = meeting(
      (contact) => isOn && contact === ada.waId,
      { type: "failed", reason: "It is too large." },
      9,
    );
    const world = await World.open({ flows: [asking, greeting], wrapStore: failing });
    await world.write("ask ben");
    isOn = true;
    const event = world.message("yes", fromBen);
    await expect(world.host.deliver([event])).rejects.toMatchObject({ code: "not-stored" });
    expect(world.threads()[1]).toMatchObject({ contact: ben, lastInboundAt: world.now() });
    isOn = false;
    await world.host.deliver([event]);
    await world.settle();
    expect(world.sent()).toEqual(["31612345678 Ben says yes"]);
  });

  test("is routed afresh when it is delivered again and nobody waits any more", async () => {
    let isOn = false;
    const patient = flowOf("patient", [hearFrom(ben.waId, 10)], { contains: ["ask"] });
    const failing = meeting(
      (contact) => isOn && contact === ada.waId,
      { type: "failed", reason: "It is too large." },
      9,
    );
    const world = await World.open({ flows: [patient, greeting], wrapStore: failing });
    await world.write("ask");
    isOn = true;
    const event = world.message("yes", fromBen);
    await expect(world.host.deliver([event])).rejects.toMatchObject({ code: "not-stored" });
    isOn = false;
    await world.run(10_000);
    await world.host.deliver([event]);
    await world.settle();
    expect(world.sent()).toEqual(["31687654321 Hello yes"]);
  });
});
