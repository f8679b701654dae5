import { flowLimits, parseFlow } from "@parley/flow";
import { type Json, InvariantError } from "@parley/messaging";
import { deepFreeze, type DrawnFlow, drawFlow } from "@parley/testing";
import { describe, expect, test, vi } from "vitest";
import {
  accepted,
  begin,
  compileDrawn,
  play,
  received,
  said,
  sent,
  startedBy,
  throughJson,
} from "./engine.test-support.ts";
import { compile } from "./compile.ts";
import { compileNodes } from "./compiled-node.ts";
import type { Conversation } from "./conversation.ts";
import { keepWhatIsRead } from "./kept-outputs.ts";
import { createFlowMachine } from "./machine/machine.ts";
import { createTurnPath } from "./machine/turn-path.ts";
import { accepts, takeTurn } from "./take-turn.ts";

/** Start, a Receive, a Branch, a send that waits, and back to the Receive. */
const talk: DrawnFlow = {
  nodes: [
    {
      id: "n3",
      type: "receive",
      config: { events: ["whatsapp.mo", "whatsapp.reply"].map((type) => ({ type })), timeoutSeconds: 60 },
    },
    {
      id: "n4",
      type: "branch",
      config: {
        branches: [{ name: "bye", rows: [{ variable: "$(receive.message)", operator: "equals", value: "bye" }] }],
      },
    },
    {
      id: "n5",
      type: "whatsapp",
      config: {
        message: { type: "text", body: "You said $(receive.message)" },
        waitFor: "delivery",
        timeoutSeconds: 30,
      },
    },
    { id: "n6", type: "end" },
  ],
  edges: [
    "n2 onBegin n3",
    "n3 whatsapp.mo n4",
    "n3 whatsapp.reply n4",
    "n3 onTimeout n6",
    "n4 bye n6",
    "n4 noneOfTheAbove n5",
    "n5 onDeliveryReportSuccess n3",
  ],
};

/** The parts of a compiled flow, to be looked at. */
function openUp(drawn: DrawnFlow) {
  const flow = drawFlow(drawn);
  const entered: string[] = [];
  const nodes = new Map(
    [...compileNodes(flow)].map(([id, compiled]) => {
      const { enter } = compiled.behaviour;
      const behaviour = {
        ...compiled.behaviour,
        enter: (step: Parameters<typeof enter>[0]) => (entered.push(id), enter(step)),
      };
      return [id, { ...compiled, behaviour }];
    }),
  );
  const machine = createFlowMachine(flow, nodes, keepWhatIsRead(flow));
  return { compiled: { ...compile(flow, 1), nodes, path: createTurnPath(machine) }, machine, entered };
}

