import { readFileSync } from "node:fs";
import { type Flow, parseFlow } from "@parley/flow";
import { deepFreeze, drawFlow, eventOfMove, type Move, randomFlows, randomMoves, startEvent } from "@parley/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledFlow, compile } from "./compile.ts";
import type { Conversation } from "./conversation.ts";
import { begin, throughJson } from "./engine.test-support.ts";
import type { TurnEvent } from "./event.ts";
import { accepts, isReceiving, nodeOf, takeTurn, type Turn } from "./take-turn.ts";

const example = readFlow(new URL("../../../examples/order-status.flow.json", import.meta.url));
const flows = fc.oneof(randomFlows().map(drawFlow), fc.constant(example));

type Taken = { readonly before: Conversation; readonly event: TurnEvent; readonly turn: Turn };

/** Plays moves on a flow, by way of JSON and with everything frozen, and keeps what went in and came out. */
function playMoves(compiled: CompiledFlow, moves: readonly Move[]): Taken[] {
  const taken: Taken[] = [];
  let conversation = begin(compiled);
  for (const [index, move] of [undefined, ...moves].entries()) {
    const before = deepFreeze(throughJson(conversation));
    const event = deepFreeze(move === undefined ? startEvent : eventOfMove(move, before, 1000 * (index + 1)));
    const turn = takeTurn(compiled, before, event);
    taken.push({ before, event, turn });
    ({ conversation } = turn);
  }
  return taken;
}

function assertOfAllTurns(law: (taken: readonly Taken[], compiled: CompiledFlow) => void, numRuns = 200): void {
  const property = fc.property(flows, randomMoves(40), (flow, moves) => {
    const compiled = compile(flow, 1);
    law(playMoves(compiled, moves), compiled);
  });
  fc.assert(property, { numRuns });
}

