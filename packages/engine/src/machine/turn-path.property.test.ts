import { drawFlow, eventOfMove, randomFlows, randomMoves, startEvent } from "@parley/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type SnapshotFrom, transition } from "xstate";
import { compile } from "../compile.ts";
import { compileNodes } from "../compiled-node.ts";
import { begin, throughJson } from "../engine.test-support.ts";
import { isBeside, nodeOf, takeTurn } from "../take-turn.ts";
import { keepWhatIsRead } from "../kept-outputs.ts";
import { createFlowMachine, type FlowMachine } from "./machine.ts";
import { machineEventOf } from "./machine-event.ts";
import type { MachineAction, MachineState } from "./turn-path.ts";

test("the short way through a random flow is XState's own, in place, context, status and all that is asked for", () => {
  let steps = 0;
  const asked = new Set<string>();
  /** What moved a conversation that listens to more than its own contact: here guards ask the node. */
  const woken = new Set<string>();
  const answered = new Set<string>();
  const property = fc.property(randomFlows(), randomMoves(40), (drawn, moves) => {
    const flow = drawFlow(drawn);
    const compiled = compile(flow, 1);
    const machine = createFlowMachine(flow, compileNodes(flow), keepWhatIsRead(flow));
    let conversation = begin(compiled);
    let live = machine.resolveState({ value: conversation.value as string, context: conversation.context });
    for (const [index, move] of [undefined, ...moves].entries()) {
      const event = move === undefined ? startEvent : eventOfMove(move, conversation, 1000 * (index + 1));
      const machineEvent = machineEventOf(event);
      if (machineEvent === undefined || isBeside(conversation, event)) continue;

      const [next, actions] = transition(machine, live, machineEvent as never);
      const official = { state: stateOf(next), actions: actions.map(readOfficial) };
      const short = compiled.path.transition(throughJson(conversation), machineEvent);
      if (short === undefined) expect([next === live, actions]).toEqual([true, []]);
      else expect(throughJson(short)).toEqual(throughJson(official));
      expect(compiled.path.accepts(throughJson(conversation), machineEvent)).toBe(live.can(machineEvent as never));

      for (const { type } of official.actions) asked.add(type);
      if (next !== live && conversation.context.topics !== undefined) woken.add(machineEvent.type);
      const stood = compiled.nodes.get(nodeOf(conversation) ?? "")?.node.type;
      if (next !== live && event.type === "task-answered") answered.add(`${stood} ${event.answer.type}`);
      steps++;
      live = next;
      ({ conversation } = takeTurn(compiled, conversation, event));
    }
  });
  fc.assert(property, { numRuns: 500 });
  expect([...asked].sort()).toEqual(["arm", "disarm", "hand-on"]);
  expect([...woken]).toEqual(expect.arrayContaining(["signal-received", "whatsapp.mo", "reply-recorded"]));
  const asking = ["evaluate", "http-request", "data-parser", "profile", "generate-otp", "validate-otp"];
  expect([...answered]).toEqual(expect.arrayContaining(asking.map((type) => `${type} done`)));
  expect(new Set([...answered].map((answer) => answer.split(" ")[1])).size).toBe(3);
  expect(steps).toBeGreaterThan(1000);
}, 60_000);

/** Reads what XState's own `transition` asks for; the names of its actions are XState's, its timers have their names from the flow. */
function readOfficial({ type, params }: { readonly type: string; readonly params: unknown }): MachineAction {
  const given = params as { id: string; delay: number; sendId: string } & Omit<
    Extract<MachineAction, { type: "hand-on" }>,
    "type"
  >;
  if (type === "xstate.raise") return { type: "arm", timerId: given.id, delayMs: given.delay };
  if (type === "xstate.cancel") return { type: "disarm", timerId: given.sendId };
  if (type === "hand-on") return { type, journal: given.journal, effects: given.effects };
  throw new Error(`No flow asks for ${type}.`);
}

function stateOf({ value, context, status }: SnapshotFrom<FlowMachine>): MachineState {
  return { value, context, status } as MachineState;
}
