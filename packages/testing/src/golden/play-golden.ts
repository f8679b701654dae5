import {
  accepts,
  type CompiledFlow,
  compile,
  type Conversation,
  type JournalEntry,
  newConversation,
  takeTurn,
  type Turn,
  type TurnEvent,
} from "@parley/engine";
import type { Flow } from "@parley/flow";
import { expect } from "vitest";
import { deepFreeze } from "../deep-freeze.ts";
import { eventOf } from "./drawn-event.ts";
import type { ExpectedTurn, GoldenConversation } from "./golden-conversation.ts";
import { journalLine } from "./journal-line.ts";

/** What playing a golden conversation gives. */
export type PlayedGolden = {
  /** The golden with what came of it now in the place of what was expected. */
  readonly golden: GoldenConversation;
  readonly journal: readonly JournalEntry[];
  /** The same by turns, each with its event. */
  readonly turns: readonly { readonly event: TurnEvent; readonly journal: readonly JournalEntry[] }[];
};

const someone = { waId: "31612345678", name: "Ada" };

/**
 * Plays a golden conversation on its flow. Between turns the conversation is written as JSON and read again, and no input may be changed. Asserts
 * the laws of every turn; what is particular to this one is for the caller to compare.
 */
export function playGolden(golden: GoldenConversation, flow: Flow): PlayedGolden {
  const compiled = compile(flow, 1, { keepsAllOutputs: true });
  const { contact = someone, appId = "app1" } = golden.conversation ?? {};
  let conversation = newConversation(compiled, { id: "c1", appId, contact });
  const played: PlayedGolden["turns"][number][] = [];
  const turns = golden.turns.map(({ event }, index) => {
    const before = throughJson(conversation);
    const turnEvent = eventOf(event, index + 1, contact);
    const turn = takeLawfulTurn(compiled, before, turnEvent);
    played.push({ event: turnEvent, journal: turn.journal });
    conversation = turn.conversation;
    return { event, expected: expectedOf(turn) };
  });
  const context = throughJson(conversation.context);
  const named = Object.keys(golden.final) as (keyof typeof context)[];
  const final = Object.fromEntries(named.map((part) => [part, context[part]]));
  const journal = played.flatMap((turn) => turn.journal);
  return { golden: throughJson({ ...golden, turns, final }), journal, turns: played };
}

/** Takes a turn and asserts what is true of every turn: it is a pure function, and says beforehand what it does not take. */
function takeLawfulTurn(compiled: CompiledFlow, before: Conversation, event: TurnEvent): Turn {
  deepFreeze(before);
  deepFreeze(event);
  const isAccepted = accepts(compiled, before, event);
  const turn = takeTurn(compiled, before, event);
  expect(takeTurn(compiled, throughJson(before), event)).toEqual(turn);
  if (!isAccepted) expect(turn.isHandled).toBe(false);
  if (turn.isHandled) expect(turn.conversation.turn).toBe(before.turn + 1);
  else expect(turn).toEqual({ isHandled: false, conversation: before, effects: [], journal: [] });
  return turn;
}

function expectedOf({ isHandled, conversation, effects, journal }: Turn): ExpectedTurn {
  if (!isHandled) return { isHandled };
  const { value, status } = conversation;
  return { value, status, effects, journal: journal.map(journalLine) };
}

function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