describe("It is true of XState's trap that", () => {
  test("1: the steps of a node run once for each time it is entered, and not at all when a turn is only asked about", () => {
    const { compiled, entered } = openUp(talk);
    const { conversation } = play(compiled, [startedBy(), said("Hello")]);
    expect(entered).toEqual(["n2", "n3", "n4", "n5"]);
    entered.length = 0;
    expect(accepts(compiled, conversation, accepted("c1-4"))).toBe(true);
    expect(accepts(compiled, begin(compiled), startedBy())).toBe(true);
    play(compiled, [accepted("c1-4"), received("c1-4", "submitted")], conversation);
    expect(entered).toEqual([]);
  });

  test("2: restoring walks no list of states: a snapshot is made once for each place, and only copied afterwards", () => {
    const { compiled, machine } = openUp(talk);
    const resolveState = vi.spyOn(machine, "resolveState");
    const restoreSnapshot = vi.spyOn(machine, "restoreSnapshot");
    let { conversation } = play(compiled, [startedBy()]);
    for (let round = 0; round < 100; round++) {
      const { visits } = conversation.context;
      const key = `c1-${visits + 2}`;
      ({ conversation } = play(compiled, [said("Hello"), accepted(key), received(key, "delivered")], conversation));
    }
    expect(conversation.turn).toBe(301);
    expect(resolveState).not.toHaveBeenCalled();
    const places = restoreSnapshot.mock.calls.map(([persisted]) =>
      JSON.stringify((persisted as unknown as Conversation).value),
    );
    expect(places).toEqual(['"idle"', '"at_n3"', '{"at_n5":"submitting"}', '{"at_n5":"awaitingReceipt"}']);
  });

  test("3: every delay of a machine is known to it and gives a positive whole number", () => {
    const { machine, compiled } = openUp(talk);
    const config = JSON.stringify(machine.config);
    const named = [...config.matchAll(/"after":\{"([^"]+)"/g)].map(([, name]) => name);
    expect(named).toEqual(["wait", "wait"]);
    const { delays } = machine.implementations;
    expect(Object.keys(delays)).toEqual(["wait"]);
    const wait = delays["wait"] as (facts: object) => number;
    const { context } = begin(compiled);
    for (const [waitMs, delayMs] of [
      [null, 1],
      [1, 1],
      [1500, 1500],
      [flowLimits.waitSeconds * 1000, 31_536_000_000],
    ]) {
      expect(wait({ context: { ...context, waitMs } })).toBe(delayMs);
    }
    for (const waitMs of [Number.NaN, 0, -1, 0.5, "5"]) {
      expect(() => wait({ context: { ...context, waitMs } })).toThrow(InvariantError);
    }
  });

  test("3: no text that an expression may give as a wait makes a timer that is not a positive whole number of milliseconds", () => {
    const compiled = compileDrawn({
      nodes: [
        { id: "n3", type: "delay", config: { seconds: "$(receive.message)" } },
        { id: "n4", type: "end", config: { result: "failed" } },
      ],
      edges: ["n2 onBegin n3", "n3 onError n4"],
    });
    for (const garbage of [
      "",
      " ",
      "soon",
      "NaN",
      "Infinity",
      "-Infinity",
      "0",
      "-0",
      "-1",
      "1e999",
      "1,5",
      "5s",
      "{}",
      "[1]",
      "31536001",
      "true",
    ]) {
      const { effects, conversation } = play(compiled, [startedBy(garbage)]);
      expect([garbage, effects, conversation.timers, conversation.context.result]).toEqual([garbage, [], {}, "failed"]);
    }
    for (const [text, firesAt] of [
      ["5", 6000],
      [" 5 ", 6000],
      ["0.0004", 1001],
      ["1e2", 101_000],
      ["0x10", 17_000],
    ] as const) {
      expect(play(compiled, [startedBy(text)]).effects).toEqual([
        { type: "set-timer", timerId: "xstate.after.wait.at_n3", generation: 1, firesAt },
      ]);
    }
  });

  const right = drawFlow(talk);
  const [start, ...others] = right.nodes;
  test.each([
    ["no Start", { nodes: others }],
    ["an id twice", { nodes: [...right.nodes, ...others] }],
    ["an id with a point", { nodes: right.nodes.map((node) => (node === start ? { ...node, id: "n.2" } : node)) }],
    [
      "an id with a meaning",
      { nodes: right.nodes.map((node) => (node === start ? { ...node, id: "constructor" } : node)) },
    ],
    ["an edge to nowhere", { edges: [{ id: "e1", source: "n2", outcome: "onBegin", target: "n99" }] }],
    ["a default to nowhere", { settings: { ...right.settings, outcomeDefaults: { onError: { target: "n99" } } } }],
  ])("3: a flow with %s, which no check would pass, is refused when it is compiled", (_, wrong) => {
    expect(() => compile({ ...right, ...wrong }, 1)).toThrow(InvariantError);
  });

  test("4: state keys are prefixed ids, so that none can mean something to XState or to JavaScript", () => {
    const { machine } = openUp(talk);
    expect(Object.keys(machine.states)).toEqual(["idle", "ended", "at_n2", "at_n3", "at_n4", "at_n5", "at_n6"]);
  });

  test.each([
    "constructor",
    "__proto__",
    "toString",
    "at_n99",
    "n3",
    "",
    "at_n5",
    "at_n5.submitting",
    "flow.at_n3",
    "#at_n3",
    null,
    { at_n5: "waiting" },
    { at_n5: "constructor" },
    { at_n3: "submitting" },
    { constructor: "submitting" },
    { at_n5: { submitting: "idle" } },
    {},
  ] as Json[])(
    "4: a conversation that stands at %j, which its flow does not have, is not silently begun anew",
    (value) => {
      const compiled = compileDrawn(talk);
      const conversation: Conversation = { ...begin(compiled), value };
      for (const event of [startedBy(), said("Hello"), accepted("c1-4")]) {
        expect(() => takeTurn(compiled, conversation, event)).toThrow(Error);
        expect(() => accepts(compiled, conversation, event)).toThrow(Error);
      }
    },
  );

  test.each(["constructor", "__proto__", "n3.x", "#n3", "n3\\", "n", "n0", "3", "at_n3", "N3", "n3 ", ""])(
    "4: the flow format refuses the node id %j",
    (id) => {
      const flow = drawFlow(talk);
      const parsed = parseFlow(throughJson({ ...flow, nodes: [...flow.nodes, { id, type: "end", config: {} }] }));
      expect(parsed.ok).toBe(false);
    },
  );

  test("5: ten thousand different texts, buttons and rows make no new event types", () => {
    const { compiled, machine } = openUp(talk);
    const types = new Set<string>();
    const { transition } = machine;
    machine.transition = (snapshot, event, scope) => {
      types.add(event.type);
      return transition(snapshot, event, scope);
    };
    const { conversation } = play(compiled, [startedBy()]);
    for (let index = 0; index < 2_000; index++) {
      const text = `constructor ${index}`;
      takeTurn(compiled, conversation, said(text));
      takeTurn(compiled, conversation, sent({ type: "button-reply", id: text, title: text }));
      takeTurn(compiled, conversation, sent({ type: "list-reply", id: text, title: text, description: text }));
      takeTurn(compiled, conversation, sent({ type: "postback", payload: text, text }));
      takeTurn(compiled, conversation, sent({ type: "unsupported", wireType: text }));
      takeTurn(compiled, conversation, {
        type: "timer-fired",
        at: 2000,
        timerId: `xstate.after.${text}`,
        generation: 1,
      });
    }
    const closed = ["conversation-started", "whatsapp.list", "whatsapp.mo", "whatsapp.postback", "whatsapp.reply"];
    expect([...types].sort()).toEqual(closed);
  });

  test("5: a timer that is not pending never reaches XState, whatever its name", () => {
    const { compiled, machine } = openUp(talk);
    const transition = vi.spyOn(machine, "transition");
    const { conversation } = play(compiled, [startedBy()]);
    transition.mockClear();
    for (const timerId of [
      "whatsapp.mo",
      "xstate.init",
      "xstate.stop",
      "xstate.error.actor.x",
      "*",
      "",
      "__proto__",
      "constructor",
      "xstate.after.wait.at_n5",
    ]) {
      const event = { type: "timer-fired", at: 61_000, timerId, generation: 1 } as const;
      expect(accepts(compiled, conversation, event)).toBe(false);
      expect(takeTurn(compiled, conversation, event).isHandled).toBe(false);
    }
    expect(transition).not.toHaveBeenCalled();
  });

  test("6: a reply while a send is under way is not swallowed: it is refused, for the host to keep", () => {
    const compiled = compileDrawn(talk);
    const submitting = play(compiled, [startedBy(), said("Hello")]).conversation;
    const awaiting = play(compiled, [accepted("c1-4")], submitting).conversation;
    for (const conversation of [submitting, awaiting]) {
      expect(accepts(compiled, conversation, said("Too fast"))).toBe(false);
      const turn = takeTurn(compiled, conversation, said("Too fast"));
      expect(turn).toEqual({ isHandled: false, conversation, effects: [], journal: [] });
      expect(turn.conversation).toBe(conversation);
    }
    const receiving = play(compiled, [received("c1-4", "delivered")], awaiting).conversation;
    expect(accepts(compiled, receiving, said("Too fast"))).toBe(true);
  });

  test("6: an answer to an earlier send does not move a node that has been entered again", () => {
    const compiled = compileDrawn(talk);
    const once = [startedBy(), said("One"), accepted("c1-4"), received("c1-4", "delivered"), said("Two")];
    const { conversation } = play(compiled, once);
    expect(conversation.value).toEqual({ at_n5: "submitting" });
    for (const late of [accepted("c1-4"), received("c1-4", "read")]) {
      expect(accepts(compiled, conversation, late)).toBe(false);
      expect(takeTurn(compiled, conversation, late).isHandled).toBe(false);
    }
    expect(play(compiled, [accepted("c1-7")], conversation).conversation.value).toEqual({ at_n5: "awaitingReceipt" });
  });

  test("7: what a turn is given it does not change, and what it gave before stays as it was", () => {
    const compiled = compileDrawn(talk);
    const events = [
      startedBy(),
      said("One"),
      accepted("c1-4"),
      received("c1-4", "submitted"),
      received("c1-4", "delivered"),
      said("bye"),
    ];
    const given: Conversation[] = [deepFreeze(begin(compiled))];
    for (const event of events) {
      const turn = deepFreeze(takeTurn(compiled, given.at(-1) ?? begin(compiled), deepFreeze(event)));
      expect(turn.isHandled).toBe(true);
      given.push(turn.conversation);
    }
    expect(given.at(-1)?.status).toBe("done");
    expect(given.map(({ turn }) => turn)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test("8: a timer of an earlier visit to the same node is stale", () => {
    const compiled = compileDrawn(talk);
    const before = play(compiled, [startedBy()]);
    const again = play(compiled, [said("One"), accepted("c1-4"), received("c1-4", "delivered")], before.conversation);
    const timerId = "xstate.after.wait.at_n3";
    expect(before.conversation.timers).toEqual({ [timerId]: { generation: 1, firesAt: 61_000 } });
    expect(again.conversation.timers).toEqual({ [timerId]: { generation: 4, firesAt: 63_000 } });
    const fire = (generation: number) =>
      takeTurn(compiled, again.conversation, { type: "timer-fired", at: 63_000, timerId, generation });
    expect([1, 2, 3, 4, 5].map((generation) => fire(generation).isHandled)).toEqual([false, false, false, true, false]);
  });
});
