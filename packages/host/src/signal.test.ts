import type { Signal } from "@parley/engine";
import type { JsonObject } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { flowOf, hear, hearEvent, say } from "./flow.test-support.ts";
import { World, type WorldOptions } from "./host.test-support.ts";
import { hostLimits } from "./limits.ts";

const ada = "31612345678";
const nothing = { started: 0, resumed: 0, problems: [] };

function event(parameters: JsonObject, id = "s1", name = "order.shipped"): Signal {
  return { type: "custom-event", id, event: name, correlationId: "", parameters };
}

/** A flow that a custom event begins, with whom its parameter says. */
function triggered(id: string, rest: { readonly [field: string]: unknown } = {}, steps = [say("Shipped"), hear()]) {
  const trigger = { type: "custom-event", event: "order.shipped", contact: "$(customEvent.phone)", ...rest };
  return flowOf(id, steps, { trigger });
}

const waiting = flowOf("waiting", [hearEvent("order.paid", { order: "$(receive.message)" }), say("Paid")], {
  contains: ["1"],
});

function openWith(flows: WorldOptions["flows"], rest: WorldOptions = {}): Promise<World> {
  return World.open({ flows: flows ?? [], ...rest });
}

async function tell(world: World, signal: Signal, appId?: string) {
  const outcome = await world.host.signal(signal, { appId });
  await world.settle();
  return outcome;
}