describe("It is true of any flow and whatever happens that", { timeout: 60_000 }, () => {
  test("replaying the events gives the same conversation and the same effects, with JSON between the turns and without", () => {
    assertOfAllTurns((taken, compiled) => {
      let conversation = begin(compiled);
      for (const { event, turn } of taken) {
        const again = takeTurn(compiled, conversation, event);
        expect(throughJson(again)).toEqual(throughJson(turn));
        ({ conversation } = again);
      }
    });
  });

  test("the same input gives the same output, on this compilation of the flow or on another", () => {
    assertOfAllTurns((taken, compiled) => {
      const other = compile(compiled.flow, compiled.version);
      for (const { before, event, turn } of taken) expect(takeTurn(other, before, event)).toEqual(turn);
    });
  });

  test("remembering only what the flow reads gives the effects and the journal of remembering all, and never more to remember", () => {
    assertOfAllTurns((taken, { flow }) => {
      const compiled = compile(flow, 1, { keepsAllOutputs: true });
      let conversation = begin(compiled);
      for (const { event, turn } of taken) {
        const full = takeTurn(compiled, conversation, event);
        expect([full.isHandled, full.effects, full.journal]).toEqual([turn.isHandled, turn.effects, turn.journal]);
        expect(full.conversation.context).toMatchObject(turn.conversation.context);
        ({ conversation } = full);
      }
    });
  });

  test("a turn that is not handled changes nothing, and what is not accepted is not handled", () => {
    assertOfAllTurns((taken, compiled) => {
      for (const { before, event, turn } of taken) {
        if (!turn.isHandled) expect(turn).toEqual({ isHandled: false, conversation: before, effects: [], journal: [] });
        else expect(turn.conversation.turn).toBe(before.turn + 1);
        const isAccepted = accepts(compiled, before, event);
        if (event.type !== "receipt-received") expect(turn.isHandled).toBe(isAccepted);
        else if (!isAccepted) expect(turn.isHandled).toBe(false);
      }
    });
  });

  test("a conversation ends once, with a result, no timers and nothing after it", () => {
    assertOfAllTurns((taken) => {
      const journal = taken.flatMap(({ turn }) => turn.journal);
      const ends = journal.filter(({ type }) => type === "ended");
      const last = taken.at(-1)?.turn.conversation;
      expect(ends).toHaveLength(last?.status === "done" ? 1 : 0);
      if (last?.status !== "done") return;
      expect(ends).toMatchObject([{ result: last.context.result }]);
      expect(journal.at(-1)).toBe(ends[0]);
      expect(last.timers).toEqual({});
    });
  });

  test("no conversation executes more nodes than it may, and nodes are entered and left in turn", () => {
    assertOfAllTurns((taken, { flow }) => {
      const journal = taken.flatMap(({ turn }) => turn.journal);
      const entered = journal.filter(({ type }) => type === "node-entered");
      expect(entered.length).toBeLessThanOrEqual(flow.settings.maxNodeExecutions);
      let present: string | undefined;
      for (const entry of journal) {
        if (entry.type === "ended") continue;
        if (entry.type === "node-entered") present = entry.nodeId;
        expect(entry.nodeId).toBe(present);
      }
      const last = taken.at(-1)?.turn.conversation;
      if (last?.status === "active") expect(nodeOf(last)).toBe(present);
    });
  });

  test("only who waits at a Receive listens for what happens outside the thread", () => {
    let listening = 0;
    assertOfAllTurns((taken, compiled) => {
      for (const { turn } of taken) {
        const { conversation } = turn;
        if (conversation.context.topics === undefined) continue;
        listening++;
        expect(isReceiving(compiled, conversation)).toBe(true);
        expect(conversation.context.topics.length).toBeGreaterThan(0);
      }
    });
    expect(listening).toBeGreaterThan(100);
  });

  test("the contact of a conversation is never another person", () => {
    assertOfAllTurns((taken) => {
      for (const { turn } of taken) expect(turn.conversation.context.contact.waId).toBe("31612345678");
    });
  });

  test("keys of sends and tasks are never used twice, and a send stands in the record of its node", () => {
    assertOfAllTurns((taken) => {
      const [keys, recorded] = [new Set<string>(), new Set<string>()];
      for (const { turn } of taken) {
        for (const effect of turn.effects) {
          if (effect.type !== "send-message" && effect.type !== "perform-task") continue;
          expect(keys).not.toContain(effect.key);
          keys.add(effect.key);
        }
        for (const { key, status } of Object.values(turn.conversation.context.sends)) {
          // What its values kept from being sent has a record too, which tells why.
          if (status === "refused") recorded.add(key);
          expect(keys.union(recorded)).toContain(key);
        }
      }
    });
  });

  test("the timers that were set and neither cancelled, replaced nor fired are the pending ones, at most one", () => {
    assertOfAllTurns((taken) => {
      const pending = new Map<string, { generation: number; firesAt: number }>();
      for (const { event, turn } of taken) {
        if (turn.isHandled && event.type === "timer-fired") pending.delete(event.timerId);
        for (const effect of turn.effects) {
          if (effect.type === "send-message" || effect.type === "perform-task") continue;
          // Only what is pending is cancelled.
          if (effect.type === "cancel-timer") expect(pending.delete(effect.timerId)).toBe(true);
          else pending.set(effect.timerId, { generation: effect.generation, firesAt: effect.firesAt });
          if (effect.type === "set-timer") expect(effect.firesAt).toBeGreaterThan(event.at);
        }
        expect(turn.conversation.timers).toEqual(Object.fromEntries(pending));
        expect(pending.size).toBeLessThanOrEqual(1);
      }
    });
  });

  test("receipts that arrive in any order, some twice, leave the same record and lead on at most once", () => {
    const receipts = fc.array(fc.constantFrom("submitted", "delivered", "read"), { minLength: 1, maxLength: 6 });
    const waits = fc.constantFrom("submit", "delivery", "read");
    const property = fc.property(receipts, waits, fc.nat(6), (statuses, waitFor, place) => {
      const message = { type: "text", body: "Hello" };
      const green = { submit: "onSubmit", delivery: "onDeliveryReportSuccess", read: "onRead" }[waitFor];
      const flow = drawFlow({
        nodes: [
          { id: "n3", type: "whatsapp", config: { message, waitFor } },
          { id: "n4", type: "receive", config: { events: [{ type: "whatsapp.mo" }] } },
        ],
        edges: ["n2 onBegin n3", `n3 ${green} n4`],
      });
      const told = (status: string): Move => ({ type: "receipt", status: status as "read", age: 0, at: 7 });
      const answer: Move = { type: "answer", how: "send-accepted", age: 0 };
      const inOrder = [
        answer,
        ...["submitted", "delivered", "read"].filter((status) => statuses.includes(status as "read")).map(told),
      ];
      const some = playMoves(compile(flow, 1), statuses.map(told).toSpliced(place, 0, answer));
      const sorted = playMoves(compile(flow, 1), inOrder);
      const end = (taken: readonly Taken[]) => taken.at(-1)?.turn.conversation;
      expect(end(some)?.context.sends).toEqual(end(sorted)?.context.sends);
      expect(end(some)?.value).toEqual(end(sorted)?.value);
      expect(
        some.flatMap(({ turn }) => turn.journal).filter(({ type }) => type === "node-left").length,
      ).toBeLessThanOrEqual(2);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

function readFlow(file: URL): Flow {
  const parsed = parseFlow(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join("\n"));
  return parsed.flow;
}
