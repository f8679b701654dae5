import { flowLimits } from "@parley/flow";
import type { DrawnFlow } from "@parley/testing";
import { expect, test } from "vitest";
import { accepted, begin, compileDrawn, play, said, startedBy } from "./engine.test-support.ts";
import { isReceiving, nodeOf, takeTurn } from "./take-turn.ts";

const greeting: DrawnFlow = {
  nodes: [
    { id: "n3", type: "whatsapp", config: { message: { type: "text", body: "Hello" } } },
    { id: "n4", type: "receive", config: { events: [{ type: "whatsapp.mo" }] } },
  ],
  edges: ["n2 onBegin n3", "n3 onSuccess n4"],
};

test("a conversation stands at no node before its start and after an end that is none, and receives only at a Receive", () => {
  const compiled = compileDrawn(greeting);
  const events = [startedBy(), accepted("c1-2"), said("Bye")];
  const places = [0, 1, 2, 3].map((count) => play(compiled, events.slice(0, count)).conversation);
  expect(places.map(nodeOf)).toEqual([undefined, "n3", "n4", undefined]);
  expect(places.map((conversation) => isReceiving(compiled, conversation))).toEqual([false, false, true, false]);
});

test("a conversation that ended at an End node stands there and does not receive", () => {
  const compiled = compileDrawn({ nodes: [{ id: "n3", type: "end" }], edges: ["n2 onBegin n3"] });
  const { conversation } = play(compiled, [startedBy()]);
  expect([nodeOf(conversation), conversation.status, isReceiving(compiled, conversation)]).toEqual([
    "n3",
    "done",
    false,
  ]);
});

test("a loop without a wait executes 1,000 nodes in one turn and then ends as an error, long before XState's own limit", () => {
  const rows = [{ variable: "$(receive.message)", operator: "equals", value: "stop" }];
  const compiled = compileDrawn({
    nodes: [
      { id: "n3", type: "branch", config: { branches: [{ name: "first", rows }] } },
      { id: "n4", type: "branch", config: { branches: [{ name: "first", rows }] } },
    ],
    edges: ["n2 onBegin n3", "n3 noneOfTheAbove n4", "n4 noneOfTheAbove n3"],
  });
  const { conversation, journal, effects } = play(compiled, [startedBy()]);
  expect(journal.filter(({ type }) => type === "node-entered")).toHaveLength(flowLimits.nodeExecutions);
  expect(journal.at(-1)).toEqual({ type: "ended", result: "error", reason: "Node execution limit reached." });
  expect([conversation.status, conversation.context.result, effects]).toEqual(["done", "error", []]);
});

test("executions are counted over all turns", () => {
  const compiled = compileDrawn({ ...greeting, edges: [...greeting.edges, "n4 whatsapp.mo n3"] });
  let { conversation } = play(compiled, [startedBy(), accepted("c1-2")]);
  for (let visits = 4; visits <= flowLimits.nodeExecutions; visits += 2) {
    expect(conversation.status).toBe("active");
    ({ conversation } = play(compiled, [said("Again"), accepted(`c1-${visits}`)], conversation));
  }
  expect(conversation).toMatchObject({ status: "done", context: { result: "error" } });
  expect(begin(compiled).context.visits).toBe(0);
});

test("a turn that throws because its conversation is damaged harms no other turn of the flow", () => {
  const compiled = compileDrawn(greeting);
  const { conversation } = play(compiled, [startedBy()]);
  const damaged = {
    ...conversation,
    context: { ...conversation.context, outputs: null as never, sends: null as never },
  };
  const expected = takeTurn(compiled, conversation, accepted("c1-2"));
  expect(() => takeTurn(compiled, damaged, accepted("c1-2"))).toThrow(Error);
  expect(takeTurn(compiled, conversation, accepted("c1-2"))).toEqual(expected);
  expect(expected.conversation.value).toBe("at_n4");
});