describe("a signal that a Start names", () => {
  test("begins a conversation with whom the Start says, in their thread", async () => {
    const world = await openWith([triggered("shipped")], { settings: { policy: "observe" } });
    expect(await tell(world, event({ phone: "+31 6 1234 5678" }))).toEqual({ ...nothing, started: 1 });
    expect(world.live()).toEqual(["shipped#1 n4"]);
    expect(world.threads()).toMatchObject([{ contact: { waId: ada } }]);
    expect(world.journal()[0]).toBe("shipped#1 conversation-triggered s1 n2.onBegin");
    await world.write("hello");
    expect(world.results()).toEqual(["shipped#1 success"]);
  });

  test("is taken once by its id, for each flow", async () => {
    const world = await openWith([triggered("shipped"), triggered("thanks")]);
    expect(await tell(world, event({ phone: ada }))).toEqual({ ...nothing, started: 2 });
    await world.restart();
    expect(await tell(world, event({ phone: ada }))).toEqual(nothing);
    expect(await tell(world, event({ phone: ada }, "s2"))).toEqual({ ...nothing, started: 2 });
    expect(world.threads()).toMatchObject([{ conversationCount: 4 }]);
  });

  test("begins what was refused the first time, and no more, when it is told again", async () => {
    let failing = 0;
    const wrapStore = (store: World["store"]) => ({
      ...store,
      commit: async (units: Parameters<World["store"]["commit"]>[0]) => {
        if ((failing -= 1) !== 0) return store.commit(units);
        return units.map(() => ({ type: "failed" as const, reason: "It is too large." }));
      },
    });
    const world = await openWith([triggered("shipped"), triggered("thanks", { contact: "31600000001" })], {
      wrapStore,
    });
    failing = 1;
    await expect(world.host.signal(event({ phone: ada }))).rejects.toMatchObject({ code: "not-stored" });
    expect(await tell(world, event({ phone: ada }))).toEqual({ ...nothing, started: 2 });
    expect(await tell(world, event({ phone: ada }))).toEqual(nothing);
  });

  test("of another name, or with other conditions, begins nothing", async () => {
    const conditions = [{ variable: "$(customEvent.total)", operator: "greater-than", value: "10" }];
    const world = await openWith([triggered("shipped", { conditions })]);
    expect(await tell(world, event({ phone: ada, total: 5 }))).toEqual(nothing);
    expect(await tell(world, event({ phone: ada, total: 50 }, "s2", "other"))).toEqual(nothing);
    expect(await tell(world, event({ phone: ada, total: 50 }, "s3"))).toEqual({ ...nothing, started: 1 });
  });

  test("by a webhook begins a conversation with what its body says", async () => {
    const trigger = {
      ...{ type: "webhook", webhookId: "abc", contactType: "bsuid", contact: "$(inboundWebhook.user)" },
      fields: [{ name: "user", path: "$.user.id" }],
    };
    const world = await openWith([flowOf("called", [hear()], { trigger })]);
    const signal: Signal = { type: "webhook", id: "s1", webhookId: "abc", body: { user: { id: "NL.1001" } } };
    expect(await tell(world, { ...signal, webhookId: "other" })).toEqual(nothing);
    expect(await tell(world, signal)).toEqual({ ...nothing, started: 1 });
    expect(world.threads()).toMatchObject([{ contact: { bsuid: "NL.1001" } }]);
  });

  test("and has the id of another kind's is a signal of its own: callers choose ids without knowing of each other", async () => {
    const trigger = { type: "webhook", webhookId: "abc", contact: ada };
    const flows = [
      flowOf("called", [hearEvent("order.paid", { order: "7" }), say("Paid")], { trigger }),
      flowOf("other", [hear()], { trigger: { ...trigger, webhookId: "def" } }),
    ];
    const world = await openWith(flows, { settings: { policy: "observe" } });
    const signal: Signal = { type: "webhook", id: "1001", webhookId: "abc", body: {} };
    expect(await tell(world, signal)).toEqual({ ...nothing, started: 1 });
    expect(await tell(world, { ...signal, webhookId: "def" })).toEqual({ ...nothing, started: 1 });
    expect(await tell(world, event({ order: "7" }, "1001", "order.paid"))).toEqual({ ...nothing, resumed: 1 });
    expect(await tell(world, signal)).toEqual(nothing);
  });

  test("names a contact by the customer id of their record", async () => {
    const world = await openWith([
      triggered("shipped", { contactType: "customerId", contact: "$(customEvent.customer)" }),
    ]);
    const record = { id: "c1", waId: ada, customerId: "k-17", name: "Ada", fields: {}, createdAt: 0, updatedAt: 0 };
    await world.store.contacts.save(record);
    await world.store.contacts.save({ ...record, id: "c2", waId: undefined, customerId: "k-18" });
    expect(await tell(world, event({ customer: "k-17" }))).toEqual({ ...nothing, started: 1 });
    expect(world.threads()).toMatchObject([{ contact: { waId: ada, name: "Ada" } }]);
    expect(await tell(world, event({ customer: "k-404" }, "s2"))).toEqual({
      ...nothing,
      problems: ['The flow "shipped" did not start. No contact has the customer id "k-404".'],
    });
    expect(await tell(world, event({ customer: "k-18" }, "s3"))).toEqual({
      ...nothing,
      problems: [
        'The flow "shipped" did not start. The contact with the customer id "k-18" has neither a phone number nor a WhatsApp user id.',
      ],
    });
  });

  test("that names nobody says why, and keeps no other flow from starting", async () => {
    const world = await openWith([triggered("shipped"), triggered("thanks", { contact: ada }, [hear()])]);
    expect(await tell(world, event({ phone: "soon" }))).toEqual({
      started: 1,
      resumed: 0,
      problems: [
        'The flow "shipped" did not start. Its contact is "soon"; it must be a phone number with its country code, such as +31612345678.',
      ],
    });
    expect(world.live()).toEqual(["thanks#1 n3"]);
  });

  test("ends conversations that wait where the Start interrupts, and leaves them alone where not", async () => {
    const listening = flowOf("listening", [hear("whatsapp.reply")]);
    const trigger = { type: "custom-event", event: "recall", contact: "$(customEvent.phone)" };
    const over = flowOf("over", [hear()], { trigger, interrupts: true });
    const world = await openWith([listening, triggered("beside", {}, [hear()]), over]);
    await world.write("x");
    await tell(world, event({ phone: ada }));
    expect(world.live()).toEqual(["listening#1 n3", "beside#2 n3"]);
    expect(await tell(world, event({ phone: ada }, "s2", "recall"))).toEqual({ ...nothing, started: 1 });
    expect(world.live()).toEqual(["over#3 n3"]);
    expect(world.results()).toEqual(["listening#1 incomplete", "beside#2 incomplete"]);
  });

  test("does not begin more than a contact may have", async () => {
    const world = await openWith([triggered("shipped", {}, [hear()])]);
    for (let index = 0; index < hostLimits.liveConversations; index += 1)
      await tell(world, event({ phone: ada }, `s${index}`));
    expect(await tell(world, event({ phone: ada }, "last"))).toEqual(nothing);
    expect(world.journal().at(-1)).toBe("- signal-unhandled last");
  });
});

describe("the app on which a signal begins", () => {
  const two = { apps: ["main", "other"] };

  test("is the one that is named", async () => {
    const world = await openWith([triggered("shipped")], two);
    expect(await tell(world, event({ phone: ada }), "other")).toEqual({ ...nothing, started: 1 });
    expect(world.threads()).toMatchObject([{ appId: "other" }]);
  });

  test("is the only one on which the flow is live", async () => {
    const world = await openWith([{ flow: triggered("shipped"), appIds: ["other"] }], two);
    expect(await tell(world, event({ phone: ada }))).toEqual({ ...nothing, started: 1 });
    expect(world.threads()).toMatchObject([{ appId: "other" }]);
  });

  test("must be named where there are several", async () => {
    const world = await openWith([triggered("shipped")], two);
    expect(await tell(world, event({ phone: ada }))).toEqual({
      ...nothing,
      problems: ['The flow "shipped" is live on 2 apps (main, other); name one as appId.'],
    });
  });

  test("must be there", async () => {
    const world = await openWith([triggered("shipped"), { flow: triggered("nowhere"), appIds: [] }], two);
    expect(await tell(world, event({ phone: ada }), "third")).toEqual({
      ...nothing,
      problems: ['There is no app "third".'],
    });
    expect((await tell(world, event({ phone: ada }))).problems).toContain('The flow "nowhere" is live on no app.');
  });

  test("on which a flow is not live is none that it starts on", async () => {
    const world = await openWith([{ flow: triggered("shipped"), appIds: ["main"] }], two);
    expect(await tell(world, event({ phone: ada }), "other")).toEqual(nothing);
  });
});

describe("a signal that conversations wait for", () => {
  const paid = (order: string, id = "p1") => event({ order }, id, "order.paid");

  test("resumes the one whose key it has", async () => {
    const world = await openWith([waiting]);
    await world.write("17");
    await world.write("18", { from: { waId: "31600000001" } });
    expect(world.topics()).toEqual([
      `waiting#1 ["custom","order.paid","order","17"]`,
      `waiting#1 ["custom","order.paid","order","18"]`,
    ]);
    expect(await tell(world, paid("18"))).toEqual({ ...nothing, resumed: 1 });
    expect(world.sent()).toEqual(["31600000001 Paid"]);
    expect(world.topics()).toHaveLength(1);
  });

  test("resumes all of them, each once, in several threads", async () => {
    const world = await openWith([waiting]);
    const froms = ["31600000001", "31600000002", "31600000003"];
    for (const waId of froms) await world.write("17", { from: { waId } });
    expect(await tell(world, paid("17"))).toEqual({ ...nothing, resumed: 3 });
    expect(world.sent().toSorted()).toEqual(froms.map((waId) => `${waId} Paid`));
    expect(await tell(world, paid("17"))).toEqual(nothing);
  });

  test("resumes several of one thread", async () => {
    const any = flowOf("any", [hearEvent("order.paid", { order: "17" })], { contains: ["any"], interrupts: false });
    const world = await openWith([any]);
    const from = { waId: "31600000001" };
    await world.host.deliver([world.message("any", { from }), world.message("any", { from })]);
    expect(world.live()).toEqual(["any#1 n3", "any#2 n3"]);
    expect(await tell(world, paid("17"))).toEqual({ ...nothing, resumed: 2 });
  });

  test("is met once by a thread, also where the conversation waits for the like of it again", async () => {
    const again = flowOf("again", [hearEvent("order.paid", { order: "17" }), hearEvent("order.paid", { order: "17" })]);
    const world = await openWith([again]);
    await world.write("x");
    expect(await tell(world, paid("17"))).toEqual({ ...nothing, resumed: 1 });
    expect(await tell(world, paid("17"))).toEqual(nothing);
    expect(world.live()).toEqual(["again#1 n4"]);
    expect(await tell(world, paid("17", "p2"))).toEqual({ ...nothing, resumed: 1 });
  });

  test("does not resume what it has begun, also when it is told again", async () => {
    const trigger = { type: "custom-event", event: "order.paid", contact: ada };
    const both = flowOf("both", [hearEvent("order.paid", { order: "17" })], { trigger });
    const world = await openWith([both]);
    expect(await tell(world, paid("17"))).toEqual({ ...nothing, started: 1 });
    expect(await tell(world, paid("17"))).toEqual(nothing);
    expect(await tell(world, paid("17", "p2"))).toEqual({ ...nothing, started: 1, resumed: 1 });
  });

  test("is counted once where a thread had to be taken again", async () => {
    let conflicts = 0;
    const wrapStore = (store: World["store"]) => ({
      ...store,
      commit: async (units: Parameters<World["store"]["commit"]>[0]) => {
        if ((conflicts -= 1) < 0) return store.commit(units);
        const [first, ...others] = units;
        const results = await store.commit(first === undefined ? [] : [first]);
        return [...results, ...others.map(() => ({ type: "conflict" as const }))];
      },
    });
    const world = await openWith([waiting], { wrapStore });
    for (const waId of ["31600000001", "31600000002", "31600000003"]) await world.write("17", { from: { waId } });
    conflicts = 2;
    expect(await tell(world, paid("17"))).toEqual({ ...nothing, resumed: 3 });
    expect(world.sent()).toHaveLength(3);
  });

  test("reaches a conversation that began to wait in the same call", async () => {
    const world = await openWith([waiting]);
    await world.host.deliver([world.message("17"), { type: "signal", signal: paid("17") }]);
    await world.settle();
    expect(world.sent()).toEqual(["31612345678 Paid"]);
  });
});

test("a host that stops takes no signal", async () => {
  const world = await openWith([waiting]);
  const stopping = world.host.stop();
  await expect(world.host.signal(event({}))).rejects.toMatchObject({ code: "stopping" });
  await stopping;
});
